import {extract, first, literal, when, type FieldExpression} from '../records/field-expression.ts';
import {commaList, onlyMeaning, whereFilled} from './expressions.ts';

/** What a message of the log says, or where the parts of it stand by themselves. */
export type Payload = {
	readonly class: FieldExpression;
	readonly command: FieldExpression;
	readonly object: FieldExpression;
	readonly statement: FieldExpression;
	/** Statement, substatement and object: what one access is within its session. */
	readonly access: FieldExpression;
	readonly rows: FieldExpression;
};

const space = String.raw`[ \t\r\n]`;
const quoted = '"((?:[^"]|"")+)"';
const cell = '(?:"(?:[^"]|"")*"|[^,"]*)';

/** Letters of either case, which RE2 and JavaScript have no common flag for. */
const anyCase = (words: string): string => words.replaceAll(/[a-z]/g, letter => `[${letter.toUpperCase()}${letter}]`);

/** `AUDIT: SESSION,1,1,READ,SELECT,TABLE,public.customers,"select …",<not logged>`, and statements that the server itself logs. `lead` is what stands before. */
export const payloadOf = (message: FieldExpression, lead: string): Payload => {
	const audit = `${lead}AUDIT: (?:SESSION|OBJECT),`;
	const at = (skipped: number, pattern: string): FieldExpression => extract(message, `${audit}(?:[^,]*,){${skipped}}${pattern}`);
	const logged = extract(message, `${lead}(?:duration: [0-9.]+ ms  )?(?:statement|execute [^:]*): ([^\\x01]*)`);
	return {
		class: at(2, '([A-Z]+),'),
		command: first(at(3, '([A-Za-z ]+),'), extract(logged, `^${space}*([A-Za-z]+)`)),
		object: first(at(5, quoted), at(5, '([^",][^,]*),')),
		statement: first(at(5, `${cell},${quoted}`), at(5, `${cell},([^",][^,]*)`), logged),
		access: extract(message, `${audit}([0-9]+,[0-9]+,[A-Z]+,[^,]*,[^,]*,${cell}),`),
		rows: extract(message, `${audit}[^\\x01]*,(?:<not logged>|<none>),([0-9]+)$`),
	};
};

export const activityOfPayload = ({class: kind, command}: Payload): FieldExpression => first(
	onlyMeaning(command, [`^${anyCase('copy')}$`, 'export'], [`^${anyCase('select')}$`, 'read'], [`^${anyCase('insert')}$`, 'create'], [`^${anyCase('update')}$`, 'update'], [`^${anyCase('delete')}$`, 'delete']),
	when(kind, ['READ'], literal('read')),
	when(kind, ['WRITE'], literal('update')),
	whereFilled(kind, command),
);

const name = '[A-Za-z_][A-Za-z0-9_]*';

export const resourceOfPayload = ({object, statement}: Payload): FieldExpression =>
	first(object, extract(statement, `(?:^|${space})${anyCase('(?:from|into|update|join)')}${space}+("?${name}"?(?:\\."?${name}"?)*)`));

/** The columns that the list of a select names plainly. */
export const columnsOfPayload = ({statement}: Payload): FieldExpression =>
	commaList(extract(statement, `^${space}*${anyCase('select')}${space}+((?:${name}\\.)?${name}(?:${space}*,${space}*(?:${name}\\.)?${name})*)${space}+${anyCase('from')}${space}`));

/** The customers that the condition of a statement names by a value. */
export const customersOfPayload = ({statement}: Payload): FieldExpression => {
	const subjects = anyCase('(?:customer|client|contact|patient|member|subscriber)');
	const column = `${subjects}_?${anyCase('(?:id|no|number)')}"?`;
	const own = `${anyCase('(?:from|update)')}${space}+"?(?:${name}\\.)?${subjects}s?"?(?:${space}+${name})?${space}+${anyCase('where')}${space}+(?:${name}\\.)?${anyCase('id')}`;
	const values = (before: string): readonly FieldExpression[] => [
		extract(statement, `${before}${space}*=${space}*'([^']+)'`),
		extract(statement, `${before}${space}*=${space}*([0-9]+)(?:[^0-9A-Za-z_.]|$)`),
		commaList({kind: 'replace', of: extract(statement, `${before}${space}+${anyCase('in')}${space}*\\(((?:'[^'()]*'|[0-9]+)(?:${space}*,${space}*(?:'[^'()]*'|[0-9]+))*)\\)`), text: '\'', by: ''}),
	];
	return first(...values(column), ...values(own));
};
