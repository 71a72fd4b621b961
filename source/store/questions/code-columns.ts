import type {FilterField} from '../../filter/filter.ts';
import {relation, unknownScope, type Accesses, type StoreFacts} from '../accesses.ts';
import {toNumber, toText, type NumberBlock, type Session} from '../database.ts';
import {identifier, int64, joined, sql, wholeNumber, type Sql} from '../sql.ts';
import {facets} from './facets.ts';
import type {TimelineFrame} from './facets.ts';

/*
Records as small numbers, for counting them in memory: the keys of a field are numbered from 1, and 0 stands for none.
*/

export const codedFields = ['employee', 'customer', 'data', 'activity', 'system'] as const;
export type CodedField = typeof codedFields[number];

const codesOf = (field: CodedField | 'country'): Sql => identifier(`code_of_${field}`);

/** Numbers the keys of each field, and the countries of customers; gives how many there are. */
export const numberKeys = async (session: Session, {several}: Pick<StoreFacts, 'several'>, signal?: AbortSignal): Promise<Readonly<Record<CodedField | 'country', number>>> => {
	const counts: Record<CodedField | 'country', number> = {employee: 0, customer: 0, data: 0, activity: 0, system: 0, country: 0};
	const number = async (field: CodedField | 'country', keys: Sql): Promise<void> => {
		await session.run(sql`create or replace table ${codesOf(field)} as select key, (row_number() over ())::uinteger as code from (${keys})`, signal);
		const [row = {}] = await session.all(sql`select count(*) as codes from ${codesOf(field)}`, signal);
		counts[field] = toNumber(row['codes']);
	};

	for (const field of codedFields) {
		const alone = sql`select distinct ${identifier(field)} as key from event where ${identifier(field)} is not null`;
		await number(field, field === 'customer' && several ? sql`${alone} union select customer from customer_cell where cell in (select distinct many from event where many is not null)` : alone);
	}

	await number('country', sql`select distinct value as key from (${facets.country.names})`);
	return counts;
};

const codes = (): Sql => joined(codedFields.map(field => sql`coalesce(${identifier(field)}.code, 0)::uinteger`));
const codeJoins = (): Sql => joined(codedFields.map(field => sql`left join ${codesOf(field)} ${identifier(field)} on ${identifier(field)}.key = a.${columnOf(field)}`), sql` `);

/** Records that name one customer or none, from one row to before another, in no order: the row, a code for each of `codedFields`, and the flags that were given. */
export const streamCodes = (session: Session, {from, to, flags}: {readonly from: number; readonly to: number; readonly flags: Sql}, signal?: AbortSignal): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select a.row::uinteger, ${codes()}, (${flags})::uinteger from ${relation(false)} a ${codeJoins()} where a.many is null and a.row >= ${int64(from)} and a.row < ${int64(to)}`, signal);

/** How many accesses the records have that name several customers. */
export const countSeveral = async (session: Session, signal?: AbortSignal): Promise<number> => {
	const [row] = await session.all(sql`select count(*) as accesses from ${relation(true)} a where a.many is not null`, signal);
	return toNumber(row?.['accesses']);
};

/**
The accesses of records that name several customers, those of a record one after another, in the order of time: as `streamCodes`, then how many customers the record counts beyond
those that it names plus two, 0 where it counts none, and its time in microseconds (0 for none).
*/
export const streamSeveral = (session: Session, flags: Sql, signal?: AbortSignal): AsyncIterable<NumberBlock> =>
	session.numbers(sql`select a.row::uinteger, ${codes()}, (${flags})::uinteger, case when a.count is null then 0 else greatest(a.count - l.listed, 0) + 2 end::uinteger, coalesce(a.t, 0)::double
		from ${relation(true)} a ${codeJoins()} join (select cell, count(distinct customer) as listed from customer_cell group by cell) l on l.cell = a.many where a.many is not null order by a.t, a.row`, signal);

/** Row and code of the customer of each access that matches, among those of records that name several. */
export const streamSeveralMatching = ({session, from, where, signal}: Accesses): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select a.row::uinteger, k.code from ${from} join ${codesOf('customer')} k on k.key = a.who where ${where} and a.many is not null`, signal);

/** The bits that a record has: `bits` are their values. */
export const flagsOf = (facts: StoreFacts, reached: Sql, bits: {readonly kept: number; readonly denied: number; readonly unknownScope: number; readonly reasoned: number}): Sql => {
	const bit = (holds: Sql, value: number): Sql => sql`case when ${holds} then ${wholeNumber(value)} else 0 end`;
	return sql`${bit(sql`a.status = 0`, bits.kept)} + ${bit(sql`not (${reached})`, bits.denied)} + ${bit(unknownScope(facts), bits.unknownScope)} + ${bit(sql`a.reason is not null`, bits.reasoned)}`;
};

