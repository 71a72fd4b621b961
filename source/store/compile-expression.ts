import {insideText, isMany, pathsOf, placeIn, whereIn, type FieldExpression} from '../records/field-expression.ts';
import {constant, joined, nothing, sql, wholeNumber, type Sql} from './sql.ts';

/** How a path of a record is read in SQL, as raw text. */
export type PathReader = (path: readonly string[]) => Sql;

const blanks = constant(' \t\r\n');

const endsIn = (value: Sql, blank: string): Sql => sql`suffix(${value}, ${constant(blank)})`;

/** Trimmed text, NULL when empty. Most texts have nothing to trim, and looking at their ends costs a sixth of trimming. */
export const filled = (value: Sql): Sql =>
	sql`case when ${value} <= '!' or ${joined([' ', '\t', '\r', '\n'].map(blank => endsIn(value, blank)), sql` or `)} then nullif(trim(${value}, ${blanks}), '') else ${value} end`;

/** The same of a value that takes work to find: it is named once, for what stands within it would be repeated at every level. */
const trimmedOnce = (value: Sql): Sql => sql`nullif(trim(${value}, ${blanks}), '')`;

const uncapitalised = (value: Sql): Sql => sql`translate(${value}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`;

/** Compiles a field expression to SQL with the meaning of `evaluate`: the second reader's evaluation is the test of this one. */
export const compileExpression = (expression: FieldExpression, read: PathReader): Sql => {
	const compile = (part: FieldExpression): Sql => compileExpression(part, read);
	switch (expression.kind) {
		case 'field': {
			return (expression.path.includes(insideText) ? trimmedOnce : filled)(read(expression.path));
		}

		case 'literal': {
			return constant(expression.text);
		}

		case 'first': {
			return sql`coalesce(${joined(expression.of.map(part => compile(part)))})`;
		}

		case 'extract': {
			return trimmedOnce(sql`regexp_extract(${compile(expression.of)}, ${constant(expression.pattern)}, ${wholeNumber(expression.group)})`);
		}

		case 'replace': {
			return trimmedOnce(sql`replace(${compile(expression.of)}, ${constant(expression.text)}, ${constant(expression.by)})`);
		}

		case 'each': {
			const several = compile(expression.of);
			const one = sql`coalesce(nullif(regexp_extract(one, ${constant(expression.pattern)}, 1), ''), one)`;
			return sql`case when prefix(${several}, '[') and json_valid(${several}) then to_json(list_transform(from_json(${several}, '["varchar"]'), lambda one: ${one}))::varchar else ${several} end`;
		}

		case 'all': {
			return sql`nullif(to_json(regexp_extract_all(${compile(expression.of)}, ${constant(expression.pattern)}, 1))::varchar, '[]')`;
		}

		case 'unlike': {
			const [of, other] = [compile(expression.of), compile(expression.other)];
			return sql`case when ${uncapitalised(of)} is distinct from ${uncapitalised(other)} then ${of} end`;
		}

		case 'when': {
			const condition = expression.among ? sql`in (${joined(expression.among.map(value => constant(value)))})` : sql`is not null`;
			return sql`case when ${compile(expression.of)} ${condition} then ${compile(expression.then)} ${expression.otherwise ? sql`else ${compile(expression.otherwise)}` : nothing} end`;
		}

		case 'join': {
			const parts = expression.of.map(part => compile(part));
			const value = sql`nullif(concat_ws(${constant(expression.separator)}, ${joined(parts)}), '')`;
			return expression.all ? sql`case when ${joined(parts.map(part => sql`${part} is not null`), sql` and `)} then ${value} end` : value;
		}
	}
};

/** Columns of a table row by their header names: `c0`, `c1`, … */
export const columnReader = (header: readonly string[]): PathReader => {
	const index = new Map(header.map((name, at) => [name, at]));
	return path => {
		const at = index.get(path[0]!);
		const cell = at === undefined ? sql`null::varchar` : sql`c${wholeNumber(at)}`;
		return path.length === 1 ? cell : insideOf(cell, path.slice(2));
	};
};

