import {formatCount} from '../../document/format-number.ts';
import {everything} from '../../filter/filter.ts';
import {askPresence, askUnknownPresence, type PresenceRow} from '../../store/questions/presence.ts';
import type {Context} from '../context.ts';
import type {Lead, Leads, LeadsAsk, PresenceLead} from './leads.ts';

const eventsOf = ({findings}: PresenceRow): number => findings.reduce((sum, {events}) => sum + events, 0);

const meaning = 'What was found beside records of presence points as often to stolen credentials as to guilt, and the records may be wrong. An account without such records is neither suspected nor cleared by that.';

/** Whom the records name and nobody knows: of how many that is. Who they are stands apart, for whoever may see names. */
const unknownWords = ({length}: readonly string[]): readonly string[] => length === 0 ? [] : [
	`${formatCount(length, 'employee')} of the records of presence ${length === 1 ? 'is' : 'are'} neither in the exports nor in the directory: nothing is said of them.`,
];

/** Puts what the records of presence say beside every account; without such records nothing is said. */
export const besidePresence = async ({question}: Context, ask: LeadsAsk, leads: Leads): Promise<Leads> => {
	const asked = await question({filter: everything, ...(ask.signal ? {signal: ask.signal} : {})}, async accesses => {
		const rows = await askPresence(accesses, ask.surfaced);
		return rows && {rows, unknown: await askUnknownPresence(accesses.session)};
	});
	if (!asked) {
		return leads;
	}

	const found = asked.rows.filter(({findings}) => findings.length > 0).toSorted((a, b) => eventsOf(b) - eventsOf(a));
	const presence = found.map(({employee, name, ...said}): PresenceLead => ask.called ? {employee: ask.called(employee), ...said} : {employee, ...(name === undefined ? {} : {name}), ...said});
	const findings = new Map(presence.map(each => [each.employee, each.findings]));
	const beside = <Each extends Pick<Lead, 'employee' | 'presence'>>(each: Each): Each => {
		const said = findings.get(each.employee);
		return said ? {...each, presence: said} : each;
	};

	return {
		...leads, ...(leads.list ? {list: {...leads.list, leads: leads.list.leads.map(lead => beside(lead))}} : {}),
		behaviour: leads.behaviour.map(each => beside(each)), presence, ...(asked.unknown.length > 0 && !ask.called ? {presenceUnknown: asked.unknown} : {}),
		caveats: [...leads.caveats, meaning, ...unknownWords(asked.unknown)],
	};
};
