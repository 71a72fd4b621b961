import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {CaseView} from '../../../investigation/case/case-view.ts';
import {saidText} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {span, type Line} from '../../drawing/line.ts';
import {oncePerAnswer} from '../../drawing/once-per-answer.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {cutText, textWidth} from '../../text/fit-text.ts';
import {fitValue} from '../../text/fit-value.ts';
import {wordPage} from '../frame/word-page.ts';
import {filterWords, hideContacts, type Seen} from './case-filter-words.ts';
import {clockLines} from './clock-lines.ts';

/** What the screen is for while no case is open. */
const withoutCase = wordPage([
	'No case is open:',
	'A case keeps what an examination found and how: selections with their reasons, accesses taken out again with theirs, the three counts, the facts of the incident, the review, and a journal of every act.',
	'To begin one:',
	'whosaw case create DIR with the paths of the exports makes it, whosaw DIR opens it here. c shows the paths and the options of this view.',
	'Without a case:',
	'e writes what the filter leaves as a case file: the affected customers, the evidence with its place in the exports, the question that was asked, what the figures cannot say, and hashes. It asks for the reason and writes it down. Anyone checks it with whosaw verify.',
]);

const wrapped = (text: string, width: number, indent: number, tone?: Parameters<typeof span>[1]): readonly Line[] =>
	wrapWords(visibleText(text), Math.max(10, width - indent)).map((row): Line => [span(' '.repeat(indent)), span(row, tone)]);

const section = (title: string, lines: readonly Line[]): readonly Line[] => lines.length === 0 ? [] : [[], headingLine(title), ...lines];

const countLine = (count: number, words: string, basis: string, width: number): readonly Line[] => {
	const number = formatNumber(count).padStart(9);
	return wrapWords(`${words} (${basis})`, Math.max(20, width - 11)).map((row, at): Line => at === 0 ? [span(number, 'strong'), span('  '), span(row)] : [span(' '.repeat(11)), span(row, 'quiet')]);
};

/** What somebody wrote into the case may name anybody, in ways that nothing finds. */
const written = (text: string, state: Seen): string => state.blind ? 'hidden: it may name somebody; b shows it' : hideContacts(text, state);

const selections = ({state: {selections: list}, deltas}: CaseView, state: Seen, width: number): readonly Line[] => list.flatMap(({number, filter, reason, matched, beyondScope, by, at}) => {
	const delta = deltas.find(each => each.number === number);
	return [
		[span(String(number).padStart(3), 'accent'), span('  '), span(`${formatCount(matched.events, 'event')} · ${formatCount(matched.customers, 'customer')}`, 'strong'), span(`  ${personShown(by.name)}, ${at.slice(0, 10)}`, 'quiet')],
		...wrapped(filterWords(filter, state), width, 5, 'accent'),
		...wrapped(written(reason, state), width, 5),
		...(beyondScope ? wrapped('Beyond the authorised scope.', width, 5, 'warning') : []),
		...(delta?.changed ? wrapped(`With the exports and lists added since: ${delta.events >= 0 ? '+' : ''}${formatNumber(delta.events)} events, ${delta.customers >= 0 ? '+' : ''}${formatNumber(delta.customers)} customers. Select the same filter again, with a reason, to accept it.`, width, 5, 'warning') : []),
	];
});

const exclusions = ({state: {exclusions: list}}: CaseView, state: Seen, width: number): readonly Line[] => list.flatMap(({number, filter, reason, matched}) => [
	[span(String(number).padStart(3), 'accent'), span('  '), span(formatCount(matched.accesses, 'access', 'accesses'), 'strong')],
	...wrapped(filterWords(filter, state), width, 5, 'accent'),
	...wrapped(written(reason, state), width, 5),
]);

/** The case files that left it, newest first; one of an earlier revision does not say what the case says now. */
const packages = ({journal: list, state: {revision}}: CaseView, width: number): readonly Line[] => list.filter(({act}) => act === 'exported').flatMap(({seq, at, by, words}) =>
	wrapped(`${at.slice(0, 16).replace('T', ' ')}  ${by}: ${words}${seq < (revision?.seq ?? 0) ? ', of an earlier revision' : ''}`, width, 0));

/** Somebody's name, so that what stands behind it keeps its place. */
const personShown = (name: string): string => cutText(visibleText(startOf(name, longestName)), longestName);
const longestName = 32;

/** More than can be seen of a text in so many columns. */
const startOf = (text: string, columns: number): string => text.slice(0, columns * 16 + 64);

const undoneWords = ' (taken back)  ';

/** As much of the journal as anyone scrolls through; the rest is in the file. */
const newestActs = 200;

