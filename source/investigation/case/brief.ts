import type {Facts} from '../../case/acts.ts';
import {emptyState, type CaseState} from '../../case/case-state.ts';
import {notificationRows, type AffectedPlace, type NotificationRow} from '../../case/jurisdictions/notification-rows.ts';
import {shippedTable} from '../../case/jurisdictions/shipped.ts';
import type {Answer, CustomerRow} from '../../records/answer.ts';
import {placeSums} from '../packaged/affected-places.ts';
import {countsOf, supportedAmong, type CaseCounts} from './case-counts.ts';

/** One page for somebody who decides: counts by level, ranges per country, clocks, what is not known. */
export type Brief = {
	readonly title?: string;
	readonly reviewedBy?: string;
	readonly counts: CaseCounts;
	readonly accounts: number;
	/** `atMost` is absent where there is no upper bound; bulk exports that name nobody could be of any country. */
	readonly countries: ReadonlyArray<{readonly country: string; readonly atLeast: number; readonly atMost?: number}>;
	/** Only where facts say who answers for the data; each to be checked with counsel. */
	readonly clocks: readonly NotificationRow[];
	readonly unknown: readonly string[];
};

const placesOf = (customers: readonly CustomerRow[], corroborated: ReadonlySet<string>): readonly AffectedPlace[] => {
	const places = placeSums();
	for (const row of customers) {
		places.add(row, corroborated.has(row.customer));
	}

	return places.sums();
};

const unstated = (facts: Facts): readonly string[] => ([
	['who answers for the data (controllers)', 'controllers'], ['how it was discovered', 'discovered'], ['who got the data (recipients)', 'recipients'],
	['which authorities were told (priorReports)', 'priorReports'], ['what was done about it (measuresTaken)', 'measuresTaken'],
] as const).filter(([, name]) => facts[name] === undefined || facts[name] === null).map(([what]) => `Nobody stated ${what}.`);

/** `state` of a case; without one the answer to a filter alone. */
export const briefOf = (answer: Answer, state: CaseState | undefined, corroborated: ReadonlySet<string>): Brief => {
	const {totals, affected, customers, byCountry, byEmployee, limitations} = answer;
	const counted = countsOf(state ?? emptyState, {totals, affected, disclosed: customers.filter(({customer}) => corroborated.has(customer)).length, supported: supportedAmong(customers)});
	const unnamed = affected.atMost === undefined ? undefined : affected.atMost - affected.atLeast;
	const facts = state?.facts ?? {};
	const title = typeof facts['title'] === 'string' ? facts['title'] : state?.created?.title;
	return {
		...(title === undefined ? {} : {title}), ...(state?.review ? {reviewedBy: state.review.by.name} : {}),
		counts: state ? counted : {...counted, accessed: {...counted.accessed, basis: 'any access that the filter matches'}},
		accounts: byEmployee.length,
		countries: byCountry.map(({country, customers: atLeast}) => ({country, atLeast, ...(unnamed === undefined ? {} : {atMost: atLeast + unnamed})})),
		clocks: Array.isArray(facts['controllers']) && facts['controllers'].length > 0 ? notificationRows(placesOf(customers, corroborated), shippedTable, facts) : [],
		unknown: [...(state ? unstated(facts) : []), ...limitations],
	};
};
