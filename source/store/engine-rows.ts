import {pathsOf, type FieldExpression, type FieldMap, type FieldRole} from '../records/field-expression.ts';
import {lineDelimiter} from '../files/line-splitter.ts';
import {columnReader, compileExpression, jsonPaths, unwrapped} from './compile-expression.ts';
import {compileTime, inRange, placeInZone, withTime} from './compile-time.ts';
import type {EngineInput, SourcePlan} from './plan.ts';
import {repeatedKeys} from './repeated-keys.ts';
import {constant, identifier, joined, sql, wholeNumber, type Sql} from './sql.ts';

const defaultLongest = 2_000_000;

/** Arguments that make the engine's CSV reader decide nothing by itself. */
const csv = (input: EngineInput, columns: readonly Sql[], style: {readonly delimiter: string; readonly quote: string; readonly escape: string}): Sql => {
	const longest = input.longest > defaultLongest * 0.9 ? sql`, max_line_size = ${wholeNumber(Math.ceil(input.longest * 1.2) + 1000)}` : sql``;
	return sql`read_csv(${constant(input.path)}, auto_detect = false, header = false, skip = ${wholeNumber(input.skip)}, delim = ${constant(style.delimiter)}, quote = ${constant(style.quote)}, escape = ${constant(style.escape)}, new_line = ${constant(input.lineEnd === '\n' ? String.raw`\n` : String.raw`\r\n`)}, comment = '', null_padding = false, ignore_errors = false, strict_mode = true, parallel = ${input.multiline ? sql`false` : sql`true`}, columns = {${joined(columns.map(name => sql`${name}: 'VARCHAR'`))}}${longest})`;
};

const expressionsOf = (fields: FieldMap): ReadonlyArray<readonly [FieldRole, FieldExpression]> =>
	Object.entries(fields).filter(([role]) => role !== 'timeStyle') as unknown as ReadonlyArray<readonly [FieldRole, FieldExpression]>;

/** The text column of a role: a name that no table of the store has. */
export const roleColumn = (role: FieldRole): Sql => identifier(role === 'time' ? 'x' : `r_${role}`);

/** Roles that a field map fills, in a fixed order; each becomes a text column of the stage. */
export const mappedRoles = (fields: FieldMap): readonly FieldRole[] => expressionsOf(fields).map(([role]) => role).filter(role => role !== 'time');

const headerOf = ({file: {structure}}: SourcePlan): readonly string[] => structure.kind === 'table' ? structure.header : [];

/** Whether an expression is what stands in one cell of a table. */
const isCell = (expression: FieldExpression): expression is Extract<FieldExpression, {kind: 'field'}> => expression.kind === 'field' && expression.path.length === 1;

/** The records of a table as the engine reads them: `c0`, `c1`, … */
export const tableRows = (plan: SourcePlan, input: EngineInput): Sql => {
	const {structure} = plan.file;
	if (structure.kind !== 'table') {
		throw new TypeError('only a table has cells');
	}

	const {style} = structure.shape;
	return csv(input, structure.header.map((_, index) => sql`c${wholeNumber(index)}`), {delimiter: style.delimiter, quote: style.quote ?? '', escape: style.escape});
};

/** What equal records share; a record with a native id is known by that. */
const printOf = ({fingerprint, fields}: SourcePlan, hash: Sql): Sql =>
	fingerprint ? sql`, ${fields.id ? sql`case when ${roleColumn('id')} is null then ${hash} end` : hash} as print` : sql``;

