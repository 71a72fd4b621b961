import type {Comparison, ComparedCustomer} from '../investigation/compare/compare.ts';
import type {SideQuestion} from '../investigation/compare/side.ts';
import type {Pseudonyms} from './pseudonyms.ts';

/** A comparison without the addresses and numbers of people. */
export const maskComparison = (comparison: Comparison, by: Pseudonyms): Comparison => {
	const customer = ({customer: id, what, why, notified}: ComparedCustomer): ComparedCustomer => ({
		customer: by.id(id), why: why.map(text => by.text(text)), ...(notified === undefined ? {} : {notified: by.text(notified)}),
		...(what ? {what: what.map(({field, before, now}) => ({field, before: by.text(before), now: by.text(now)}))} : {}),
	});
	const question = ({number, filter, reason}: SideQuestion): SideQuestion => ({number, filter: by.text(filter), reason: by.text(reason)});
	const {selections, exclusions} = comparison;
	return {
		...comparison, in: comparison.in.map(each => customer(each)), out: comparison.out.map(each => customer(each)), changed: comparison.changed.map(each => customer(each)),
		selections: {added: selections.added.map(each => question(each)), removed: selections.removed.map(each => question(each))},
		exclusions: {added: exclusions.added.map(each => question(each)), removed: exclusions.removed.map(each => question(each))},
	};
};
