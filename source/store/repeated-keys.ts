import {keysRead, repeatedReason, type KeyRead} from '../records/repeated-key.ts';
import {jsonPath} from './compile-expression.ts';
import {constant, joined, sql, wholeNumber, type Sql} from './sql.ts';

/** A pattern of lines that may hold a key twice. Characters that mean more in a pattern, or that may be written with an escape, stand for anything. */
const twice = ({key}: KeyRead): Sql => {
	const written = `${key.split(/[^A-Za-z\d .$-]/).join('%')}"%`;
	return constant(`%${written}${written}`);
};

/** A key of letters can be hidden only behind `\u`; others have shorter escapes. */
const disguise = (read: readonly KeyRead[]): Sql => constant(read.every(({key}) => /^[\w .$-]*$/.test(key)) ? String.raw`\u` : '\\');

/**
Tells records that repeat a key which is read: readers differ on which of its values counts. Looking for a text in a line costs little and is
enough for nearly all; the keys themselves are listed only where that leaves a doubt. `keys` is to be a column of its own, since the problem
names it many times; it is NULL where there is no doubt.
*/
export const repeatedKeys = (line: Sql, paths: ReadonlyArray<readonly string[]>): {readonly keys: Sql; readonly problem: (keys: Sql) => Sql} => {
	const read = keysRead(paths);
	if (read.length === 0) {
		return {keys: sql`null::varchar[][]`, problem: () => sql`null::varchar`};
	}

	const plain = read.filter(({parent}) => !parent.includes('*'));
	const parents = [[], ...plain.map(({parent}) => parent)].filter((parent, at, all) => all.findIndex(each => JSON.stringify(each) === JSON.stringify(parent)) === at);
	const place = ({parent}: KeyRead): number => parents.findIndex(each => JSON.stringify(each) === JSON.stringify(parent)) + 1;
	const doubt = (each: KeyRead): Sql => sql`(${line} like ${twice(each)} or contains(${line}, ${disguise(read)}))`;
	const repeats = (each: KeyRead, keys: Sql): Sql => {
		const copies = (list: Sql): Sql => sql`len(list_filter(${list}, lambda each: each = ${constant(each.key)}))`;
		return each.parent.includes('*')
			? sql`len(list_filter(json_keys(${line}, ${jsonPath(each.parent)}), lambda element: ${copies(sql`element`)} > 1)) > 0`
			: sql`coalesce(${copies(sql`${keys}[${wholeNumber(place(each))}]`)} > 1, false)`;
	};

	return {
		keys: sql`case when ${joined([...new Map(read.map(each => [each.key, each])).values()].map(each => sql`${line} like ${twice(each)}`), sql` or `)} or contains(${line}, ${disguise(read)}) then json_keys(${line}, [${joined(parents.map(parent => jsonPath(parent)))}]) end`,
		problem: keys => sql`case when ${keys} is not null then coalesce(${joined(read.map(each => sql`case when ${doubt(each)} then case when ${repeats(each, keys)} then ${constant(repeatedReason(each.name))} end end`))}) end`,
	};
};