/** The fields of a filter whose tests look at one key of the access and nothing else, and that key. */
export const keyOfField: Readonly<Partial<Record<FilterField, CodedField>>> = {
	employee: 'employee', team: 'employee', customer: 'customer', country: 'customer', leaked: 'customer', data: 'data', activity: 'activity', system: 'system',
};

/** The column of an access that holds the keys of a coded field. */
const columnOf = (field: CodedField): Sql => identifier(field === 'customer' ? 'who' : field);

/** The codes whose key holds a condition on accesses, 0 for no key at all: the filter is compiled as for all records, and asked of each key once. */
export const streamMatchingCodes = (session: Session, field: CodedField, condition: Sql, signal?: AbortSignal): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select a.code::uinteger from (select code, key as ${columnOf(field)} from ${codesOf(field)} union all select 0, null) a where ${condition}`, signal);

/** The least and the greatest time of the kept records of each block of rows that name one customer or none; blocks without any are left out. */
export const timesOfBlocks = async (session: Session, rowsOfBlock: number, signal?: AbortSignal): Promise<ReadonlyArray<{readonly block: number; readonly first: number; readonly last: number}>> => {
	const rows = await session.all(sql`select row // ${wholeNumber(rowsOfBlock)} as block, min(t) as first_at, max(t) as last_at from event where status = 0 and many is null group by 1`, signal);
	return rows.map(row => ({block: toNumber(row['block']), first: toNumber(row['first_at']), last: toNumber(row['last_at'])}));
};

/** Codes of customers with those of their countries. */
export const streamCountries = (session: Session, signal?: AbortSignal): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select w.code, c.code from (${facets.country.names}) n join ${codesOf('customer')} w on w.key = n.key join ${codesOf('country')} c on c.key = n.value`, signal);

/** What codes are called: fields of a facet whose codes are those of `of`. A code may have several names, and a name several codes. */
export type CodeName = {readonly code: number; readonly value: string; readonly label?: string};

export const namedFields = {employee: 'employee', team: 'employee', data: 'data', activity: 'activity', system: 'system', country: 'country'} as const;
export type NamedField = keyof typeof namedFields;

export const codeNames = async (session: Session, field: NamedField, signal?: AbortSignal): Promise<readonly CodeName[]> => {
	const query = field === 'country'
		? sql`select code, key as value, null as label from ${codesOf('country')}`
		: sql`select coalesce(c.code, 0) as code, n.value, n.label from (${facets[field].names}) n left join ${codesOf(namedFields[field])} c on c.key = n.key where c.code is not null or n.key = 0`;
	return (await session.all(query, signal)).map(row => ({code: toNumber(row['code']), value: toText(row['value'])!, ...(row['label'] === null ? {} : {label: toText(row['label'])!})}));
};

/** Records of the load, and what they say of numbers of customers: how many do, the least, the most and the sum of these. */
export type RecordCounts = {readonly rows: number; readonly counted: number; readonly least: number; readonly most: number; readonly sum: number};

export const recordCounts = async (session: Session, signal?: AbortSignal): Promise<RecordCounts> => {
	const [row = {}] = await session.all(sql`select coalesce(max(row) + 1, 0) as rows, count(count) as counted, coalesce(min(count), 0) as least, coalesce(max(count), 0) as most, coalesce(sum(count), 0)::double as sum from event`, signal);
	return {rows: toNumber(row['rows']), counted: toNumber(row['counted']), least: toNumber(row['least']), most: toNumber(row['most']), sum: toNumber(row['sum'])};
};

/** The records that say a number of customers, of 32 bits, and that number. */
export const streamCounts = (session: Session, signal?: AbortSignal): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select row::uinteger, count::uinteger from event where count is not null`, signal);

/** Records from one row to before another with their bucket of a frame; the last for those that have no time. */
export const streamBuckets = (session: Session, {from: first, bucket, all}: TimelineFrame, {from, to}: {readonly from: number; readonly to: number}, signal?: AbortSignal): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select a.row::uinteger, least(greatest(coalesce((a.t - ${int64(first)}) // ${int64(bucket)}, 0), 0), ${wholeNumber(Math.max(0, all.length - 1))})::uinteger from event a where a.row >= ${int64(from)} and a.row < ${int64(to)}`, signal);
