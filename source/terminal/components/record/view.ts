import {visibleLines} from '../../../document/visible-text.ts';
import type {RecordDetail} from '../../../investigation/investigation.ts';
import type {RecordLayer} from '../../app/layer.ts';
import {blindingOf, textShown, withoutQuotes, wordsShown, type Blinding} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {factLines, headingLine, nameWidthOf, type Fact} from '../../drawing/facts.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {holdsName, maskName, maskText} from '../../drawing/masking.ts';
import {wrapVerbatim, wrapWords} from '../../drawing/wrap.ts';
import {earWidth} from '../../text/spoken-text.ts';
import {citation as placeOf, understood, unreadText} from './facts.ts';

/** Side by side when each half still holds a sha256 in one row; for the ear below each other. */
const sideBySide = 170;

/** Hides whom the record names: in its fields and in its text. */
const masker = ({event}: RecordDetail, masked: boolean) => {
	const names = [event.employeeName].filter(name => name !== undefined && name !== '') as readonly string[];
	const text = (value: string): string => masked ? maskText(names.reduce((kept, name) => kept.replaceAll(name, maskName(name)), value)) : value;
	const fact = (one: Fact): Fact => ({...one, text: masked && holdsName(one.name) ? maskName(one.text) : text(one.text)});
	return {text, fact};
};

const beside = (left: readonly Line[], right: readonly Line[], width: number): readonly Line[] => {
	const half = Math.floor((width - 3) / 2);
	return Array.from({length: Math.max(left.length, right.length)}, (_, index) => [...fitLine(left[index] ?? [], half), span(' │ ', 'quiet'), ...(right[index] ?? [])]);
};

const section = (title: string, facts: readonly Fact[], width: number): readonly Line[] =>
	[headingLine(title), ...factLines(facts, {width, nameWidth: nameWidthOf(facts)})];

/** Texts of an event that are nobody's own words. */
const plain: ReadonlySet<string> = new Set(['id', 'employee', 'onBehalfOf', 'activity', 'customerScope', 'dataTypeBasis', 'outcome', 'source']);

/** The event with its account called otherwise, in each of its texts; what the second reader read is quoted from the record. */
const blinded = ({disagreement, ...detail}: RecordDetail, blinding: NonNullable<Blinding>): RecordDetail => {
	const {employeeName: _name, employeeEmail: _email, ...event} = detail.event;
	const texts = Object.entries(event).map(([name, value]) => [name, typeof value === 'string' ? (plain.has(name) ? textShown : wordsShown)(value, detail.event, blinding) : value]);
	const citation = {...detail.citation, path: blinding.hide?.(detail.citation.path) ?? detail.citation.path};
	return {...detail, citation, event: Object.fromEntries(texts) as RecordDetail['event'], ...(disagreement === undefined ? {} : {disagreement: withoutQuotes(disagreement, blinding)})};
};

/** Every field, the verbatim text, and where it stands: all of it, to be scrolled through. */
export const detailLines = (detail: RecordDetail, state: Pick<State, 'view' | 'masked' | 'blind' | 'pseudonyms'>, width: number): readonly Line[] => {
	const {view, masked} = state;
	const blinding = blindingOf(state);
	const hide = masker(detail, masked);
	const isWide = width >= sideBySide && width < earWidth;
	const room = isWide ? Math.floor((width - 3) / 2) : width;
	const shown = blinding ? blinded(detail, blinding) : detail;
	const meaning = section('As understood', understood(shown, view.zone).map(fact => hide.fact(fact)), room);
	const place = section('Where it stands', placeOf(shown), room);
	if (detail.unread !== undefined) {
		return [...wrapWords(unreadText(detail.unread), width).map((row): Line => [span(row, 'bad')]), [], ...meaning, [], ...place];
	}

	if (blinding) {
		return [...meaning, [], ...place, [], [span('Its fields and its verbatim text name the account: b shows them.', 'quiet')]];
	}

	const fields = section('Fields of the record', detail.fields.map(({name, text}) => hide.fact({name, text: text === '' ? '(empty)' : text, verbatim: true})), room);
	const raw: readonly Line[] = [
		fitLine([span('Verbatim', 'strong'), span(masked ? '   names, e-mails and phones masked; m shows them' : '', 'quiet')], width),
		...visibleLines(hide.text(detail.raw)).flatMap(row => wrapVerbatim(row, width)).map((row): Line => [span(row)]),
	];
	const upper = isWide ? beside([...meaning, [], ...place], fields, width) : [...meaning, [], ...place, [], ...fields];
	return [...upper, [], ...raw];
};

export const recordLines = (state: State, {detail, failure}: RecordLayer, width: number): readonly Line[] => {
	if (failure !== undefined) {
		return factLines([{name: '✕', text: failure, tone: 'bad'}], {width, nameWidth: 1});
	}

	return detail ? detailLines(detail, state, width) : [[span('Reading the record in the export…', 'quiet')]];
};
