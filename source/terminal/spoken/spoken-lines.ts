import {formatCount, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {countFiles} from '../../records/source.ts';
import {saidText} from '../app/blinding.ts';
import {nearestDeadline, standingOf} from '../app/case-standing.ts';
import {paneTitles} from '../app/pane.ts';
import {screens, screenTitle} from '../app/screen.ts';
import type {State} from '../app/state.ts';
import {lineText} from '../drawing/line.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import {affectedWords, chipsWithin} from '../screens/explore/chips-line.ts';
import {helpfulKeys} from '../screens/explore/footer-line.ts';
import {spokenCase} from './spoken-case.ts';
import {spokenCustomers} from './spoken-customers.ts';
import {spokenLayer} from './spoken-layer.ts';
import {spokenLeads} from './spoken-leads.ts';
import {spokenLoad} from './spoken-load.ts';
import {spokenPlace} from './spoken-place.ts';
import {spokenSources} from './spoken-sources.ts';
import {spokenStart} from './spoken-start.ts';
import {keysLine, sentence} from './words.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const deadlineWords = (opened: NonNullable<State['opened']>, zone: string): string | undefined => {
	const deadline = nearestDeadline(opened);
	return deadline && `nearest deadline: ${deadline.jurisdiction}, ${deadline.isOver ? 'ended' : 'by'} ${zonedTime(deadline.endsAt, zone).slice(0, 16)}`;
};

const head = (state: State): readonly string[] => {
	const {title, facts, view, changed, start, opened} = state;
	if (start) {
		return ['whosaw'];
	}

	const name = `whosaw, ${visibleText(saidText(title, state))}`;
	return facts ? [
		`${name}: ${formatCount(countFiles(facts.sources), 'file')}, ${formatCount(facts.loaded.events, 'event')}, ${formatNumber(sum(facts.sources.map(({records}) => records.rejected)))} rejected`,
		...(facts.failed.length > 0 ? [`${formatCount(facts.failed.length, 'file')} not read; 5 tells why`] : []),
		...(changed.length > 0 ? [`${formatCount(changed.length, 'file')} gone or changed since loading; 5 tells which`] : []),
		...(opened ? [sentence(`The case is ${standingOf(opened)}`, deadlineWords(opened, view.zone))] : []),
		`Times in ${view.zone}`,
	] : [name];
};

const filterWords = (state: State): string => `Filter: ${lineText(chipsWithin(state, Number.MAX_SAFE_INTEGER)).replaceAll(' ✕', '').replaceAll(' │ ', ', ')}`;

/** Said when it is exact, never while it is asked. */
const counts = ({answers: {totals}, revision}: State): readonly string[] => totals?.revision === revision
	? [`${formatCount(totals.value.totals.events, 'event')}, ${affectedWords(totals.value.affected)}${(totals.value.totals.inferred ?? 0) > 0 ? ` (${formatNumber(totals.value.totals.inferred!)} inferred)` : ''}${totals.value.totals.denied > 0 ? `, ${formatNumber(totals.value.totals.denied)} denied` : ''}`]
	: [];

/** What is under the cursor of the screen. Not the name of the pane alone: with it, a move to a pane that is still asked says something at once. */
const places = {
	explore: state => [`In ${paneTitles[state.focus]}`, ...spokenPlace(state)],
	leads: spokenLeads,
	customers: spokenCustomers,
	case: spokenCase,
	sources: spokenSources,
} as const satisfies Readonly<Record<State['screen'], (state: State) => readonly string[]>>;

const screenWords = ({screen}: State): string => `Screen ${screens.find(({name}) => name === screen)!.digit}, ${screenTitle(screen)}`;

const body = (state: State): readonly string[] => {
	const layer = state.layers.at(-1);
	if (layer) {
		return [...spokenLayer(state, layer), ...keysLine(helpfulKeys(state))];
	}

	if (state.start) {
		return spokenStart(state.start);
	}

	return state.facts ? [...places[state.screen](state), ...keysLine(helpfulKeys(state))] : spokenLoad(state);
};

/** What the app says to a screen reader: each line that was not there before is read out once. Without what only draws. */
export const spokenLines = (state: State): readonly string[] => [
	...head(state),
	...(state.facts && !state.start ? [screenWords(state), ...(state.layers.at(-1)?.kind === 'filter' ? [] : [filterWords(state)]), ...counts(state)] : []),
	...body(state),
	...(state.message === undefined ? [] : [visibleText(saidText(state.message, state))]),
];