const journal = ({journal: list}: CaseView, state: Seen, width: number): readonly Line[] => list.slice(0, newestActs).map(({seq, at, by, act, undone, words}): Line => {
	const head = `${at.slice(0, 16).replace('T', ' ')}  `;
	const name = `${personShown(by)}  `;
	const room = Math.max(0, width - 6 - head.length - act.length - textWidth(name) - (undone ? undoneWords.length : 2));
	return [span(`${String(seq).padStart(4)}  `, 'quiet'), span(head, 'quiet'), span(act, undone ? 'quiet' : undefined), span(undone ? undoneWords : '  ', 'quiet'), span(name, 'quiet'), span(state.blind ? '' : fitValue(hideContacts(startOf(words, room), state), room).trimEnd(), 'quiet')];
});

const opened = (view: CaseView, app: Seen, width: number): readonly Line[] => {
	const {state: {created, review, revision, sources, notes, facts, leaked, lists}, counts: {accessed, withoutSupportedReason, corroborated, totals: {inferred: ofLists = 0}}, readOnly, warnings} = view;
	const {atLeast, atMost} = accessed.affected;
	return [
		[span(visibleText(saidText(created?.title ?? 'A case without a title', app)), 'strong'), span(`  ${visibleText(saidText(view.folder, app))}`, 'quiet')],
		[span(`by ${personShown(created?.by.name ?? '?')}, ${created?.at.slice(0, 10) ?? '?'} · revision ${revision?.hash.slice(0, 12) ?? 'none'} · `, 'quiet'), review ? span(`reviewed by ${personShown(review.by.name)}, ${review.at.slice(0, 10)}`, 'good') : span('NOT REVIEWED', 'warning')],
		...(readOnly === undefined ? [] : wrapped(`Read only: ${readOnly}.`, width, 0, 'warning')),
		...warnings.flatMap(warning => wrapped(saidText(warning, app), width, 0, 'warning')),
		...section('Customers', [
			...countLine(accessed.customers, 'accessed', accessed.basis, width),
			...countLine(withoutSupportedReason.customers, 'without a supported reason', withoutSupportedReason.basis, width),
			...countLine(corroborated.customers, 'corroborated as disclosed', corroborated.basis, width),
			...(atMost === atLeast ? [] : wrapped(`Bulk exports name not everybody: at least ${formatNumber(atLeast)}, ${atMost === undefined ? 'no upper bound' : `at most ${formatNumber(atMost)}`}.`, width, 11, 'warning')),
			...(ofLists > 0 ? wrapped(`Known only from lists behind bulk exports (inferred): ${formatNumber(ofLists)} of those accessed.`, width, 11, 'warning') : []),
		]),
		...section('Selections', view.state.selections.length === 0 ? wrapped('None yet: in Explore, a adds what the filter matches.', width, 0, 'quiet') : selections(view, app, width)),
		...section('Taken out', exclusions(view, app, width)),
		...section('Facts', wrapped(Object.keys(facts).length === 0 ? 'None yet: e asks for those that an audience is told, and : has all of them by name.' : Object.keys(facts).join(', '), width, 0, Object.keys(facts).length === 0 ? 'quiet' : undefined)),
		...section('Clocks', clockLines(view, app, width)),
		...section('Leaked lists', leaked.flatMap(({path, given, resolved}) => wrapped(`${saidText(path, app)}: ${formatNumber(resolved)} of ${formatNumber(given)} known`, width, 0))),
		...section('Lists behind bulk exports', lists.flatMap(({path, event, resolved, inferred}) => wrapped(`${saidText(path, app)} behind ${event}: ${formatNumber(resolved)} customers, ${formatNumber(inferred)} of whom its record does not name (inferred)`, width, 0))),
		...section('Notes', notes.flatMap(({text, by, at}) => wrapped(`${at.slice(0, 10)} ${by.name}: ${written(text, app)}`, width, 0))),
		...section('Exports', sources.flatMap(({path, sha256, records}) => wrapped(`${saidText(path, app)}  ${formatNumber(records.kept)} events  sha256 ${sha256.slice(0, 12)}…`, width, 0))),
		...section('Case files made', packages(view, width)),
		...section('Journal, newest first', journal(view, app, width)),
	];
};

/** A case may hold hours of writing: it is laid out once, and not with each frame. */
const laidOut = oncePerAnswer((view: CaseView, masked: boolean, blind: boolean, pseudonyms: State['pseudonyms'], zone: string, width: number): readonly Line[] =>
	opened(view, {masked, blind, pseudonyms, view: {zone}}, width));

/** The case as its journal says it is; or how to begin one. */
export const caseLines = (state: State, width: number): readonly Line[] => {
	const {opened: view, masked, blind, pseudonyms, view: {zone}} = state;
	return view ? laidOut(view, masked, blind, pseudonyms, zone, width) : withoutCase(state, width);
};