/**
The raw rows of a source with one text column a role, the time's text as `x`, and why a row cannot be read as `unreadable`. `rows` stands for
the records of a table where they were read already.
*/
export const roleRows = (plan: SourcePlan, input: EngineInput, rows?: Sql): Sql => {
	const {structure} = plan.file;
	const entries = expressionsOf(plan.fields);
	const columns = (read: Parameters<typeof compileExpression>[1]): Sql => joined(entries.map(([role, expression]) => sql`${compileExpression(expression, read)} as ${roleColumn(role)}`));
	if (structure.kind === 'table') {
		const {header} = structure;
		const cells = header.map((_, index) => sql`c${wholeNumber(index)}`);
		const print = printOf(plan, sql`hash(${joined(cells)})`);
		return sql`select ${columns(columnReader(header))}, null::varchar as unreadable${print} from ${rows ?? tableRows(plan, input)}`;
	}

	if (structure.kind === 'text') {
		const print = printOf(plan, sql`hash(line)`);
		return sql`select ${columns(([name]) => name === 'line' ? sql`line` : sql`null::varchar`)}, null::varchar as unreadable${print} from ${csv(input, [sql`line`], {delimiter: lineDelimiter, quote: '', escape: ''})}`;
	}

	const used = entries.flatMap(([, expression]) => pathsOf(expression).map(path => ({kind: 'field', path} as const)));
	const paths = jsonPaths(used);
	const lines = structure.kind === 'parquet' ? sql`(select to_json(r)::varchar as line from read_parquet(${constant(input.path)}) r)` : csv(input, [sql`line`], {delimiter: lineDelimiter, quote: '', escape: ''});
	const unwrap = plan.envelope ? sql`case when json_valid(line) then coalesce(${unwrapped(sql`line`, plan.envelope)}, line) end` : sql`line`;
	const print = printOf(plan, sql`hash(line)`);
	// The engine itself wrote the lines of Parquet: no key stands twice in them.
	const repeated = repeatedKeys(sql`inner_line`, structure.kind === 'parquet' ? [] : used.map(({path}) => path));
	const outside = repeatedKeys(sql`line`, structure.kind === 'parquet' || !plan.envelope ? [] : [plan.envelope]);
	// That a valid text which begins with a brace is an object need not be asked.
	return sql`select ${columns(paths.read)}, unreadable${print} from (
		select *, ${paths.extract(sql`case when unreadable is null then inner_line end`)} from (
			select line, inner_line, coalesce(damaged, ${outside.problem(sql`outer_keys`)}, ${repeated.problem(sql`keys`)}) as unreadable from (
				select *, case when damaged is null then ${repeated.keys} end as keys, case when damaged is null then ${outside.keys} end as outer_keys from (
					select line, inner_line, case when not coalesce(json_valid(inner_line), false) then 'not valid JSON' when inner_line not like '{%' and json_type(inner_line) <> 'OBJECT' then 'not a JSON object' end as damaged
					from (select line, ${unwrap} as inner_line from ${lines})))))`;
};

/** The texts of roles in a table's records, one column a role. Those that one cell gives still have the blanks around them. */
export const untrimmedRows = (plan: SourcePlan, input: EngineInput, roles: readonly FieldRole[]): Sql => {
	const read = columnReader(headerOf(plan));
	return sql`select ${joined(expressionsOf(plan.fields).filter(([role]) => roles.includes(role)).map(([role, expression]) =>
		sql`${isCell(expression) ? read(expression.path) : compileExpression(expression, read)} as ${roleColumn(role)}`))} from ${tableRows(plan, input)}`;
};

const gap = (zone: string): Sql => sql`'time does not exist in ' || ${constant(zone)} || ', where clocks went forward: "'`;

/**
All rows of a source, understood: `t` in microseconds or NULL, `problem` where a row must be rejected, `ambiguous`, and the text columns of
the roles. One row for each clean record, in the order of the file.
*/
export const understoodRows = (plan: SourcePlan, input: EngineInput, rows?: Sql): Sql => {
	const roles = mappedRoles(plan.fields);
	const kept = joined([...roles.map(role => roleColumn(role)), sql`unreadable`, sql`x`, ...(plan.fingerprint ? [sql`print`] : [])]);
	const time = compileTime(sql`x`, plan.fields.timeStyle);
	const {at, ambiguous} = placeInZone(sql`local`, sql`shift`, plan.zone);
	const outside = sql`case when unreadable is not null then unreadable when x is null then 'no time' when local is not null and t0 is null then ${gap(plan.zone)} || left(x, 200) || '"' else 'time not understood: "' || left(x, 200) || '"' end`;
	return sql`select ${joined(roles.map(role => role === 'id' || role === 'disclosure' ? sql`case when ${roleColumn(role)} is not null then hash(${roleColumn(role)}) end as ${roleColumn(role)}` : roleColumn(role)))}${roles.length > 0 ? sql`,` : sql``} t, ambiguous, shift is null and t is not null as naive, case when t is null then ${outside} end as problem${plan.fingerprint ? sql`, print` : sql``} from (
		select *, ${inRange(sql`t0`)} as t from (
			select *, ${at} as t0, ${ambiguous} as ambiguous from (
				${withTime(sql`(${roleRows(plan, input, rows)})`, kept, time)})))`;
};

/** The cells of a table's records beside `t`, `ambiguous` and `naive`: only the time is understood, which every record must have. */
export const timedRows = (plan: SourcePlan, input: EngineInput): Sql => {
	const time = compileTime(sql`x`, plan.fields.timeStyle);
	const {at, ambiguous} = placeInZone(sql`local`, sql`shift`, plan.zone);
	return sql`select *, ${inRange(sql`t0`)} as t, shift is null and t0 is not null as naive from (
		select *, ${at} as t0, ${ambiguous} as ambiguous from (
			${withTime(sql`(select *, ${compileExpression(plan.fields.time, columnReader(headerOf(plan)))} as x from ${tableRows(plan, input)})`, sql`*`, time)}))`;
};

/** The column a role is read from, where it is one column of a table. */
export const rawColumn = (plan: SourcePlan, role: FieldRole): Sql | undefined => {
	const expression = plan.fields[role];
	return plan.file.structure.kind === 'table' && expression?.kind === 'field' ? columnReader(headerOf(plan))(expression.path) : undefined;
};
