import type {Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {sql} from './sql.ts';

/** Sets a rule's cells apart from those of a log. */
const mark = 'rules\u001F';

/** What rules say of a text `from`; a label of one meaning is one cell. `names` is the text of the names of data behind it, as a log would have it. */
export type CellMeaning = {readonly from: string; readonly label: string; readonly types: ReadonlyArray<readonly [type: string, basis: string]>; readonly names?: string};

/** Adds cells for what rules say, and leaves their keys in `ruled`. The same text may mean something else in another product: what rules say of it is a cell of its own. */
export const addCells = async (session: Session, meanings: readonly CellMeaning[]): Promise<void> => {
	await session.run(sql`create or replace temp table labelled (said varchar, label varchar, names varchar)`);
	await session.append('labelled', meanings.map(({from, label, names}) => [from, `${mark}${label}`, names]));
	await session.run(sql`create or replace temp table ruled as select said, ${duckdb.key(sql`label`)} as cell, names from labelled`);
	await session.run(sql`create or replace temp table meant (label varchar, data_type varchar, basis varchar)`);
	await session.append('meant', meanings.flatMap(({label, types}) => types.map(([type, basis]) => [`${mark}${label}`, type, basis])));
	await session.run(sql`insert into data_cell select distinct ${duckdb.key(sql`label`)}, data_type, basis from meant except select cell, data_type, basis from data_cell`);
	await session.run(sql`insert into stage_text select distinct 'dataTypes', cell, names from ruled where names is not null`);
};
