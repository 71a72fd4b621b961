import {parseDocument} from 'yaml';
import {readRules} from './read-rules.ts';
import type {RuleField} from './rule.ts';

/** What an investigator says of one value of a log. */
export type NewRule = {readonly field: Exclude<RuleField, 'product' | 'system' | 'activity'>; readonly pattern: string; readonly types: readonly string[]};

const beginning = '# Which data a value of the logs reaches. The first rule that matches wins. See whosaw help sources.\nversion: 1\nrules: []\n';

/** `GET /customers/*` → `get-customers`, with a number when that name is taken. */
const freeId = (value: string, taken: ReadonlySet<string>): string => {
	const name = value.toLowerCase().replaceAll(/[^a-z\d]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40) || 'rule';
	let id = name;
	for (let number = 2; taken.has(id); number++) {
		id = `${name}-${number}`;
	}

	return id;
};

/** The file with one more rule at its end; comments stay. Throws when the file or the rule is not understood. */
export const withRule = (text: string | undefined, path: string, {field, pattern, types}: NewRule): {readonly text: string; readonly id: string} => {
	const before = text === undefined || text.trim() === '' ? beginning : text;
	const id = freeId(pattern, new Set(readRules(before, path).rules.map(rule => rule.id)));
	const document = parseDocument(before);
	document.addIn(['rules'], document.createNode({id, when: {[field]: pattern}, types}));
	const list = document.get('rules') as {flow?: boolean};
	list.flow = false;
	const after = document.toString({lineWidth: 0});
	readRules(after, path);
	return {text: after, id};
};
