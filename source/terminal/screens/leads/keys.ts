import {allOf, match} from '../../../filter/build.ts';
import type {Filter} from '../../../filter/filter.ts';
import {parseFilter} from '../../../filter/parse.ts';
import {within} from '../../../filter/time.ts';
import type {Instant} from '../../../records/instant.ts';
import type {Action} from '../../app/actions.ts';
import type {LeadsTextLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {State, View} from '../../app/state.ts';
import {listMove} from '../../components/list/keys.ts';
import {moveInList} from '../../components/list/state.ts';
import {extentOf} from '../../components/scrolling/extent.ts';
import {scrollKeys} from '../../components/scrolling/keys.ts';
import {commandById} from '../../keymap/commands.ts';
import {refusalOf} from '../../keymap/command.ts';
import type {LayerKeys, ScreenKeys} from '../../keymap/layer-keys.ts';
import {bodyBox} from '../frame/body-box.ts';
import {leadsText} from './leads-lines.ts';
import {accountOfEntry, entryUnderCursor, leadEntries, type LeadEntry} from './leads-state.ts';

/** What the evidence of an entry is: the account, its window, and the listed customers; of behaviour the strongest day or days; beside records of presence all of the account. What was left out of the answer is no evidence for it. */
export const evidenceFilter = (entry: LeadEntry, zone: string, surfaced?: Instant): Filter => {
	const {employee} = accountOfEntry(entry);
	const days = 'lead' in entry ? (entry.lead.window && `${entry.lead.window.from}..${entry.lead.window.to}`) : ('behaviour' in entry ? entry.behaviour.day : undefined);
	return allOf([
		match('employee', {kind: 'is', text: employee}), ...(days === undefined ? [] : [parseFilter(`time:${days}`, {displayTimezone: zone})]),
		...(surfaced === undefined ? [] : [match('time', within({from: undefined, to: surfaced}, 0))]),
		...('lead' in entry ? [match('leaked', {kind: 'is', text: 'true'})] : []),
	]);
};

/** The filter of what speaks for the entry under the cursor. */
const asked = (state: State): Partial<View> | undefined => {
	const entry = entryUnderCursor(state.leads);
	const {answer} = state.leads;
	return entry && answer && {filter: evidenceFilter(entry, answer.zone, answer.value.surfaced)};
};

const shown = (state: State): readonly Action[] | undefined => {
	const change = asked(state);
	return change && [{type: 'view', change, message: 'The evidence of this lead; u goes back to the filter before.'}, {type: 'screen', screen: 'explore'}];
};

/** The text of the screen in whole sentences: it scrolls. */
export const leadsTextKeys: LayerKeys = (state, press) => {
	if (['escape', 'q', 'w', 'enter'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	return scrollKeys(state.layers.at(-1) as LeadsTextLayer, press, extentOf(state, overlayBox(state, 'leads-text'), width => leadsText(state, width))) ?? [];
};

export const leadsKeys: ScreenKeys = (state, press) => {
	if (press.chord === 'enter') {
		return state.leads.failure === undefined
			? shown(state) ?? [{type: 'say', message: 'There is no lead here.'}]
			: [{type: 'leads', change: ({place}) => ({place})}];
	}

	if (press.chord === 'escape' && state.leads.working !== undefined) {
		// Escape never leaves, and a Ctrl-C behind it is the first of two.
		return [{type: 'stop'}, {type: 'pressed', interrupt: false}, {type: 'say', message: 'Stopped.'}];
	}

	if (press.chord === 'a') {
		const command = commandById('case-select');
		const refusal = refusalOf(command, state);
		const change = asked(state);
		return refusal === undefined ? [...change ? [{type: 'view', change} as const] : [], ...command.run(state)] : [{type: 'say', message: refusal}];
	}

	const move = listMove(press);
	return move && [{type: 'leads', change: screen => ({...screen, place: moveInList(screen.place, move, {count: leadEntries(screen).length, height: bodyBox(state).height})})}];
};
