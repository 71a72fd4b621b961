import {maskFilterText} from './mask-filter.ts';
import type {Pseudonyms} from './pseudonyms.ts';

/** Members of what a case keeps that name nobody: hashes, moments, words of whosaw itself. */
const plain: ReadonlySet<string> = new Set(['sha256', 'hash', 'payloadHash', 'previous', 'at', 'act', 'format', 'event', 'revision', 'verdict', 'surfaced', 'displayTimezone', 'audience', 'what', 'from', 'to', 'retainedUntil', 'sources', 'role', 'dateOrder']);

/** Paths, titles and patterns of files: what is called by anybody's name, and stays readable without it. */
const shown: ReadonlySet<string> = new Set(['path', 'title', 'files', 'value', 'column', 'employees', 'customers', 'tickets', 'presence', 'rules']);

type Fields = Readonly<Record<string, unknown>>;

const blindText = (name: string, text: string, by: Pseudonyms): string => {
	if (name === 'filter') {
		return maskFilterText(text, by);
	}

	return plain.has(name) ? text : (name === 'customersOut' ? by.id(text) : (shown.has(name) ? by.shown(text) : by.written(text)));
};

/** Whatever was stated: that it was is told, and not what. */
const stated = (facts: unknown, by: Pseudonyms): Fields => Object.fromEntries(Object.keys(facts as Fields).map(name => [by.shown(name), by.written('stated')]));

const scopeOf = ({employees, ...scope}: Fields, by: Pseudonyms): Fields => ({...scope, ...(Array.isArray(employees) ? {employees: employees.map(each => by.account(String(each)))} : {})});

const walked = (name: string, value: unknown, by: Pseudonyms): unknown => {
	if (typeof value === 'string') {
		return blindText(name, value, by);
	}

	if (Array.isArray(value)) {
		return value.map((each: unknown) => walked(name, each, by));
	}

	if (typeof value !== 'object' || value === null || name === 'by') {
		return value;
	}

	return name === 'facts' || name === 'acquisition' ? stated(value, by) : (name === 'scope' ? scopeOf(value as Fields, by) : Object.fromEntries(Object.entries(value).map(([member, each]) => [member, walked(member, each, by)])));
};

/** What a case says of itself, or what was done in an act, where accounts are hidden: who worked on it stays, and what they wrote does not. */
export const blindOf = <Kept extends object>(kept: Kept, by: Pseudonyms): Kept => walked('', kept, by) as Kept;
