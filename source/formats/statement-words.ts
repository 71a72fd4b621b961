import {extract, first, join, type FieldExpression} from '../records/field-expression.ts';
import {commaList, nothing, onlyMeaning, whereFilled} from './expressions.ts';

/* What a statement of SQL says by itself: its columns, its tables, and whom its condition names. */

export const space = String.raw`[ \t\r\n]`;
/** A cell of a list between commas, in quotes or not. */
export const cell = '(?:"(?:[^"]|"")*"|[^,"]*)';

/** Letters of either case, which RE2 and JavaScript have no common flag for. */
export const anyCase = (words: string): string => words.replaceAll(/[a-z]/g, letter => `[${letter.toUpperCase()}${letter}]`);

const name = '"?[A-Za-z_][A-Za-z0-9_]*"?';
const replaced = (of: FieldExpression, text: string, by: string): FieldExpression => ({kind: 'replace', of, text, by});

/** Two quotes for one, as lists between commas write it. */
export const unquoted = (of: FieldExpression): FieldExpression => replaced(of, '""', '"');

/** The first table that a statement names. */
export const tableOfStatement = (statement: FieldExpression): FieldExpression =>
	extract(statement, `(?:^|${space})${anyCase('(?:from|into|update|join|copy)')}${space}+(${name}(?:\\.${name})*)`);

/** The columns that the list of a select names plainly. */
export const columnsOfStatement = (statement: FieldExpression): FieldExpression =>
	commaList(replaced(extract(statement, `^${space}*${anyCase('select')}${space}+((?:${name}\\.)?${name}(?:${space}*,${space}*(?:${name}\\.)?${name})*)${space}+${anyCase('from')}${space}`), '"', ''));

/** A copy out of the database is an export, whatever else it is called, and one into it is none. */
export const copyOfStatement = (statement: FieldExpression): FieldExpression => {
	const elsewhere = `${space}+(?:${anyCase('std(?:in|out)')}|${anyCase('program')}${space}|')`;
	return onlyMeaning(statement, [`^${space}*${anyCase('copy')}${space}[^\\x01]*${space}${anyCase('to')}${elsewhere}`, 'export'], [`^${space}*${anyCase('copy')}${space}[^\\x01]*${space}${anyCase('from')}${elsewhere}`, 'create']);
};

const subjects = anyCase('(?:customer|client|contact|patient|member|subscriber)');
const subjectColumn = `(?:${name}\\.)?"?${subjects}_?${anyCase('(?:id|no|number|e?mail)')}"?`;
/** Behind a word of a condition: what a statement sets is no condition, and what it excludes is nobody it reached. */
const column = `${anyCase('(?:where|and|or|on)')}[ \\t\\r\\n(]+${subjectColumn}`;
const table = `(?:${name}\\.){0,2}"?${subjects}s?"?(?:${space}+${name})?${space}+`;
const idColumn = `(?:${name}\\.)?"?${anyCase('(?:id|e_?mail)')}"?`;
const ownColumn = `${anyCase('where')}[ \\t\\r\\n(]+${idColumn}`;
const own = `${anyCase('from')}${space}+${table}${ownColumn}|^${space}*${anyCase('update')}${space}+${table}(?:${anyCase('set')}${space}[^\\x01]*?${space})?${ownColumn}`;

/** Which value is meant, behind it the values: the pattern passes over those before. */
const meant = Array.from({length: 9}, (_, at) => `${at + 1}\\x02(?:${cell},){${at}}`).join('|');

/** What a condition says that names customers one by one, from the first of them on: `7 or customer_id = 8`. */
const oneByOne = (): string => {
	const [equal, value] = [`${space}*=${space}*`, '(?:\'[^\'= \\t\\r\\n]+\'|[0-9]+)'];
	const chain = (start: string, next: string): string => `${start}${equal}${value}(?:${space}+${anyCase('or')}${space}+${next}${equal}${value})+`;
	return `(${chain(column, subjectColumn)}|${chain(`(?:${own})`, idColumn)})`;
};

/** The values in such a text, without their quotes. */
const valuesOneByOne = `=${space}*'?([^'= \\t\\r\\n()]+)`;

/** The customers that the condition of a statement names by a value, or by one of the values that were given with it. Whatever is asked of the statement is looked for anew, so little is. */
export const customersOfStatement = (statement: FieldExpression, values?: FieldExpression): FieldExpression => {
	const before = `(?:${column}|${own})${space}*`;
	const given = values && join('\x02', extract(statement, `${before}=${space}*\\$([1-9])(?:[^0-9]|$)`), values);
	return first(
		{kind: 'all', of: extract(statement, oneByOne()), pattern: valuesOneByOne},
		extract(statement, `${before}=${space}*'([^']+)'`),
		extract(statement, `${before}=${space}*([0-9]+)(?:[^0-9A-Za-z_.]|$)`),
		commaList(replaced(extract(statement, `${before}${anyCase('in')}${space}*\\(((?:'[^'()]*'|[0-9]+)(?:${space}*,${space}*(?:'[^'()]*'|[0-9]+))*)\\)`), '\'', '')),
		...given ? [extract(given, `^(?:${meant})([^,"<][^,"]*)`), unquoted(extract(given, `^(?:${meant})"((?:[^"]|"")+)"`))] : [],
	);
};

/** A number of rows says how many where nobody is named. Whom a condition names are all there are, unless it has another way to be met. */
export const rowsUnlessNamed = (rows: FieldExpression, statement: FieldExpression, customers: FieldExpression): FieldExpression =>
	whereFilled(rows, whereFilled(extract(statement, `${space}(${anyCase('or')})[ \\t\\r\\n(]`), rows, whereFilled(customers, nothing, rows)));
