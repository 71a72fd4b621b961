import {formatNumber} from '../../document/format-number.ts';
import type {Action} from '../app/actions.ts';
import type {LayerKind} from '../app/layer.ts';
import {markCount} from '../app/marks.ts';
import {isFacetPane} from '../app/pane.ts';
import type {State} from '../app/state.ts';
import {typedLine} from '../app/typed-line.ts';
import {isWorking} from '../app/working.ts';
import {listMove} from '../components/list/keys.ts';
import {caseActKeys} from '../components/case-act/keys.ts';
import {commandKeys} from '../components/command-line/keys.ts';
import {exportKeys} from '../components/export-form/keys.ts';
import {factsKeys} from '../components/facts-form/keys.ts';
import {filterKeys} from '../components/filter-line/keys.ts';
import {findKeys} from '../components/find-line/keys.ts';
import {helpKeys} from '../components/help/keys.ts';
import {longestLine, takes} from '../components/line-editor/state.ts';
import {paletteKeys} from '../components/palette/keys.ts';
import {actorKeys} from '../components/actor-form/keys.ts';
import {quitKeys} from '../components/confirm-quit/keys.ts';
import {recordKeys} from '../components/record/keys.ts';
import {rejectsKeys} from '../components/rejects/keys.ts';
import {ruleKeys} from '../components/rule-form/keys.ts';
import {timeKeys} from '../components/time-prompt/keys.ts';
import {caseLines} from '../screens/case/case-lines.ts';
import {customersKeys} from '../screens/customers/keys.ts';
import {listKeys} from '../components/list-form/keys.ts';
import {pageKeys} from '../screens/frame/page-keys.ts';
import {leadsKeys, leadsTextKeys} from '../screens/leads/keys.ts';
import {loadKeys} from '../screens/load/keys.ts';
import {startKeys} from '../screens/start/keys.ts';
import {sourcesKeys} from '../screens/sources/keys.ts';
import {commandById, commandFor} from './commands.ts';
import {perform} from './command.ts';
import type {ScreenName} from '../app/screen.ts';
import type {LayerKeys, ScreenKeys} from './layer-keys.ts';
import type {Press} from './press.ts';

const layerKeys: Readonly<Record<LayerKind, LayerKeys>> = {
	filter: filterKeys, time: timeKeys, find: findKeys, palette: paletteKeys, help: helpKeys, command: commandKeys, 'leads-text': leadsTextKeys,
	rejects: rejectsKeys, rule: ruleKeys, list: listKeys, actor: actorKeys, quit: quitKeys, record: recordKeys, export: exportKeys, facts: factsKeys, 'case-act': caseActKeys,
};

/** Ctrl-C stops what goes on; a second one in a row leaves. It means the same everywhere. */
const interrupt = (state: State): readonly Action[] => {
	if (state.armed) {
		return [{type: 'leave', code: 130}];
	}

	return [{type: 'stop'}, {type: 'say', message: isWorking(state) ? 'Stopped. Ctrl-C again leaves.' : 'Nothing is running. Ctrl-C again leaves.'}];
};

/** Enter goes into what is under the cursor, whatever that is. */
const enter = (state: State): readonly Action[] => {
	const {focus} = state;
	const into = isFacetPane(focus) ? 'toggle' : {timeline: 'range-end', chips: 'filter', events: 'record'}[focus];
	return perform(commandById(into), state);
};

/** Escape takes back what was begun last and not finished: a range, two accounts, a search, then marks. */
const backFromExplore = (state: State): readonly Action[] | undefined => {
	if (state.rangeStart !== undefined) {
		return [{type: 'range-start', bucket: undefined}];
	}

	if (state.overlay) {
		return [{type: 'overlay', accounts: undefined}];
	}

	if (state.finding !== undefined) {
		return [{type: 'find-event', finding: undefined}, {type: 'say', message: 'The search was given up.'}];
	}

	return markCount(state, state.focus) > 0 ? [{type: 'unmark', pane: state.focus}, {type: 'say', message: 'The marks of this pane are gone.'}] : undefined;
};

/** Keys of Explore that are no commands: they mean what the pane with the focus makes of them. */
const exploreKeys: ScreenKeys = (state, press) => {
	if (press.chord === 'enter') {
		return enter(state);
	}

	if (press.chord === 'escape') {
		return backFromExplore(state);
	}

	const move = listMove(press);
	if (move) {
		return [{type: 'move', move}];
	}

	return undefined;
};

const screenKeys: Readonly<Record<ScreenName, ScreenKeys>> = {
	explore: exploreKeys,
	leads: leadsKeys,
	customers: customersKeys,
	case: pageKeys(caseLines),
	sources: sourcesKeys,
};

/** A screen's own keys first, then the commands. Escape goes back one layer; a screen is no layer. */
const browse: LayerKeys = (state, press) => {
	const own = screenKeys[state.screen](state, press);
	if (own) {
		return own;
	}

	if (press.chord === 'escape') {
		return [{type: 'say', message: 'This is the top; q leaves.'}];
	}

	const command = commandFor(press.chord, state.screen);
	return command ? perform(command, state) : [];
};

const inMode: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1);
	if (layer) {
		return layerKeys[layer.kind](state, press);
	}

	if (state.start) {
		return startKeys(state, press);
	}

	return state.facts ? browse(state, press) : loadKeys(state, press);
};

/** Why what is typed or pasted now is not taken: half a list of customers would be another question. */
const overflow = (state: State, {text = '', chord}: Press): string | undefined => {
	const line = typedLine(state);
	if (text.length <= longestLine && (line === undefined || takes(line, text))) {
		return undefined;
	}

	const holds = `holds ${formatNumber(longestLine)} characters`;
	const beside = text.length <= longestLine && line ? `, not ${formatNumber(line.text.length + text.length)}` : '';
	return chord === 'paste' ? `Nothing of this paste was taken: a line ${holds}${beside}.` : `This line is full: it ${holds}.`;
};

/** Every key of the app comes through here: what it does depends on the state alone. */
export const route: LayerKeys = (state, press) => {
	const pressed: Action = {type: 'pressed', interrupt: press.chord === 'ctrl+c'};
	if (press.chord === 'ctrl+c') {
		return [pressed, ...interrupt(state)];
	}

	const refused = overflow(state, press);
	if (refused !== undefined) {
		return [pressed, {type: 'say', message: refused}];
	}

	return press.chord === 'ctrl+z' ? [pressed, {type: 'suspend'}] : [pressed, ...inMode(state, press)];
};

