import {formatCount} from '../../../document/format-number.ts';
import type {Affected} from '../../../records/answer.ts';
import type {Audience, ExportLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';

/** What is counted of that which will be packed. */
export type Figures = {readonly customers: number; readonly affected: Affected; readonly accounts: number; readonly records: number; readonly exclusions: number; readonly exports: number};

/** As the case counts it, or the filter; undefined while it is counted. */
export const figuresOf = ({opened, answers, revision, facts}: State, {of}: ExportLayer): Figures | undefined => {
	const counted = of === 'case' ? opened && {totals: opened.counts.totals, affected: opened.counts.accessed.affected} : (answers.totals?.revision === revision ? answers.totals.value : undefined);
	if (!counted) {
		return undefined;
	}

	const {totals: {customers, employees, events, denied}, affected} = counted;
	return {
		customers, affected, accounts: employees, records: events + denied,
		exclusions: of === 'case' ? opened!.state.exclusions.length : 0, exports: of === 'case' ? opened!.state.sources.length : facts?.sources.length ?? 0,
	};
};

type Words = (figures: Figures) => string | undefined;

/** Something of the package, by its path in the bag: how it is called where it is in it, and where it is not. */
type Thing = {
	readonly path: string;
	readonly in: Words;
	readonly out: Words;
	/** What some audiences get in its place, and what they then do not get. */
	readonly instead?: Readonly<Partial<Record<Audience, {readonly in: Words; readonly out: Words}>>>;
};

const always = (words: string): Words => () => words;
const accounts: Words = figures => formatCount(figures.accounts, 'account');
const records: Words = figures => formatCount(figures.records, 'record of evidence', 'records of evidence');
const exclusions: Words = figures => figures.exclusions === 0 ? undefined : `${formatCount(figures.exclusions, 'exclusion')} with ${figures.exclusions === 1 ? 'its reason' : 'their reasons'}`;

const chainOnly = {in: always('the journal as bare hashes'), out: always('who did what in the examination')};

const things: readonly Thing[] = [
	{path: 'data/letters/', in: figures => formatCount(figures.customers, 'letter'), out: () => undefined},
	{path: 'data/affected/customers.csv', in: figures => `${formatCount(figures.customers, 'customer')} with contact`, out: figures => `${formatCount(figures.customers, 'customer')} by name`, instead: {customers: {in: () => undefined, out: always('how many others there are')}}},
	{path: 'data/accounts/accounts.csv', in: accounts, out: accounts, instead: {regulator: {in: figures => `${accounts(figures)} by role`, out: always('names of accounts')}}},
	{path: 'data/evidence/records.ndjson', in: records, out: records},
	{path: 'data/affected/excluded.csv', in: exclusions, out: exclusions},
	{path: 'data/counts/by-day.csv', in: always('counts by kind of data, place and day'), out: always('counts by place and day')},
	{path: 'data/inventory/sources.csv', in: figures => `${formatCount(figures.exports, 'export')} by hash`, out: always('the exports')},
	{path: 'data/jurisdictions/notification.csv', in: always('the clocks of regulators'), out: always('the clocks of regulators')},
	{path: 'data/referral.pdf', in: always('a referral of two pages'), out: always('the referral')},
	{path: 'data/report.pdf', in: always('the report'), out: always('the report'), instead: {regulator: {in: always('a report of counts'), out: () => undefined}, hr: {in: always('a report of accounts'), out: () => undefined}}},
	{path: 'data/leads/leads.json', in: always('the leads'), out: always('the leads')},
	{path: 'data/method/query.json', in: always('the filters'), out: always('the filters'), instead: {regulator: {in: always('the filters without values'), out: always('values of filters')}}},
	{path: 'data/examination/journal.ndjson', in: always('the journal'), out: always('the journal'), instead: {regulator: chainOnly, hr: chainOnly, customers: chainOnly}},
];

/** What no audience gets. */
const nobody = 'card numbers but their last four digits';

/** What an audience gets and what it does not, from the matrix of the package and the figures of the case. */
export const contentsFor = ({audience, outlines}: ExportLayer, figures: Figures): {readonly holds: readonly string[]; readonly heldBack: readonly string[]} | undefined => {
	const outline = outlines?.get(audience);
	if (!outline) {
		return undefined;
	}

	const [files, absent] = [new Set(outline.files), new Set(outline.absent)];
	const holds = things.flatMap(({path, instead, ...thing}) => files.has(path) ? (instead?.[audience] ?? thing).in(figures) ?? [] : []);
	const heldBack = things.flatMap(({path, instead, ...thing}) => files.has(path) ? instead?.[audience]?.out(figures) ?? [] : (absent.has(path) ? (instead?.[audience] ?? thing).out(figures) ?? [] : []));
	return {holds, heldBack: [...heldBack, ...(files.has('data/evidence/records.ndjson') ? [nobody] : [])]};
};
