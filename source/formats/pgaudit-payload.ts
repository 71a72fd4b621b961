import {extract, first, literal, when, type FieldExpression} from '../records/field-expression.ts';
import {onlyMeaning, whereFilled} from './expressions.ts';
import {anyCase, cell, columnsOfStatement, copyOfStatement, customersOfStatement, space, tableOfStatement, unquoted} from './statement-words.ts';

/** What a message of the log says, or where the parts of it stand by themselves. */
export type Payload = {
	readonly class: FieldExpression;
	readonly command: FieldExpression;
	readonly object: FieldExpression;
	readonly statement: FieldExpression;
	/** Statement, substatement and object: what one access is within its session. */
	readonly access: FieldExpression;
	readonly rows: FieldExpression;
	/** What was given for `$1`, `$2`, … of the statement. */
	readonly values: FieldExpression;
};

const quoted = '"((?:[^"]|"")+)"';

/** `AUDIT: SESSION,1,1,READ,SELECT,TABLE,public.customers,"select …",<not logged>`, and statements that the server itself logs. `lead` is what stands before. */
export const payloadOf = (message: FieldExpression, lead: string): Payload => {
	const audit = `${lead}AUDIT: (?:SESSION|OBJECT),`;
	const at = (skipped: number, pattern: string): FieldExpression => extract(message, `${audit}(?:[^,]*,){${skipped}}${pattern}`);
	const logged = extract(message, `${lead}(?:duration: [0-9.]+ ms  )?(?:statement|execute [^:]*): ([^\\x01]*)`);
	return {
		class: at(2, '([A-Z]+),'),
		command: first(at(3, '([A-Za-z ]+),'), extract(logged, `^${space}*([A-Za-z]+)`)),
		object: first(unquoted(at(5, quoted)), at(5, '([^",][^,]*),')),
		statement: first(unquoted(at(5, `${cell},${quoted}`)), at(5, `${cell},([^",][^,]*)`), logged),
		access: extract(message, `${audit}([0-9]+,[0-9]+,[A-Z]+,[^,]*,[^,]*,${cell}),`),
		rows: at(5, `${cell},${cell},${cell},([0-9]+)$`),
		values: first(unquoted(at(5, `${cell},${cell},${quoted}`)), at(5, `${cell},${cell},([^",<][^,]*)`)),
	};
};

export const activityOfPayload = ({class: kind, command, statement}: Payload): FieldExpression => first(
	copyOfStatement(statement),
	onlyMeaning(command, [`^${anyCase('copy')}$`, 'export'], [`^${anyCase('select')}$`, 'read'], [`^${anyCase('insert')}$`, 'create'], [`^${anyCase('update')}$`, 'update'], [`^${anyCase('delete')}$`, 'delete']),
	when(kind, ['READ'], literal('read')),
	when(kind, ['WRITE'], literal('update')),
	whereFilled(kind, command),
);

export const resourceOfPayload = ({object, statement}: Payload): FieldExpression => first(object, tableOfStatement(statement));

export const columnsOfPayload = ({statement}: Payload): FieldExpression => columnsOfStatement(statement);

export const customersOfPayload = ({statement, values}: Payload): FieldExpression => customersOfStatement(statement, values);
