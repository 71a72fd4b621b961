import type {Session} from '../store/database.ts';
import {createBareTextTable} from '../store/bare-text-table.ts';
import type {Sql} from '../store/sql.ts';
import type {LoadedSource} from './loaded-source.ts';
import {recordsAgain} from './records-again.ts';

/** ASCII letters in lower case; others as they are. */
const folded = (text: string): string => text.replaceAll(/[A-Z]+/g, letters => letters.toLowerCase());

/**
Finds the records that hold a text by reading the exports again, once for each text: the store keeps no verbatim text. Gives the name of a
table of (source, n), where n counts clean records from 0.
*/
export const bareTextFinder = (sources: readonly LoadedSource[]): ((session: Session, term: string, signal?: AbortSignal) => Promise<Sql>) => {
	const known = new Map<string, Promise<Sql>>();
	let count = 0;
	const find = async (session: Session, term: string, signal?: AbortSignal): Promise<Sql> => {
		count++;
		const table = await createBareTextTable(session, count);
		for (const loaded of sources) {
			const ordinals: number[] = [];
			let rejected = 0;
			for await (const {record, text, reason} of recordsAgain(session, loaded, undefined, signal)) {
				const isRejected = reason !== undefined || loaded.scan.rejected[rejected]?.record === record;
				rejected += isRejected ? 1 : 0;
				if (!isRejected && folded(text).includes(term)) {
					ordinals.push(record - 1 - rejected);
				}
			}

			await table.add(loaded.id, ordinals);
		}

		return table.name;
	};

	return async (session, term, signal) => {
		const key = folded(term);
		const found = known.get(key) ?? find(session, key, signal);
		known.set(key, found);
		// A search that was stopped is begun anew.
		found.catch(() => known.delete(key));
		return found;
	};
};
