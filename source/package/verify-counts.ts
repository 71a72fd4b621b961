import {visibleText} from '../document/visible-text.ts';
import {fail, orPass, type Finding} from './finding.ts';
import type {QueryCounts} from './query-file.ts';
import type {CaseSummary} from './verify-case.ts';
import type {EvidenceSummary} from './verify-evidence.ts';
import type {CountsSummary} from './verify-more-tables.ts';
import type {CustomersSummary, ExposuresSummary, RejectedSummary, RowsSummary, SourcesSummary} from './verify-tables.ts';

/** What the files of one package say; absent when a file could not be read, which is a finding of its own. */
export type Summaries = {
	readonly evidence?: EvidenceSummary;
	readonly customers?: CustomersSummary;
	readonly exposures?: ExposuresSummary;
	readonly sources?: SourcesSummary;
	readonly rejected?: RejectedSummary;
	readonly query?: {readonly counts?: QueryCounts; readonly inferred?: number; readonly lists?: ReadonlySet<string>};
	readonly case?: CaseSummary;
	readonly accounts?: RowsSummary;
	readonly excluded?: RowsSummary;
	readonly others?: RowsSummary;
	readonly identities?: RowsSummary;
	readonly notification?: RowsSummary;
	readonly counts?: readonly CountsSummary[];
};

type Side = {readonly file: string; readonly count: number | undefined};

const equal = (what: string, a: Side, b: Side): readonly Finding[] =>
	a.count === undefined || b.count === undefined || a.count === b.count ? [] : [fail('counts', `${what}: ${a.file} has ${a.count} and ${b.file} has ${b.count}`)];

/** Names the first that one set has and the other lacks. */
const within = (what: string, all: ReadonlySet<string> | undefined, allowed: ReadonlySet<string> | undefined): readonly Finding[] => {
	const stranger = all && allowed && [...all].find(item => !allowed.has(item));
	return stranger === undefined ? [] : [fail('counts', `${what}: ${visibleText(stranger.slice(0, 200))}`)];
};

/** Numbers that stand in two files must be the same, and what one file refers to must stand in the other. */
export const verifyCounts = ({evidence, customers, exposures, sources, rejected, query, case: said, accounts, excluded, others, identities, notification, counts = []}: Summaries): readonly Finding[] => {
	const stated = query?.counts;
	const asked = (name: keyof QueryCounts): Side => ({file: 'method/query.json', count: stated?.[name]});
	const inventory = (name: 'sources' | 'read' | 'kept' | 'duplicate' | 'rejected'): Side => ({file: 'inventory/sources.csv', count: sources?.[name]});
	const findings = [
		...equal('customers', {file: 'affected/customers.csv', count: customers?.rows}, {file: 'affected/exposures.csv', count: exposures?.customers.size}),
		...equal('customers', {file: 'affected/customers.csv', count: customers?.rows}, asked('customers')),
		...equal('exposures', {file: 'affected/exposures.csv', count: exposures?.rows}, asked('exposures')),
		...equal('evidence records', {file: 'evidence/records.ndjson', count: evidence?.records}, asked('evidence')),
		...equal('rejected records', {file: 'inventory/rejected.ndjson', count: rejected?.rows}, inventory('rejected')),
		...(['sources', 'read', 'kept', 'duplicate', 'rejected'] as const).flatMap(name => equal(name, inventory(name), asked(name))),
		...equal('excluded accesses', {file: 'affected/excluded.csv', count: excluded?.rows}, asked('excluded')),
		...equal('accesses of others', {file: 'affected/others.csv', count: others?.rows}, asked('others')),
		...equal('other ids and addresses', {file: 'identities.csv', count: identities?.rows}, asked('identities')),
		...equal('customers', {file: 'case.json', count: said?.customers}, asked('customers')),
		...equal('customers', {file: 'case.json', count: said?.customers}, {file: 'affected/customers.csv', count: customers?.rows}),
		...equal('accounts', {file: 'case.json', count: said?.accounts}, {file: 'accounts/accounts.csv', count: accounts?.rows}),
		...equal('customers', {file: 'case.json', count: said?.customers}, {file: 'jurisdictions/notification.csv', count: notification?.rows}),
		...equal('customers known from lists alone', {file: 'affected/customers.csv', count: customers?.inferred}, {file: 'case.json', count: said?.inferred}),
		...equal('customers known from lists alone', {file: 'case.json', count: said?.inferred}, {file: 'method/query.json', count: query?.inferred}),
		...within('evidence/records.ndjson has customers of a list behind an event for which method/query.json names no list', evidence?.listed, query?.lists),
		...counts.flatMap(({file, customers: distinct, records}) => [
			...equal('customers', {file: 'case.json', count: said?.customers}, {file, count: distinct}), ...equal('records', {file: 'case.json', count: said?.events}, {file, count: records}),
		]),
		...within('affected/exposures.csv has a customer that affected/customers.csv lacks', exposures?.customers, customers?.customers),
		...within('affected/customers.csv has a customer that affected/exposures.csv lacks', customers?.customers, exposures?.customers),
		...within('affected/exposures.csv names evidence that evidence/records.ndjson lacks', exposures?.evidence, evidence?.ids),
		...within('evidence/records.ndjson cites a source that inventory/sources.csv lacks', evidence?.sources, sources?.hashes),
	];
	return orPass(findings, 'counts', 'the counts agree between the files');
};
