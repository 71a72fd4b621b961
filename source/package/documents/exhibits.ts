import {formatBytes} from '../../document/format-number.ts';
import type {PackageContext} from '../payload.ts';

/** Files of the case file that prove something, by what they are. */
const described: ReadonlyArray<readonly [path: string, what: string]> = [
	['data/affected/customers.csv', 'customers'], ['data/affected/exposures.csv', 'exposures'], ['data/evidence/records.ndjson', 'records, verbatim'],
	['data/accounts/accounts.csv', 'accounts'], ['data/affected/excluded.csv', 'excluded accesses'], ['data/affected/others.csv', 'other accounts'],
	['data/inventory/sources.csv', 'the originals'], ['data/method/query.json', 'filters, reading'], ['data/examination/journal.ndjson', 'journal'],
];

export type Exhibit = {readonly mark: string; readonly name: string; readonly what: string; readonly sha256: string};

/** The originals, `O1` and on; their hash was taken when they were read. */
export const originals = ({contents, paths}: PackageContext): readonly Exhibit[] => contents.sources.map(({path, bytes, sha256}, index) =>
	({mark: `O${index + 1}`, name: paths.of(path), what: formatBytes(bytes), sha256}));

/** Files of this bag, `F1` and on, as they stand in it. */
export const files = ({written}: PackageContext): readonly Exhibit[] => described
	.filter(([path]) => written.has(path))
	.map(([path, what], index) => ({mark: `F${index + 1}`, name: path, what, sha256: written.get(path)!.sha256}));
