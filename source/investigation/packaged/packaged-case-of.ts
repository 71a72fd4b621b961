import {basename} from 'node:path';
import {notificationRows} from '../../case/jurisdictions/notification-rows.ts';
import {shippedTable} from '../../case/jurisdictions/shipped.ts';
import {allOf, anyOf} from '../../filter/build.ts';
import {filterSentence} from '../../filter/sentence.ts';
import type {Affected, Totals} from '../../records/answer.ts';
import type {Presence} from '../../records/presence.ts';
import {usedList} from '../../records/reading.ts';
import type {PackagedCustomer} from '../../package/contents.ts';
import type {ExcludedAccess, OtherAccess, PackagedAccount, PackagedCase, PackagedExclusion, PackagedSelection, UsedInCase} from '../../package/packaged-case.ts';
import type {Accesses} from '../../store/accesses.ts';
import {askAccounts, countAccesses, everyAccess, streamAccessRows, streamOthers} from '../../store/questions/case-accesses.ts';
import {askPresence} from '../../store/questions/presence.ts';
import {streamIdentities} from '../../store/questions/identities.ts';
import {rowPlaces} from '../../store/questions/row-places.ts';
import {countsOf} from '../case/case-counts.ts';
import {filterOf} from '../case/case-filter.ts';
import type {Context} from '../context.ts';
import type {EventList} from '../event-lists/event-list.ts';
import {eventId} from '../event-rows.ts';
import {again, flat} from '../flat.ts';
import type {ExportRequest} from '../investigation.ts';
import {matchedAccesses} from '../matched.ts';
import {recordNumber} from '../source-summary.ts';
import {placeSums} from './affected-places.ts';
import {caseLeads} from './case-leads.ts';
import {changesSince} from './changes.ts';
import {previousExport, type Examination} from './examination.ts';
import {otherDataRule, type OtherDataRule} from './other-data.ts';
import {systemCoverage} from './system-coverage.ts';

const selectionsOf = async (context: Context, {state}: Examination): Promise<readonly PackagedSelection[]> => {
	const all: PackagedSelection[] = [];
	for (const {number, filter, reason, by, at, matched, beyondScope} of state.selections) {
		const tree = filterOf(filter);
		const {customerIds: _, ...now} = await matchedAccesses(context, {filter: tree});
		all.push({number, filter, tree, sentence: filterSentence(tree), reason, by, at, matched, beyondScope, now});
	}

	return all;
};

/** The accesses of the selections that an exclusion matches, whatever the others take out. */
const withinSelections = ({state}: Examination, filter: string) => allOf([anyOf(state.selections.map(selection => filterOf(selection.filter))), filterOf(filter)]);

const exclusionsOf = async (context: Context, examination: Examination): Promise<readonly PackagedExclusion[]> => {
	const all: PackagedExclusion[] = [];
	for (const {number, filter, reason, by, at, matched} of examination.state.exclusions) {
		const tree = filterOf(filter);
		const accesses = await context.question({filter: withinSelections(examination, filter)}, async question => countAccesses(question));
		all.push({number, filter, tree, sentence: filterSentence(tree), reason, by, at, matched, accesses});
	}

	return all;
};

const excludedAccesses = async function * (context: Context, examination: Examination): AsyncGenerator<ExcludedAccess> {
	for (const {number, filter, reason} of examination.state.exclusions) {
		const found = await context.question({filter: withinSelections(examination, filter)}, async accesses => {
			const place = await rowPlaces(accesses.session);
			const all: ExcludedAccess[] = [];
			for await (const {row, ...access} of flat(streamAccessRows(accesses))) {
				const {source, n} = place(row);
				const loaded = context.loaded.sources[source]!;
				const record = recordNumber(loaded.scan, n);
				all.push({exclusion: number, reason, evidence: eventId(loaded.source.sha256, record), ...access, source: loaded.source.path, record});
			}

			return all;
		});
		yield * found;
	}
};

