import {activities, outcomes} from '../records/activity.ts';
import {dataTypes, unknownDataType} from '../records/data-type.ts';
import {countryCode} from '../records/country.ts';
import {nearestName} from '../records/nearest-name.ts';
import {type FilterField, filterFields} from './filter.ts';
import {FilterMistake, shown} from './mistake.ts';

/** How strong the stated reason of an access is; see the design's page on leads. */
const supports = ['supported', 'claimed', 'contradicted', 'none'];

/** The noun of each field in a sentence, and for the help beside the filter line. */
export const fieldNouns: Readonly<Record<FilterField, string>> = {
	employee: 'the employee',
	team: 'the employee\'s team',
	customer: 'the customer',
	country: 'the customer\'s country',
	data: 'the data type',
	time: 'the time',
	activity: 'the activity',
	action: 'the action',
	system: 'the system',
	resource: 'the resource',
	reason: 'the stated reason',
	support: 'the support of the reason',
	ip: 'the network address',
	outcome: 'the outcome',
	count: 'the number of records',
	source: 'the source',
	leaked: 'the leaked list',
	text: 'the record',
};

/** The values a field can have, where they are few and known. */
export const knownValues: ReadonlyMap<FilterField, readonly string[]> = new Map<FilterField, readonly string[]>([
	['activity', activities],
	['outcome', outcomes],
	['support', supports],
	['leaked', ['true', 'false']],
	['data', [...dataTypes.map(({id}) => id), unknownDataType]],
]);

/** A value without wildcards; `quoted` when all of it was in quotes. */
export type Literal = {readonly text: string; readonly quoted: boolean; readonly at: number};

/** Words that other tools use. */
const otherWords = new Map<string, FilterField>([
	['user', 'employee'], ['account', 'employee'], ['actor', 'employee'], ['agent', 'employee'], ['who', 'employee'],
	['client', 'customer'], ['subject', 'customer'], ['merchant', 'customer'],
	['date', 'time'], ['day', 'time'], ['when', 'time'], ['from', 'time'], ['to', 'time'], ['timestamp', 'time'],
	['type', 'data'], ['verb', 'action'], ['address', 'ip'], ['app', 'system'], ['file', 'source'],
]);

/** The field of a name as written; names of fields may be in any case. */
export const fieldNamed = (name: string, at: number): FilterField => {
	const lower = name.toLowerCase();
	const field = filterFields.find(known => known === lower);
	if (field !== undefined) {
		return field;
	}

	const near = otherWords.get(lower) ?? nearestName(lower, filterFields);
	const meant = near === undefined ? '' : `; did you mean ${near}?`;
	const fields = near === undefined ? `fields are ${filterFields.filter(known => known !== 'text').join(', ')}; ` : '';
	throw new FilterMistake(`no field ${shown(name)}${meant}`, at, `${fields}to search for the text itself, put it in quotes`);
};

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

const oneOf = (field: FilterField, text: string, at: number): string => {
	const known = knownValues.get(field) ?? [];
	const value = text.toLowerCase();
	if (known.includes(value)) {
		return value;
	}

	const near = nearestName(value, known);
	throw new FilterMistake(`no ${field} ${shown(text)}${near === undefined ? '' : `; did you mean ${near}?`}`, at, `${field} is one of ${known.join(', ')}`);
};

const custom = 'custom:';

/** Whether this is an id of ours or of the investigator's rules; a filter writes any other in quotes. */
export const isKnownDataType = (text: string): boolean => text.startsWith(custom) || (knownValues.get('data') ?? []).includes(text);

/**
A data type as it is stored: its id, however it is spelt (`e-mail`, `Birth date`), or `custom:<name>` with the name as the rules
have it. A log may name types of its own: in quotes they are taken as they stand, without quotes in lower case, and then not when they are only a slip away from an id.
*/
const dataType = ({text, quoted, at}: Literal): string => {
	const value = text.toLowerCase();
	if (value.startsWith(custom)) {
		return custom + text.slice(custom.length);
	}

	const known = knownValues.get('data') ?? [];
	const spelt = known.find(id => letters(id) === letters(value));
	const near = spelt === undefined && !quoted ? nearestName(value, known) : undefined;
	if (near !== undefined) {
		throw new FilterMistake(`no data type ${shown(text)}; did you mean ${near}?`, at, 'if a log names it so, put it in quotes');
	}

	return spelt ?? (quoted ? text : value);
};

/** E-mail addresses have no case; ids and names do. */
export const foldEmail = (text: string): string => text.includes('@') ? text.toLowerCase() : text;

/** Bare text has no ASCII case. */
export const foldText = (text: string): string => text.replaceAll(/[A-Z]+/g, letter => letter.toLowerCase());

/** The one spelling of a literal value of a field. Throws when the field cannot have it. */
export const canonicalValue = (field: FilterField, literal: Literal): string => {
	const {text, at} = literal;
	switch (field) {
		case 'employee':
		case 'customer': {
			return foldEmail(text);
		}

		case 'country': {
			// Blanks alone are no country; what was typed stands.
			return countryCode(text) || text;
		}

		case 'data': {
			return dataType(literal);
		}

		case 'activity':
		case 'outcome':
		case 'support': {
			return oneOf(field, text, at);
		}

		default: {
			return text;
		}
	}
};
