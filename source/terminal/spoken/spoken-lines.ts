import {formatCount, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {paneTitles} from '../app/pane.ts';
import type {State} from '../app/state.ts';
import {filterLine} from '../components/filter-line/view.ts';
import {lineText} from '../drawing/line.ts';
import {affectedWords, chipsWithin} from '../screens/explore/chips-line.ts';
import {loadedPart, loadLines} from '../screens/load/load-lines.ts';
import {spokenPlace} from './spoken-place.ts';

/** Wide enough for anything that is said in one line. */
const unlimited = 2000;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const head = ({title, facts, view, screen}: State): readonly string[] => facts ? [
	`whosaw, ${visibleText(title)}: ${formatCount(facts.sources.length, 'file')}, ${formatCount(facts.loaded.events, 'event')}, ${formatNumber(sum(facts.sources.map(({records}) => records.rejected)))} rejected`,
	...(facts.failed.length > 0 ? [`${formatCount(facts.failed.length, 'file')} not read; 5 tells why`] : []),
	`Times in ${view.zone}`,
	...(screen === 'explore' ? ['Explore'] : []),
] : [`whosaw, ${visibleText(title)}`];

const filterWords = (state: State): string => {
	const layer = state.layers.at(-1);
	return layer?.kind === 'filter' ? lineText(filterLine(layer, unlimited)).trimEnd() : `Filter: ${lineText(chipsWithin(state, Number.MAX_SAFE_INTEGER)).replaceAll(' ✕', '')}`;
};

/** Said when it is exact, never while it is asked. */
const counts = ({answers: {totals}, revision}: State): readonly string[] => totals?.revision === revision
	? [`${formatCount(totals.value.totals.events, 'event')}, ${affectedWords(totals.value.affected)}${totals.value.totals.denied > 0 ? `, ${formatNumber(totals.value.totals.denied)} denied` : ''}`]
	: [];

/** Not the name of the pane alone: with it, a move to a pane that is still asked says something at once. */
const pane = ({focus}: State): string => `In ${paneTitles[focus]}`;

/** Every tenth of the way; what it is made of is said when it is complete. */
const loading = (state: State): readonly string[] => {
	const {load} = state;
	if (load.status !== 'running') {
		return loadLines(state, {width: 200, height: 60}).map(line => lineText(line).trimEnd());
	}

	return [`Loading, ${Math.floor(loadedPart(load) * 10) * 10} %`, ...load.files.filter(({source}) => source).map(({path, source}) => `${visibleText(path)}: ${formatNumber(source!.records.kept)} kept, ${formatNumber(source!.records.rejected)} rejected`)];
};

/** What the app says to a screen reader: each line that was not there before is read out once. Without what only draws. */
export const spokenLines = (state: State): readonly string[] => [
	...head(state),
	...(state.facts ? [filterWords(state), ...counts(state), ...(state.layers.length === 0 ? [pane(state), ...spokenPlace(state)] : [])] : loading(state)),
	...(state.message === undefined ? [] : [visibleText(state.message)]),
];
