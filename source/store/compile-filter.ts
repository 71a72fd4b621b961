import {BlockList, isIP} from 'node:net';
import {ExpectedError} from '../errors.ts';
import type {Filter, FilterField, PatternPiece, Test} from '../filter/filter.ts';
import {toText, type Session} from './database.ts';
import {maybeSalesforceId, sameForm} from './salesforce-ids.ts';
import {constant, int64, joined, nothing, sql, text, texts, unsigned, type Sql} from './sql.ts';
import {supportIs, supports} from './support.ts';

/** What a filter needs beyond the tables: rows that hold a bare text, found by reading the exports. */
export type FilterHelp = {
	/** Fills a table with (source, n) of the records that hold the text, and gives its name as SQL. */
	readonly bareText: (term: string) => Promise<Sql>;
};

const likePattern = (pieces: readonly PatternPiece[]): string =>
	pieces.map(piece => 'literal' in piece ? piece.literal.replaceAll(/[%_\\]/g, String.raw`\$&`) : (piece.wildcard === '*' ? '%' : '_')).join('');

/** A text column against a test. Case counts, but not in e-mail addresses. */
const matches = (column: Sql, test: Test): Sql => {
	switch (test.kind) {
		case 'present': {
			return sql`${column} is not null`;
		}

		case 'is': {
			return test.text.includes('@') ? sql`lower(${column}) = ${text(test.text.toLowerCase())}` : sql`${column} = ${text(test.text)}`;
		}

		case 'like': {
			const pattern = likePattern(test.pieces);
			return sql`(${column} like ${text(pattern)} escape '\\' or (contains(${column}, '@') and lower(${column}) like ${text(pattern.toLowerCase())} escape '\\'))`;
		}

		case 'network': {
			return sql`${column} = ${text(test.block)}`;
		}

		default: {
			throw new ExpectedError(`a ${test.kind} test fits no text field`, {exitCode: 2});
		}
	}
};

const inlined = 512;

/** `column in (…)` with the keys themselves where they are few: the engine then skips what cannot hold them. */
const among = async (session: Session, column: Sql, keys: Sql): Promise<Sql> => {
	const rows = await session.all(sql`select distinct key from (${keys}) limit ${int64(inlined + 1)}`);
	if (rows.length === 0) {
		return sql`false`;
	}

	return rows.length > inlined ? sql`${column} in (select key from (${keys}))` : sql`${column} in (${joined(rows.map(row => unsigned(row['key'] as bigint)))})`;
};

const anyOf = (columns: readonly Sql[], test: Test): Sql => sql`(${joined(columns.map(column => matches(column, test)), sql` or `)})`;

/** A field whose meaning an empty cell has too, such as `outcome:unknown`. */
const withDefault = async (session: Session, {column, table, value, fallback}: {readonly column: Sql; readonly table: Sql; readonly value: Sql; readonly fallback: string}, test: Test): Promise<Sql> => {
	if (test.kind === 'present') {
		return sql`${column} is not null`;
	}

	const [row] = await session.all(sql`select ${matches(sql`${text(fallback)}`, test)} as holds`);
	const known = await among(session, column, sql`select cell as key from ${table} where ${matches(value, test)}`);
	return row?.['holds'] === true ? sql`(${column} is null or ${known})` : known;
};

/** One id of Salesforce that is asked for means its other form, too. */
const formsOf = (table: Sql, test: Test): Sql => test.kind === 'is' && maybeSalesforceId(test.text) ? sql`union all select key from ${sameForm(table, sql`(select ${text(test.text)} as id)`)}` : nothing;

type Leaf = {readonly session: Session; readonly field: FilterField; readonly test: Test; readonly help: FilterHelp};

