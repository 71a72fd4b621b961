import type {RecordDetail} from '../../../investigation/investigation.ts';
import type {EventPresence} from '../../../records/presence.ts';
import type {RecordLayer} from '../../app/layer.ts';
import {blindingOf, textShown, withoutQuotes, wordsShown, type Blinding} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {factLines, factRows, headingLine, nameWidthOf, type Fact} from '../../drawing/facts.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {holdsName, maskName, maskText} from '../../drawing/masking.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {earWidth} from '../../text/spoken-text.ts';
import {citation as placeOf, understood, unreadText} from './facts.ts';
import {piecesOf, rowsOf} from './in-pieces.ts';
import {isLaidOutAside, laidLines} from './laid-out.ts';

/** Side by side when each half still holds a sha256 in one row; for the ear below each other. */
const sideBySide = 170;

/** Hides whom the record names: in its fields and in its text. */
const masker = ({event}: RecordDetail, masked: boolean) => {
	const names = [event.employeeName].filter(name => name !== undefined && name !== '') as readonly string[];
	const text = (value: string): string => masked ? maskText(names.reduce((kept, name) => kept.replaceAll(name, maskName(name)), value)) : value;
	/** A text as it may be shown, as its rows are asked for. */
	function * pieces(value: string): Generator<string> {
		for (const piece of piecesOf(value, names)) {
			yield text(piece);
		}
	}

	const fact = (one: Fact): Fact => ({...one, text: masked && holdsName(one.name) ? maskName(one.text) : text(one.text)});
	return {pieces, fact};
};

function * beside(left: readonly Line[], right: Iterable<Line>, width: number): Generator<Line> {
	const half = Math.floor((width - 3) / 2);
	const row = (one: Line = [], other: Line = []): Line => [...fitLine(one, half), span(' │ ', 'quiet'), ...other];
	let count = 0;
	for (const line of right) {
		yield row(left[count], line);
		count++;
	}

	for (const line of left.slice(count)) {
		yield row(line);
	}
}

const hashLength = 64;

/** Facts of several kinds under their titles. What they say stands below each other, as long as a hash still has a row of its own. */
const sections = (parts: ReadonlyArray<readonly [title: string, facts: readonly Fact[]]>, width: number): readonly Line[] => {
	const shared = nameWidthOf(parts.flatMap(([, facts]) => facts));
	const isShared = width - shared - 2 >= hashLength;
	return parts.flatMap(([title, facts], index) => [...(index === 0 ? [] : [[]]), headingLine(title), ...factLines(facts, {width, nameWidth: isShared ? shared : nameWidthOf(facts)})]);
};

type Hide = ReturnType<typeof masker>;

/** Characters of a field beyond which it is hidden and shown piece by piece. */
const longField = 8192;

function * shownFields({fields}: RecordDetail, hide: Hide): Generator<Fact> {
	for (const {name, text} of fields) {
		yield text.length > longField && !holdsName(name)
			? {name, text: '', rows: room => rowsOf(hide.pieces(text), room)}
			: hide.fact({name, text: text === '' ? '(empty)' : text, verbatim: true});
	}
}

function * fieldRows(detail: RecordDetail, hide: Hide, width: number): Generator<Line> {
	yield headingLine('Fields of the record');
	yield * factRows(shownFields(detail, hide), {width, nameWidth: nameWidthOf(detail.fields)});
}

function * verbatimLines({raw}: RecordDetail, hide: Hide, width: number): Generator<Line> {
	for (const row of rowsOf(hide.pieces(raw), width, {lines: true})) {
		yield [span(row)];
	}
}

/** Texts of an event that are nobody's own words. */
const plain: ReadonlySet<string> = new Set(['id', 'employee', 'onBehalfOf', 'activity', 'customerScope', 'dataTypeBasis', 'outcome', 'source']);

/** A site may be called like somebody. */
const withoutNames = ({beside: records, ...presence}: EventPresence, {event}: Pick<RecordDetail, 'event'>, blinding: NonNullable<Blinding>): EventPresence =>
	({...presence, beside: records.map(each => each.site === undefined ? each : {...each, site: wordsShown(each.site, event, blinding)})});

/** The event with its account called otherwise, in each of its texts; what the second reader read is quoted from the record. */
const blinded = ({disagreement, presence, ...detail}: RecordDetail, blinding: NonNullable<Blinding>): RecordDetail => {
	const {employeeName: _name, employeeEmail: _email, ...event} = detail.event;
	const texts = Object.entries(event).map(([name, value]) => [name, typeof value === 'string' ? (plain.has(name) ? textShown : wordsShown)(value, detail.event, blinding) : value]);
	const citation = {...detail.citation, path: blinding.hide?.(detail.citation.path) ?? detail.citation.path};
	return {...detail, citation, event: Object.fromEntries(texts) as RecordDetail['event'], ...(disagreement === undefined ? {} : {disagreement: withoutQuotes(disagreement, blinding)}), ...(presence ? {presence: withoutNames(presence, detail, blinding)} : {})};
};

type Look = Pick<State, 'view' | 'masked' | 'blind' | 'pseudonyms'>;

/** Every field, the verbatim text, and where it stands: all of it, to be scrolled through. Rows are made as they are asked for. */
export function * detailRows(detail: RecordDetail, state: Look, width: number): Generator<Line> {
	const {view, masked} = state;
	const blinding = blindingOf(state);
	const hide = masker(detail, masked);
	const isWide = width >= sideBySide && width < earWidth;
	const room = isWide ? Math.floor((width - 3) / 2) : width;
	const shown = blinding ? blinded(detail, blinding) : detail;
	const told = sections([['As understood', understood(shown, view.zone).map(fact => hide.fact(fact))], ['Where it stands', placeOf(shown)]], room);
	if (detail.unread !== undefined) {
		yield * wrapWords(unreadText(detail.unread), width).map((row): Line => [span(row, 'bad')]);
		yield * [[], ...told];
	} else if (blinding) {
		yield * [...told, [], [span('Its fields and its verbatim text name the account: b shows them.', 'quiet')]];
	} else if (isWide) {
		yield * beside(told, fieldRows(detail, hide, room), width);
	} else {
		yield * [...told, []];
		yield * fieldRows(detail, hide, room);
	}

	if (detail.unread === undefined && !blinding) {
		yield [];
		yield fitLine([span('Verbatim', 'strong'), span(masked ? '   names, e-mails and phones masked; m shows them' : '', 'quiet')], width);
		yield * verbatimLines(detail, hide, width);
	}
}

export const detailLines = (detail: RecordDetail, state: Look, width: number): readonly Line[] => [...detailRows(detail, state, width)];

export const recordLines = (state: State, layer: RecordLayer, width: number): readonly Line[] => {
	const {detail, failure} = layer;
	if (failure !== undefined) {
		return factLines([{name: '✕', text: failure, tone: 'bad'}], {width, nameWidth: 1});
	}

	if (!detail) {
		return [[span('Reading the record in the export…', 'quiet')]];
	}

	return isLaidOutAside(state, layer) ? laidLines(state, layer, width) : detailLines(detail, state, width);
};
