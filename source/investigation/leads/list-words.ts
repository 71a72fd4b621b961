import {firstOf} from '../../document/first-of.ts';
import {formatCount, formatNumber, formatPercent} from '../../document/format-number.ts';
import type {LeakedList} from './load-lists.ts';
import type {Lead, ListLeftOut, Strength, Verdict} from './leads.ts';

/** How often a separable lead of this strength was wrong where the truth was known; docs/leads.md says how that was measured. */
const measuredErrors: Readonly<Record<Strength, string>> = {
	strong: 'in the benchmark none of 456 such leads was wrong, where everybody was in the exports (docs/leads.md)',
	moderate: 'in the benchmark none of 34 such leads was wrong, too few to say much (docs/leads.md)',
	weak: 'such a lead is never called separable',
};

const strengthWords = ({separable, strength}: Pick<Lead, 'separable' | 'strength'>): string =>
	separable || strength === 'weak' ? `${strength} evidence; ${measuredErrors[strength]}` : `${strength} evidence, and not of one account alone`;

const verdicts: Readonly<Record<Verdict, string>> = {
	'separable': 'The list is consistent with accounts that can be told from the teams, systems, reports and markets they belong to. That is where to look next, not who did it.',
	'inseparable': 'The list is consistent with accounts or groups, and of no account more can be said: the group it belongs to is as consistent, it is shared, or its evidence is weak. It names nobody.',
	'nobody': 'Nobody is more consistent with the list than chance, the markets of the customers and how often they call. It may have come from elsewhere.',
	'too-few': 'Too few to say: fewer than 3 customers of the list are known here. No number of accesses makes up for that.',
	'rigged-source': 'Nothing was ranked: the exports were selected by employee, so whoever they were selected for would come out on top.',
};

export const verdictWords = (verdict: Verdict): string => verdicts[verdict];

type Gist = {readonly given: number; readonly resolved: number; readonly customers: number};

/** A list that nothing can be said of, whatever the accesses are; undefined when it can be ranked. */
export const unrankable = ({given, resolved, customers}: Gist): {readonly verdict: Verdict; readonly because: string} | undefined => {
	if (given === 0) {
		return {verdict: 'too-few', because: 'The list is empty: there is nothing to rank. Give customer ids or e-mail addresses, one a line or in a column of a table.'};
	}

	if (resolved === 0) {
		return {verdict: 'too-few', because: `${given === 1 ? 'The only entry is no customer' : `None of the ${formatNumber(given)} entries is a customer`} of these exports or of the directory: too few to say. Is it the right column, and is the directory of customers given (--customers)?`};
	}

	if (resolved < 3) {
		return {verdict: 'too-few', because: `Too few to say: ${formatCount(resolved, 'customer')} of the list ${resolved === 1 ? 'is' : 'are'} known here, and fewer than 3 say nothing, whatever the numbers. More customers who report, or the directory of customers (--customers), would change that.`};
	}

	if (resolved * 2 > customers) {
		return {verdict: 'nobody', because: `The list holds ${formatPercent(resolved, customers)} of all ${formatCount(customers, 'customer')}: every account that reached many is as consistent with it as any other. Look at bulk exports, backups and whatever reads all customers.`};
	}

	return undefined;
};

/** Of an entry no more than this: a line of a file that is no list has no end. */
const longestEntry = 60;

const shortened = (entry: string): string => {
	const begins = Array.from(entry.slice(0, 2 * longestEntry + 2));
	return begins.length > longestEntry ? `${begins.slice(0, longestEntry - 1).join('')}…` : entry;
};

const examples = (entries: readonly string[]): string => firstOf(entries.map((entry, place) => place < 5 ? shortened(entry) : entry));