const others = async function * (context: Context, accesses: Accesses): AsyncGenerator<OtherAccess> {
	yield * flat(streamOthers(accesses, await everyAccess(accesses, context.facts)));
};

/** A list behind a bulk export is called by the name of its file. */
const usedListOf = ({path, sha256, event, given, resolved, repeated, ambiguous, inferred, recordCount}: EventList): UsedInCase =>
	({path: basename(path), what: usedList, sha256, list: {event, given, resolved, repeated, ambiguous: ambiguous.length, inferred, ...(recordCount === undefined ? {} : {recordCount})}});

const noPresence: Presence = {records: {}, findings: []};

/** The accounts of the selections, each with what records of presence say of these events. */
export const accountsOf = async (accesses: Accesses): Promise<readonly PackagedAccount[]> => {
	const accounts = await askAccounts(accesses);
	const rows = await askPresence(accesses);
	const presence = rows && new Map(rows.map(({employee, records, findings}) => [employee, {records, findings}]));
	return presence ? accounts.map(account => ({...account, presence: presence.get(account.employee) ?? noPresence})) : accounts;
};

export type CaseInputs = {
	readonly accesses: Accesses;
	readonly examination: Examination;
	readonly totals: Totals;
	readonly affected: Affected;
	/** With what this gives of other data. */
	readonly customers: (rule: OtherDataRule) => AsyncIterable<PackagedCustomer>;
};

/** All that the case knows beyond the answer, and the rule by which other data of a customer is excluded. */
export const packagedCaseOf = async (context: Context, request: ExportRequest, {accesses, examination, totals, affected, customers}: CaseInputs): Promise<{readonly packaged: PackagedCase; readonly rule: OtherDataRule}> => {
	const {state, lines, onTheWay, corroborated} = examination;
	const accounts = await accountsOf(accesses);
	const rule = await otherDataRule(context, accesses, {state, employees: accounts.map(({employee}) => employee), customers: totals.customers});
	const sums = placeSums();
	for await (const customer of customers(rule)) {
		sums.add(customer, customer.level === 'corroborated as disclosed');
	}

	const places = sums.sums();
	const disclosed = corroborated.size === 0 ? 0 : places.reduce((sum, place) => sum + place.corroborated, 0);
	const supported = context.facts.judged ? places.reduce((sum, place) => sum + place.accessed - place.withoutSupportedReason, 0) : undefined;
	const {totals: _, ...counts} = countsOf(state, {totals, affected, disclosed, supported});
	const previous = previousExport(request.examination?.lines ?? [], lines, request.audience ?? 'law-enforcement');
	const head = previous?.lines.at(-1);
	const leads = await caseLeads(context, request, examination);
	const table = request.jurisdictions ?? shippedTable;
	const {title: __, reading: ___, by: ____, at: _____, ...about} = state.created ?? {};
	return {
		rule,
		packaged: {
			revision: state.revision!, onTheWay, reading: request.reading ?? {}, ...about, facts: state.facts, selections: await selectionsOf(context, examination), exclusions: await exclusionsOf(context, examination),
			notes: state.notes.map(({text, by, at}) => ({text, by, at})), counts, accounts, notifications: notificationRows(places, table, state.facts),
			jurisdictions: {date: table.date, origin: table.origin, ...(request.jurisdictions ? {sha256: request.jurisdictions.sha256} : {})}, otherDataObstacles: rule.obstacles, otherDataExcluded: totals.customers - rule.unsettled, journal: lines, coverage: await systemCoverage(accesses),
			...(previous && head ? {previous: {seq: head.seq, hash: head.hash, sha256: previous.sha256}} : {}), changes: previous ? await changesSince(context, previous.lines, state) : [],
			...(leads === undefined ? {} : {leads}), kept: [...request.kept ?? [], ...context.lists.map(list => usedListOf(list))], excluded: again(() => excludedAccesses(context, examination)), others: again(() => others(context, accesses)), identities: again(() => flat(streamIdentities(accesses))),
		},
	};
};
