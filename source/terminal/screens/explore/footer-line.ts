import {visibleText} from '../../../document/visible-text.ts';
import type {ExportStatus, Layer} from '../../app/layer.ts';
import {saidText} from '../../app/blinding.ts';
import {chosenRange} from '../../app/chosen-range.ts';
import {lineOf} from '../../app/typed-line.ts';
import {layoutOf} from '../../app/layout.ts';
import {isFacetPane} from '../../app/pane.ts';
import type {State} from '../../app/state.ts';
import {shownValue, valueUnderCursor} from '../../app/under-cursor.ts';
import {takesList} from '../../components/list-form/open-list.ts';
import {editorLine} from '../../components/line-editor/view.ts';
import {hintLine, type Hint} from '../../drawing/hints.ts';
import {tabLine} from '../frame/tab-line.ts';
import {fitLine, lineWidth, span, spread, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {cutText} from '../../text/fit-text.ts';

const browsing: readonly Hint[] = [
	['?', 'keys'], ['f', 'filter'], ['t', 'time'], ['Enter', 'open'], ['/', 'find'], ['x', 'remove chip'], ['u', 'undo'], ['e', 'export'],
	['s', 'sort'], ['z', 'zone'], ['m', 'mask'], ['c', 'command'], [':', 'all actions'], ['q', 'leave'],
];
const inFacet: readonly Hint[] = [['?', 'keys'], ['Enter', 'only this'], ['-', 'not this'], ['Space', 'mark'], ['v', 'other facet'], ['f', 'filter'], ['x', 'remove chip'], ['u', 'undo'], ['Tab', 'next pane'], ['e', 'export'], [':', 'all actions'], ['q', 'leave']];
const inTimeline: readonly Hint[] = [['?', 'keys'], ['← →', 'move'], ['[ ]', 'range'], ['Enter', 'only this'], ['t', 'type a range'], ['u', 'undo'], ['Tab', 'next pane'], [':', 'all actions']];
const inChips: readonly Hint[] = [['?', 'keys'], ['← →', 'move'], ['x', 'remove'], ['Enter', 'edit the filter'], ['u', 'undo'], ['Tab', 'next pane'], [':', 'all actions']];

const reading: readonly Hint[] = [['Esc', 'back'], ['j k', 'scroll']];
const layerHints: Readonly<Record<Layer['kind'], readonly Hint[]>> = {
	filter: [['Enter', 'apply'], ['Esc', 'keep the old filter'], ['Tab', 'complete'], ['Ctrl-N Ctrl-P', 'choose'], ['↑ ↓', 'history']],
	time: [['Enter', 'apply'], ['Esc', 'back'], ['↓ ↑', 'choose']],
	find: [],
	palette: [['Enter', 'do it'], ['Esc', 'back'], ['↓ ↑', 'choose']],
	help: reading, command: [...reading, ['y', 'copy the first']], 'leads-text': reading, rejects: reading,
	rule: [['Enter', 'next, write'], ['Tab', 'other field'], ['Esc', 'back']],
	list: [['Enter', 'look, then join'], ['Tab', 'complete'], ['Esc', 'back']],
	actor: [['Enter', 'next, take'], ['Tab', 'other field'], ['Esc', 'back']],
	quit: [['y', 'leave'], ['Esc', 'stay']],
	record: [['Esc', 'back'], ['j k', 'scroll'], ['← →', 'other records'], ['m', 'mask'], ['z', 'zone'], ['Y', 'copy with its citation']],
	'case-act': [['Enter', 'write'], ['Esc', 'back']],
	export: [['Enter', 'next, write'], ['Tab', 'other row'], ['← →', 'choose'], ['c', 'command'], ['Esc', 'back']],
	facts: [['Enter', 'next, write'], ['Tab', 'other field'], ['Esc', 'back']],
};

/** While a case file is written, and afterwards. */
const exportHints: Readonly<Partial<Record<ExportStatus['is'], readonly Hint[]>>> = {running: [['Esc', 'stop']], stopping: [], done: [['y', 'copy the commands'], ['c', 'command'], ['Esc', 'back']]};

/** Where a text is typed, letters are text. */
const typingHints: readonly Hint[] = [['Enter', 'next'], ['Tab', 'other row'], ['Esc', 'back']];

/** Nothing is asked any more. */
const doneHints: readonly Hint[] = [['Enter', 'back']];

const hintsOf = (layer: Layer): readonly Hint[] => {
	if ((layer.kind === 'case-act' || layer.kind === 'rule') && layer.status.is === 'done') {
		return doneHints;
	}

	if (layer.kind === 'record' && takesList(layer)) {
		return [...layerHints.record.slice(0, 3), ['L', 'list behind it'], ...layerHints.record.slice(3)];
	}

	if (layer.kind !== 'export') {
		return layerHints[layer.kind];
	}

	return exportHints[layer.status.is] ?? (lineOf(layer) ? typingHints : layerHints.export);
};

const pageHints: readonly Hint[] = [['?', 'keys'], ['j k', 'scroll'], ['f', 'filter'], ['e', 'export'], [':', 'all actions'], ['q', 'leave']];

const inCustomers: readonly Hint[] = [['?', 'keys'], ['Enter', 'open'], ['s', 'sort'], ['+', 'only this'], ['f', 'filter'], ['e', 'export'], ['x', 'remove chip'], ['u', 'undo'], [':', 'all actions'], ['q', 'leave']];
const inStory: readonly Hint[] = [['Esc', 'back'], ['Enter', 'record'], ['+', 'only this customer'], ['m', 'mask'], ['?', 'keys']];

const inLeads: readonly Hint[] = [['?', 'keys'], ['Enter', 'evidence'], ['w', 'whole sentences'], ['j k', 'choose'], ['b', 'blind'], ['a', 'add to the case'], [':', 'all actions'], ['q', 'leave']];

const inSources: readonly Hint[] = [['?', 'keys'], ['Enter', 'open'], ['w', 'write a rule'], ['R', 'load again'], ['z', 'zone'], ['m', 'mask'], [':', 'all actions'], ['q', 'leave']];

const screenHints = ({screen, customers}: State): readonly Hint[] => screen === 'sources' ? inSources : screen === 'leads' ? inLeads : screen === 'customers' ? (customers.opened ? inStory : inCustomers) : pageHints;

const browseHints = (state: State): readonly Hint[] => state.screen === 'explore' ? paneHints(state) : screenHints(state);

const paneHints = ({focus}: State): readonly Hint[] => (isFacetPane(focus) ? inFacet : {events: browsing, timeline: inTimeline, chips: inChips}[focus]);

/** The keys that help: of what lies on top, else of the screen. */
export const helpfulKeys = (state: State): readonly Hint[] => {
	const layer = state.layers.at(-1);
	return layer ? hintsOf(layer) : browseHints(state);
};

/** What `+` and `-` would do here; it stands at the right end so that nothing moves when it changes. */
const plusMinus = (state: State): Line => {
	const under = state.screen === 'explore' && state.focus === 'events' && state.layers.length === 0 ? valueUnderCursor(state) : undefined;
	if (!under) {
		return [];
	}

	const value = visibleText(shownValue(state, under));
	return [span('+ -', 'accent'), span(` ${under.field} ${cutText(state.masked ? maskText(value) : value, 18)}`, 'quiet')];
};

/** Room that the first keys have before anything else stands beside them. */
const leastHints = 18;

/** A sentence when there is one to say; else the screens, and the keys of what has the focus. */
export const footerLine = (state: State, width: number): Line => {
	const layer = state.layers.at(-1);
	if (state.message !== undefined) {
		return spread([span(visibleText(saidText(state.message, state)), 'strong')], [], width);
	}

	if (layer?.kind === 'find') {
		return spread([span('find ', 'accent'), ...editorLine(layer.editor, Math.max(10, width - 40))], [span('Enter keeps, Esc leaves', 'quiet')], width);
	}

	if (layer) {
		return fitLine(hintLine(hintsOf(layer), width), width);
	}

	const tabs = tabLine(state.screen, width);
	const range = layoutOf(state).timelineRows < 3 && state.focus === 'timeline' ? chosenRange(state) : undefined;
	if (range !== undefined) {
		return spread([span(range, 'accent')], [span(' ] ends it', 'quiet')], width);
	}

	const offered = plusMinus(state);
	const right = lineWidth(tabs) + 6 + leastHints + lineWidth(offered) <= width ? offered : [];
	const room = width - lineWidth(tabs) - 3 - (right.length > 0 ? lineWidth(right) + 3 : 0);
	return spread([...tabs, span('   '), ...hintLine(browseHints(state), room)], right, width);
};