const leaves: Readonly<Record<FilterField, (leaf: Leaf) => Promise<Sql>>> = {
	employee: async ({session, test}) => test.kind === 'present' ? sql`a.employee is not null` : among(session, sql`a.employee`, sql`
		select key from employee where ${anyOf([sql`id`, sql`login`, sql`email`, sql`name`], test)}
		union all select l.employee from employee_alias l join dictionary d on d.key = l.cell and d.field in ('employee', 'behalf') where ${matches(sql`d.text`, test)}
		${formsOf(sql`employee`, test)}`),
	team: async ({session, test}) => among(session, sql`a.employee`, sql`select key from employee where ${test.kind === 'present' ? sql`team is not null` : matches(sql`coalesce(team, 'unknown')`, test)}`),
	customer: async ({session, test}) => test.kind === 'present' ? sql`a.who is not null` : among(session, sql`a.who`, sql`
		select key from customer where ${anyOf([sql`id`, sql`email`, sql`name`], test)}
		union all select customer from customer_cell where ${matches(sql`logged`, test)}
		${formsOf(sql`customer`, test)}`),
	country: async ({session, test}) => among(session, sql`a.who`, sql`select key from customer where ${test.kind === 'present' ? sql`country is not null` : matches(sql`coalesce(country, 'unknown')`, test)}`),
	data: async ({session, test}) => among(session, sql`a.data`, sql`select cell as key from data_cell where ${test.kind === 'present' ? sql`data_type <> 'unknown'` : matches(sql`data_type`, test)}`),
	async time({test}) {
		if (test.kind !== 'within') {
			return sql`a.t is not null`;
		}

		const parts = [...(test.from === undefined ? [] : [sql`a.t >= ${int64(test.from)}`]), ...(test.to === undefined ? [] : [sql`a.t < ${int64(test.to)}`])];
		return parts.length === 0 ? sql`true` : sql`(${joined(parts, sql` and `)})`;
	},
	activity: async ({session, test}) => withDefault(session, {column: sql`a.activity`, table: sql`activity_cell`, value: sql`activity`, fallback: 'other'}, test),
	action: async ({session, test}) => among(session, sql`a.action`, sql`select key from dictionary where field = 'action' and ${matches(sql`text`, test)}`),
	system: async ({session, test}) => among(session, sql`a.system`, sql`select cell as key from system_cell where ${matches(sql`text`, test)}`),
	resource: async ({test}) => matches(sql`a.resource`, test),
	reason: async ({test}) => matches(sql`a.reason`, test),
	async support({session, test}) {
		const rows = await session.all(sql`select value from (select unnest([${joined(supports.map(value => constant(value)))}]) as value) where ${matches(sql`value`, test)}`);
		const wanted = supports.filter(value => rows.some(row => row['value'] === value));
		return wanted.length === 0 ? sql`false` : sql`(${joined(wanted.map(value => supportIs(value)), sql` or `)})`;
	},
	ip: async ({session, test}) => test.kind === 'network' ? inNetwork(session, test.block) : matches(sql`a.ip`, test),
	outcome: async ({session, test}) => withDefault(session, {column: sql`a.outcome`, table: sql`outcome_cell`, value: sql`outcome`, fallback: 'unknown'}, test),
	async count({test}) {
		if (test.kind !== 'compare') {
			return sql`a.count is not null`;
		}

		const operators = {'=': sql`=`, '>': sql`>`, '>=': sql`>=`, '<': sql`<`, '<=': sql`<=`} as const;
		return sql`a.count ${operators[test.operator]} ${int64(test.value)}`;
	},
	source: async ({session, test}) => among(session, sql`a.source::ubigint`, sql`select id::ubigint as key from source where ${test.kind === 'present' ? sql`true` : sql`(${matches(sql`path`, test)} or ${matches(sql`regexp_extract(path, '[^/]*$')`, test)})`}`),
	async leaked({session, test}) {
		const lists = await session.all(sql`select 1 from leaked_list limit 1`);
		if (lists.length === 0) {
			throw new ExpectedError('leaked: needs a list of leaked customers, and none is loaded', {exitCode: 2, next: 'Name one with --leaked FILE, or leave it out of the filter.'});
		}

		const listed = sql`a.who in (select key from leaked_customer)`;
		return test.kind === 'truth' && !test.value ? sql`not ${listed}` : listed;
	},
	async text({test, help}) {
		return test.kind === 'contains' ? sql`a.row in (select f.n + so.base from ${await help.bareText(test.text)} f join source so on so.id = f.source)` : sql`true`;
	},
};

/** The addresses that occur and lie in a block, in whichever shape the log wrote them. */
const inNetwork = async (session: Session, block: string): Promise<Sql> => {
	const [address = '', bits] = block.split('/');
	const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
	const list = new BlockList();
	list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
	const rows = await session.all(sql`select distinct ip from event where ip is not null`);
	const found = rows.map(row => toText(row['ip'])!).filter(logged => {
		const plain = plainAddress(logged);
		const kind = isIP(plain);
		return kind !== 0 && list.check(plain, kind === 6 ? 'ipv6' : 'ipv4');
	});
	return sql`a.ip in (select unnest(${texts(found)}))`;
};

/** `[2001:db8::1]:443`, `192.0.2.1:8080` → the address itself. */
export const plainAddress = (logged: string): string => {
	const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(logged);
	return bracketed?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(logged)?.[1] ?? logged;
};

/**
Compiles a filter to a condition on an access `a`. A test of a missing value is false, and so its negation is true: `NOT reason:*` are the
accesses without a reason.
*/
export const compileFilter = async (session: Session, filter: Filter, help: FilterHelp): Promise<Sql> => {
	switch (filter.kind) {
		case 'all': {
			return sql`true`;
		}

		case 'match': {
			return leaves[filter.field]({session, field: filter.field, test: filter.test, help});
		}

		case 'not': {
			return sql`(${await compileFilter(session, filter.part, help)}) is not true`;
		}

		default: {
			// One after the other: a connection answers one question at a time, and where a part is refused nothing is left running.
			const parts: Sql[] = [];
			for (const part of filter.parts) {
				parts.push(await compileFilter(session, part, help));
			}

			// Plain conjuncts let the engine skip blocks by their bounds; NULL and false are the same until a NOT, which wraps its part.
			return sql`(${joined(parts, filter.kind === 'and' ? sql` and ` : sql` or `)})`;
		}
	}
};
