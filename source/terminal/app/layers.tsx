import type {ReactNode} from 'react';
import {caseActLines, caseActTitles} from '../components/case-act/view.ts';
import {shownCommandLines} from '../components/command-line/shown.ts';
import {actorLines} from '../components/actor-form/view.ts';
import {quitLines} from '../components/confirm-quit/view.ts';
import {exportLines} from '../components/export-form/view.ts';
import {factsLines, factsRows} from '../components/facts-form/view.ts';
import {filterPopup} from '../components/filter-line/view.ts';
import {helpLines} from '../components/help/shown.ts';
import {listLines} from '../components/list-form/view.ts';
import {paletteLines} from '../components/palette/view.ts';
import {recordLines} from '../components/record/view.ts';
import {rejectsLines} from '../components/rejects/view.ts';
import {ruleLines} from '../components/rule-form/view.ts';
import {timePopup} from '../components/time-prompt/view.ts';
import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {Line} from '../drawing/line.ts';
import {Popup} from '../drawing/popup.tsx';
import {commands} from '../keymap/commands.ts';
import {leadsText} from '../screens/leads/leads-lines.ts';
import type {Theme} from '../theme.ts';
import type {Layer} from './layer.ts';
import {overlayBox, type OverlayBox} from './overlay-box.ts';
import type {State} from './state.ts';

/** What a layer shows: a title and all of its rows. */
type Content = {readonly title: string; readonly lines: readonly Line[]};

/** Rows that a question asks for; texts take what there is. */
const wishes: Partial<Record<Layer['kind'], number>> = {filter: 10, time: 15, palette: 14, quit: 4, actor: 9, export: 24, rule: 17, list: 17, 'case-act': 18};

export const content = (state: State, layer: Layer, box: OverlayBox): Content | undefined => {
	switch (layer.kind) {
		case 'filter': {
			return {title: 'Filter', lines: filterPopup(layer, box)};
		}

		case 'time': {
			return {title: 'Time', lines: timePopup(state, layer, box)};
		}

		case 'find': {
			return undefined;
		}

		case 'palette': {
			return {title: 'All actions', lines: paletteLines(state, layer, {commands, ...box})};
		}

		case 'help': {
			return {title: 'Keys', lines: helpLines(state, box.width)};
		}

		case 'command': {
			return {title: 'Command line', lines: shownCommandLines(state, box.width)};
		}

		case 'leads-text': {
			return {title: 'Leads in whole sentences', lines: leadsText(state, box.width)};
		}

		case 'rejects': {
			return {title: `Rejected: ${formatCount(layer.records, 'record')}`, lines: rejectsLines(state, layer, box.width)};
		}

		case 'rule': {
			return {title: 'A rule for this value', lines: ruleLines(state, layer, box)};
		}

		case 'list': {
			return {title: 'The list behind this export', lines: listLines(state, layer, box)};
		}

		case 'actor': {
			return {title: 'Who acts', lines: actorLines(layer, box)};
		}

		case 'quit': {
			return {title: 'Leave', lines: quitLines(state)};
		}

		case 'record': {
			return {title: `Event ${formatNumber(layer.position + 1)} of ${formatNumber(layer.among?.length ?? state.answers.events?.value.count ?? 0)}`, lines: recordLines(state, layer, box.width)};
		}

		case 'case-act': {
			return {title: caseActTitles[layer.act], lines: caseActLines(state, layer, box)};
		}

		case 'export': {
			return {title: layer.of === 'case' ? 'Export the case' : 'Export a case file', lines: exportLines(state, layer, box)};
		}

		case 'facts': {
			return {title: 'Facts of the incident', lines: factsLines(state, layer, box)};
		}
	}
};

/** Only a reason is asked: what lies beneath stays in view. */
const isReveal = (layer: Layer): boolean => layer.kind === 'case-act' && (layer.act === 'unmask' || layer.act === 'unblind');
const revealRows = 8;

const wishOf = (layer: Layer): number | undefined => isReveal(layer) ? revealRows : (layer.kind === 'facts' ? factsRows(layer) : wishes[layer.kind]);

/** `1–20 of 48` when a text is longer than its window. */
const scrolled = (top: number, height: number, lines: number): string => lines > height ? `${top + 1}–${Math.min(lines, top + height)} of ${lines}` : '';

const LayerView = ({state, layer, theme}: {readonly state: State; readonly layer: Layer; readonly theme: Theme}): ReactNode => {
	const box = overlayBox(state, layer.kind, wishOf(layer));
	const shown = content(state, layer, box);
	if (!shown) {
		return null;
	}

	const top = 'top' in layer ? Math.max(0, Math.min(layer.top, shown.lines.length - box.height)) : 0;
	const aside = 'top' in layer ? scrolled(top, box.height, shown.lines.length) : '';
	return <Popup title={shown.title} aside={aside} box={box} lines={'top' in layer ? shown.lines.slice(top, top + box.height) : shown.lines} theme={theme}/>;
};

/** Everything that lies over the screen, in order. */
export const Layers = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode =>
	state.layers.map((layer, index) => <LayerView key={index} state={state} layer={layer} theme={theme}/>);
