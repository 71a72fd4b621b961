import type {Changed, Comparison, ComparedCustomer, Said} from '../investigation/compare/compare.ts';
import type {Side, SideQuestion} from '../investigation/compare/side.ts';
import {maskFilterText} from './mask-filter.ts';
import type {Pseudonyms} from './pseudonyms.ts';

const maskQuestion = ({number, filter, reason}: SideQuestion, by: Pseudonyms): SideQuestion => ({number, filter: maskFilterText(filter, by), reason: by.written(reason)});

/** How what differs is said beside a customer. */
export const maskSaid = (by: Pseudonyms): Said => ({question: each => maskQuestion(each, by), path: by.shown});

/** The day stays; by whom somebody was told was written by whoever knows it. */
const maskNotified = (notified: string, by: Pseudonyms): string => {
	const [day = ''] = /^(?:yes$|\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?(?= |$))/.exec(notified) ?? [];
	return [day, by.written(notified.slice(day.length).trim())].filter(text => text !== '').join(' ');
};

/** Accounts are told one behind the other, in the order of what they are called. */
const maskAccounts = (accounts: string, by: Pseudonyms): string => accounts.split(';').filter(each => each !== '').map(each => by.account(each)).toSorted().join(';');

const maskChanged = ({field, before, now}: Changed, by: Pseudonyms): Changed => field === 'accounts'
	? {field, before: maskAccounts(before, by), now: maskAccounts(now, by)}
	: {field, before: by.text(before), now: by.text(now)};

const maskSide = (side: Side, by: Pseudonyms): Side => ({...side, name: by.shown(side.name)});

/** A comparison without the addresses and numbers of people, and without accounts where those are hidden. Its reasons were said by `maskSaid`. */
export const maskComparison = (comparison: Comparison, by: Pseudonyms): Comparison => {
	const customer = ({customer: id, what, why, notified}: ComparedCustomer): ComparedCustomer => ({
		customer: by.id(id), why, ...(notified === undefined ? {} : {notified: maskNotified(notified, by)}),
		...(what ? {what: what.map(each => maskChanged(each, by))} : {}),
	});
	const path = ({path: named, sha256}: Side['sources'][number]): Side['sources'][number] => ({path: by.shown(named), sha256});
	const {a, b, selections, exclusions, sources} = comparison;
	return {
		...comparison, a: maskSide(a, by), b: maskSide(b, by), in: comparison.in.map(each => customer(each)), out: comparison.out.map(each => customer(each)), changed: comparison.changed.map(each => customer(each)),
		sources: {added: sources.added.map(each => path(each)), removed: sources.removed.map(each => path(each))},
		selections: {added: selections.added.map(each => maskQuestion(each, by)), removed: selections.removed.map(each => maskQuestion(each, by))},
		exclusions: {added: exclusions.added.map(each => maskQuestion(each, by)), removed: exclusions.removed.map(each => maskQuestion(each, by))},
	};
};
