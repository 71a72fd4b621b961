import {dataTypes} from '../../../records/data-type.ts';
import {nearestName} from '../../../records/nearest-name.ts';

/** The types that a rule can add; that a type is unknown needs no rule. */
export const typeNames: readonly string[] = dataTypes.map(({id}) => id);

/** Data types as they are typed, between blanks or commas; or what is wrong with them. */
export const readTypes = (text: string): {readonly types: readonly string[]} | {readonly problem: string} => {
	const types = text.split(/[\s,;]+/).filter(Boolean);
	if (types.length === 0) {
		return {problem: 'Name the data that this value reaches, such as email phone.'};
	}

	const strange = types.find(type => !typeNames.includes(type) && !/^custom:./.test(type));
	if (strange === undefined) {
		return {types: [...new Set(types)]};
	}

	const near = nearestName(strange, typeNames);
	return {problem: `There is no data type “${strange}”${near === undefined ? '; custom:NAME makes one of your own' : `; did you mean ${near}?`}`};
};