/** What became of the entries of a list. */
export const listCaveats = ({path, given, resolved, repeated, same, ambiguous, unknown, column, without = 0, elsewhere = 0, assumed, again = []}: LeakedList): readonly string[] => [
	`${path}: ${formatCount(given, 'entry', 'entries')}${column === undefined ? '' : ` of ${column}`}, ${formatCount(resolved, 'customer')} known.`,
	...(repeated > 0 ? [`${path}: ${formatCount(repeated, 'row')} repeat${repeated === 1 ? 's' : ''} an entry and ${repeated === 1 ? 'counts' : 'count'} once.`] : []),
	...(same > 0 ? [`${path}: ${formatCount(same, 'entry', 'entries')} mean${same === 1 ? 's' : ''} a customer that another entry means.`] : []),
	...(ambiguous > 0 ? [`${path}: ${formatCount(ambiguous, 'address', 'addresses')} belong${ambiguous === 1 ? 's' : ''} to several customers and stand${ambiguous === 1 ? 's' : ''} for none of them.`] : []),
	...(unknown.length > 0 ? [`${path}: ${formatCount(unknown.length, 'entry', 'entries')} ${unknown.length === 1 ? 'is' : 'are'} no customer of the exports or the directory: ${examples(unknown)}.`] : []),
	...(without > 0 ? [`${path}: ${formatCount(without, 'row')} ${without === 1 ? 'has' : 'have'} nothing in ${column ?? 'the column'} and ${without === 1 ? 'is' : 'are'} left out.`] : []),
	...(elsewhere > 0 ? [`${path}: ${formatCount(elsewhere, 'row')} name${elsewhere === 1 ? 's' : ''} a customer in another column alone, who ${elsewhere === 1 ? 'is' : 'are'} not ranked with the list: give that column as a list of its own (--leaked).`] : []),
	...(assumed ? [`${path}: its letters were read as Windows-1252, which nothing in it proves.`] : []),
	...again.map(name => `${name} is the same list as ${path} and counts once.`),
];

type LeftOut = Omit<ListLeftOut, 'why'>;

const changeWords = ({verdict, first, verdictChanges, firstChanges}: LeftOut, whole: Verdict): string => [
	verdictChanges ? `the verdict is ${verdict} instead of ${whole}` : `the verdict is still ${verdict}`,
	...(firstChanges ? [first === undefined ? 'no account is first' : 'another account is first'] : (first === undefined ? [] : ['the same account is first'])),
].join(', and ');

/** What becomes of the answer without one of several lists. */
export const leftOutWhy = (leftOut: LeftOut, whole: Verdict): string =>
	`without ${leftOut.list} (${formatCount(leftOut.resolved, 'customer')}, ${formatNumber(leftOut.only)} of them on no other list) ${formatCount(leftOut.left, 'customer')} ${leftOut.left === 1 ? 'is' : 'are'} left: ${changeWords(leftOut, whole)}`;

/** An answer that one list alone carries is as good as that list. */
export const leftOutCaveats = (lists: readonly ListLeftOut[], whole: Verdict): readonly string[] =>
	lists.filter(({verdictChanges, firstChanges}) => verdictChanges || firstChanges).map(each => `The answer rests on ${each.list}: without it ${changeWords(each, whole)}.`);

/** Why a lead is one, without naming an account. */
export const leadWhy = (lead: Omit<Lead, 'why' | 'rank' | 'employee'>, {resolved, shared, others}: {readonly resolved: number; readonly shared: boolean; readonly others: number}): readonly string[] => [
	`reached ${formatNumber(lead.consistentWith)} of the ${formatNumber(resolved)} listed customers ${lead.window ? `from ${lead.window.from} to ${lead.window.to}` : 'in all the time of the exports'}, among ${formatCount(lead.customers, 'customer')} in all`,
	`is consistent with ${formatPercent(lead.share, 1)} of the list beside the others that were found`,
	`${strengthWords(lead)} (net evidence ${lead.netEvidence.toFixed(1)} nats)`,
	...(lead.inseparableFrom === undefined ? [] : [`cannot be separated from ${lead.inseparableFrom}`]),
	...(shared ? ['a shared or service account: it stands for no person'] : []),
	...(others === 0 ? [] : [`${formatCount(others, 'other account')} reached at least half of the same listed customers`]),
];
