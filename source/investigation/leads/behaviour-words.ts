import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {AccountBehaviour, Finding, Measure} from '../../leads/behaviour.ts';

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

/** `412 customers on 14 Oct 2020; usual 31, team 28`. */
export const findingWords = ({measure, day, value, usual, team, others}: Finding, firstDay: number): string =>
	`${counted[measure](value)} on ${dayText(firstDay + day)}; usual ${formatNumber(usual)}, team ${formatNumber(team)}${others === 0 ? '' : ` (and ${formatCount(others, 'day')} more like it)`}`;

/** What the logs say of reasons on those days. A number that anybody can type is a claim. */
export const reasonWords = ({events, reasoned}: AccountBehaviour, hasReasons: boolean): string => hasReasons
	? `${formatNumber(reasoned)} of the ${formatCount(events, 'event')} on these days state a reason, which nobody checked`
	: 'the exports log no reasons';
