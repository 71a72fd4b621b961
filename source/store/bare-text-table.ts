import type {Session} from './database.ts';
import {identifier, sql, type Sql} from './sql.ts';

/** A table of the records that hold a text, filled source by source. */
export type BareTextTable = {readonly name: Sql; readonly add: (source: number, ordinals: readonly number[]) => Promise<void>};

/** `number` tells the tables of one investigation apart. */
export const createBareTextTable = async (session: Session, number: number): Promise<BareTextTable> => {
	const table = `bare_text_${number}`;
	await session.run(sql`create or replace table ${identifier(table)} (source bigint, n bigint)`);
	return {
		name: sql`${identifier(table)}`,
		async add(source, ordinals) {
			await session.append(table, ordinals.map(n => [BigInt(source), BigInt(n)]));
		},
	};
};
