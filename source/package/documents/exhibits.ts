import {formatBytes} from '../../document/format-number.ts';
import type {PackageContext} from '../payload.ts';

/** Files of the case file that prove something, by what they are. */
const described: ReadonlyArray<readonly [path: string, what: string]> = [
	['data/affected/customers.csv', 'the affected customers'],
	['data/affected/exposures.csv', 'customer by kind of data by account, with evidence ids'],
	['data/evidence/records.ndjson', 'every matching record, verbatim, with its place in the original'],
	['data/accounts/accounts.csv', 'the accounts of interest'],
	['data/affected/excluded.csv', 'accesses that were excluded, with reasons'],
	['data/affected/others.csv', 'other accounts that reached the same customers'],
	['data/inventory/sources.csv', 'the originals: hashes, accounting, origin'],
	['data/method/query.json', 'the filters, and how the originals were read'],
	['data/examination/journal.ndjson', 'the journal of the examination'],
];

export type Exhibit = {readonly mark: string; readonly name: string; readonly what: string; readonly sha256: string};

/** The originals, `O1` and on; their hash was taken when they were read. */
export const originals = ({contents, paths}: PackageContext): readonly Exhibit[] => contents.sources.map(({path, bytes, sha256}, index) =>
	({mark: `O${index + 1}`, name: paths.of(path), what: `original export, ${formatBytes(bytes)}`, sha256}));

/** Files of this bag, `F1` and on, as they stand in it. */
export const files = ({written}: PackageContext): readonly Exhibit[] => described
	.filter(([path]) => written.has(path))
	.map(([path, what], index) => ({mark: `F${index + 1}`, name: path, what, sha256: written.get(path)!.sha256}));
