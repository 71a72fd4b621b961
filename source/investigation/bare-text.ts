import {CancelledError} from '../errors.ts';
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
			let [clean, rejected] = [0, 0];
			for await (const {record, text, reason} of recordsAgain(session, loaded, undefined, signal)) {
				const isRejected = reason !== undefined || loaded.scan.rejected[rejected]?.record === record;
				if (!isRejected && folded(text).includes(term)) {
					ordinals.push(clean);
				}

				rejected += isRejected ? 1 : 0;
				clean += isRejected ? 0 : 1;
			}

			await table.add(loaded.id, ordinals);
		}

		return table.name;
	};

	const search = async (session: Session, key: string, signal?: AbortSignal): Promise<Sql> => find(session, key, signal).catch((error: unknown) => {
		throw signal?.aborted ? new CancelledError() : error;
	});

	const finder = async (session: Session, key: string, signal?: AbortSignal): Promise<Sql> => {
		const before = known.get(key);
		const found = before ?? search(session, key, signal);
		known.set(key, found);
		try {
			return await found;
		} catch (error) {
			if (known.get(key) === found) {
				known.delete(key);
			}

			// Whoever began the search gave it up, and we did not: it is begun anew.
			if (before && error instanceof CancelledError && !signal?.aborted) {
				return finder(session, key, signal);
			}

			throw error;
		}
	};

	return async (session, term, signal) => finder(session, folded(term), signal);
};
