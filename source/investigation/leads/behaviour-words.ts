import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {AccountBehaviour, AfterLeaving, BeforeLeaving, Finding, Measure} from '../../leads/behaviour.ts';
import {leavingStretch} from '../../leads/leaving.ts';

const counted: Readonly<Record<Measure, (value: number) => string>> = {
	customers: value => formatCount(value, 'customer'),
	newCustomers: value => `${formatCount(value, 'customer')} never reached before`,
	offHours: value => `${formatCount(value, 'event')} outside the hours of this account`,
	noReason: value => `${formatCount(value, 'event')} without a reason`,
	otherMarkets: value => `${formatCount(value, 'customer')} of other markets than usual`,
	consecutive: value => `${formatCount(value, 'customer')} whose ids follow one another`,
	burst: value => `${formatCount(value, 'event')} within ten minutes`,
	exports: value => formatCount(value, 'export'),
	denied: value => `${formatCount(value, 'denied attempt')}`,
};

const days = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

export const dayText = (day: number): string => days.format(new Date(day * 86_400_000));
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** `212 customers in the 30 days up to leaving on 31 Mar 2026; usual 31 in 30 days, team 28`. Where the exports hold not all of these days, the number is of those that they do. */
const beforeWords = ({from, to, leaving, value, usual, team}: BeforeLeaving, firstDay: number): string => {
	const held = to - from + 1;
	return `${formatCount(value, 'customer')} in the ${leavingStretch} days up to leaving on ${dayText(firstDay + leaving)}${held < leavingStretch ? ` (of which the exports hold ${formatNumber(held)})` : ''}; usual ${formatNumber(usual)} in ${leavingStretch} days, team ${formatNumber(team)}`;
};

/** `17 events after leaving on 31 Mar 2026, the last on 4 Apr 2026; 12 customers reached, 2 events denied`. */
const afterWords = ({to, leaving, events, denied, customers}: AfterLeaving, firstDay: number): string =>
	`${formatCount(events, 'event')} after leaving on ${dayText(firstDay + leaving)}, the last on ${dayText(firstDay + to)}; ${formatCount(customers, 'customer')} reached${denied === 0 ? '' : `, ${formatCount(denied, 'event')} denied`}`;

/** `412 customers on 14 Oct 2020; usual 31, team 28`. */
export const findingWords = (finding: Finding, firstDay: number): string => {
	if (finding.measure === 'beforeLeaving' || finding.measure === 'afterLeaving') {
		return finding.measure === 'beforeLeaving' ? beforeWords(finding, firstDay) : afterWords(finding, firstDay);
	}

	const {measure, day, value, usual, team, others} = finding;
	return `${counted[measure](value)} on ${dayText(firstDay + day)}; usual ${formatNumber(usual)}, team ${formatNumber(team)}${others === 0 ? '' : ` (and ${formatCount(others, 'day')} more like it)`}`;
};

/** The days of a finding as a filter says them: `2020-10-14`, `2026-03-02..2026-03-31`. */
export const findingDays = (finding: Finding, firstDay: number): string =>
	'day' in finding ? isoDay(firstDay + finding.day) : `${isoDay(firstDay + finding.from)}..${isoDay(firstDay + finding.to)}`;

/** What the logs say of reasons on those days. A number that anybody can type is a claim. */
export const reasonWords = ({events, reasoned}: AccountBehaviour, hasReasons: boolean): string => hasReasons
	? `${formatNumber(reasoned)} of the ${formatCount(events, 'event')} on these days state a reason, which nobody checked`
	: 'the exports log no reasons';
