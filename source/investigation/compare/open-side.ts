import {existsSync} from 'node:fs';
import {isCase} from '../../case/journal-file.ts';
import {ExpectedError} from '../../errors.ts';
import {caseSide, type CaseOperand} from './case-side.ts';
import {packageSide} from './package-side.ts';
import type {Side, SideOptions} from './side.ts';

/** `DIR`, or `DIR@REVISION` where no folder has the whole name. */
const caseOperand = (name: string): CaseOperand | undefined => {
	if (isCase(name)) {
		return {folder: name, name};
	}

	const at = existsSync(name) ? -1 : name.lastIndexOf('@');
	return at > 0 && isCase(name.slice(0, at)) ? {folder: name.slice(0, at), revision: name.slice(at + 1), name} : undefined;
};

/** A case, a revision of it, or a package, as it is named. */
export const openSide = async (name: string, {identity, ...options}: SideOptions & {readonly identity?: string}): Promise<Side> => {
	const operand = caseOperand(name);
	if (operand) {
		return caseSide(operand, options);
	}

	if (!existsSync(name)) {
		throw new ExpectedError('there is no case and no package', {where: name, next: 'Name two of: the folder of a case, a revision as DIR@ACT, a package, its .zip or its .zip.age.'});
	}

	return packageSide({path: name, ...(identity === undefined ? {} : {identity}), ...(options.signal ? {signal: options.signal} : {}), ...(options.naming ? {naming: true} : {})});
};