/** A path as the engine writes it. */
export const jsonPath = (path: readonly string[]): Sql =>
	constant(`$${path.map(key => key === '*' ? '[*]' : placeIn(key) !== undefined ? key : `."${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join('')}`);

/**
Paths of JSON rows. All plain paths are taken out of the text in one go, as a list `p`, since each extraction parses the text again.
`lists` are the paths with `*`, which give lists of their own.
*/
export const jsonPaths = (expressions: readonly FieldExpression[]): {readonly read: PathReader; readonly extract: (line: Sql) => Sql} => {
	const all = [...new Map(expressions.flatMap(expression => pathsOf(expression)).map(path => [JSON.stringify(path), path])).values()];
	const nested = all.filter(path => path.includes(insideText));
	const isListed = (path: readonly string[]): boolean => path.some(key => key === '*' || whereIn(key) !== undefined);
	const plain = all.filter(path => !isListed(path) && !nested.includes(path));
	const listed = all.filter(path => isListed(path) && !nested.includes(path));
	const at = (list: typeof all, path: readonly string[]): number => list.findIndex(candidate => JSON.stringify(candidate) === JSON.stringify(path));
	return {
		read(path) {
			if (path.includes(insideText)) {
				return sql`e${wholeNumber(at(nested, path))}`;
			}

			return isListed(path) ? sql`l${wholeNumber(at(listed, path))}` : sql`p[${wholeNumber(at(plain, path) + 1)}]`;
		},
		extract: line => joined([
			plain.length === 0 ? sql`[]::varchar[] as p` : sql`json_extract_string(${line}, [${joined(plain.map(path => jsonPath(path)))}]) as p`,
			...listed.map((path, index) => sql`${textAt(line, path)} as l${wholeNumber(index)}`),
			...nested.map((path, index) => {
				const border = path.indexOf(insideText);
				return sql`${insideOf(sql`json_extract_string(${line}, ${jsonPath(path.slice(0, border))})`, path.slice(border + 1))} as e${wholeNumber(index)}`;
			}),
		]),
	};
};

const listAt = (json: Sql, path: readonly string[]): Sql => sql`nullif(to_json(json_extract_string(${json}, ${jsonPath(path)}))::varchar, '[]')`;

/** What stands at a path of a text that is JSON itself; NULL where it is none. */
const insideOf = (text: Sql, path: readonly string[]): Sql =>
	sql`case when json_valid(${text}) then ${textAt(text, path)} end`;

/** The text at a path of a JSON value. */
const textAt = (json: Sql, path: readonly string[]): Sql => {
	if (path.some(key => whereIn(key))) {
		return textWhere(json, path);
	}

	return path.includes('*') ? listAt(json, path) : sql`json_extract_string(${json}, ${jsonPath(path)})`;
};

/** What stands behind the elements of an array that meet a condition; every key before it is plain or a `*`. */
const textWhere = (json: Sql, path: readonly string[]): Sql => {
	const at = path.findIndex(key => whereIn(key));
	const {every, path: condition, among} = whereIn(path[at]!)!;
	const rest = path.slice(at + 1);
	const meant = sql`list_filter(json_extract(${json}, ${jsonPath([...path.slice(0, at), '*'])}), lambda element: coalesce(json_extract_string(element, ${jsonPath(condition)}) in (${joined(among.map(value => constant(value)))}), false))`;
	if (!every) {
		return textAt(sql`(${meant})[1]`, rest);
	}

	const texts = isMany(rest)
		? sql`flatten(list_transform(${meant}, lambda element: json_extract_string(element, ${jsonPath(rest)})))`
		: sql`list_transform(list_filter(${meant}, lambda element: json_exists(element, ${jsonPath(rest)})), lambda element: json_extract_string(element, ${jsonPath(rest)}))`;
	return sql`nullif(to_json(${texts})::varchar, '[]')`;
};

/** A JSON value at a path of a line, as text: the record inside an envelope. */
export const unwrapped = (line: Sql, path: readonly string[]): Sql => sql`json_extract_string(${line}, ${jsonPath(path)})`;
