import {formatCount, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import type {State} from '../app/state.ts';
import {importantFirst} from '../screens/leads/caveat-lines.ts';
import {nothingBeside, opening, verdictLines} from '../screens/leads/leads-lines.ts';
import {entryUnderCursor, leadEntries, type LeadEntry} from '../screens/leads/leads-state.ts';
import {account, evidence, leftOutText, said as leadWords} from '../screens/leads/leads-words.ts';
import {sentences} from '../text/sentences.ts';
import {earWidth, said} from '../text/spoken-text.ts';
import {position, sentence} from './words.ts';

const entryWords = (entry: LeadEntry, listed: number, state: State): string => {
	if ('presence' in entry) {
		return sentence('used beside records of presence', account(entry.presence, state));
	}

	return 'lead' in entry
		? sentence(`rank ${entry.lead.rank}`, account(entry.lead, state), `${entry.lead.strength} evidence`, entry.lead.separable ? 'separable' : 'not separable', `consistent with ${formatNumber(entry.lead.consistentWith)} of ${formatCount(listed, 'listed customer')}`)
		: sentence('unusual days', account(entry.behaviour, state), entry.behaviour.state);
};

/** How far it is by tenths: every per cent would be a sentence. */
const progress = (working: string): string => working.replace(/ (\d+) %$/, (_, per: string) => `, ${Math.floor(Number(per) / 10) * 10} %`);

/** The lead under the cursor with its evidence; the caveats are said whenever the leads are. */
export const spokenLeads = (state: State): readonly string[] => {
	const {leads} = state;
	const {answer, failure, working, place} = leads;
	if (!answer) {
		return [opening, failure === undefined ? progress(working ?? 'asking') : sentences(visibleText(failure), 'Enter asks again.')];
	}

	const entries = leadEntries(leads);
	const entry = entryUnderCursor(leads);
	const {caveats, list, presence} = importantFirst(answer.value);
	return [
		opening,
		verdictLines(answer.value, state, earWidth).map(line => said(line)).join(' '),
		...(list?.leaveOneOut ?? []).map(each => leftOutText(each, state)),
		...(presence?.length === 0 ? [nothingBeside] : []),
		...caveats.map(caveat => `Caveat: ${leadWords(caveat, state)}`),
		entry
			? `Account ${position(place.cursor, entries.length)}: ${entryWords(entry, list?.leaked.resolved ?? 0, state)}. Evidence: ${evidence(entry, state).map(text => leadWords(text, state)).join('; ')}`
			: 'No account has a day far from its own other days and from its team.',
	];
};
