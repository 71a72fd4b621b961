import {formatBytes, formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {failureShown, pathShown} from '../../app/blinding.ts';
import type {LoadingFile, LoadState} from '../../app/load-state.ts';
import type {State} from '../../app/state.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {progressBar} from '../../text/bar.ts';
import {belowFolder} from '../../text/below-folder.ts';
import {cutMiddle, fitText, textWidth} from '../../text/fit-text.ts';
import {cellText, placeColumns, showingOf} from '../explore/event-columns.ts';
import {doubtLines} from './doubt-lines.ts';

/** Of all bytes of the files, those that were read; nothing while the size is unknown. */
export const loadedPart = ({files, found}: LoadState): number => {
	const whole = Math.max(found?.bytes ?? 0, files.reduce((sum, {ofBytes = 0}) => sum + ofBytes, 0));
	const read = files.reduce((sum, {bytes, ofBytes}) => sum + Math.min(bytes, ofBytes ?? bytes), 0);
	return whole === 0 ? 0 : Math.min(1, read / whole);
};

/** `1:12` */
export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

const rate = (count: number, {startedAt, now}: LoadState): number => now - startedAt < 200 ? 0 : Math.round((count * 1000) / (now - startedAt));

const timeLeft = (load: LoadState): string => {
	const part = loadedPart(load);
	const elapsed = (load.now - load.startedAt) / 1000;
	return part < 0.02 || part === 1 || elapsed < 0.5 ? '' : `${clockText((elapsed * (1 - part)) / part)} left`;
};

/** One bar for all: per cent, rows, rate, time left. */
export const progressLine = (load: LoadState, width: number): Line => {
	const part = loadedPart(load);
	const records = load.files.reduce((sum, file) => sum + file.records, 0);
	const perSecond = rate(records, load);
	return fitLine([
		span(progressBar(part, Math.max(10, Math.min(40, Math.floor(width / 4)))), 'accent'),
		span(`  ${fitText(`${Math.floor(part * 100)} %`, 5, 'right')}`, 'strong'),
		span(`   ${formatCount(records, 'record')}`),
		span(perSecond > 0 ? `   ${formatNumber(perSecond)} a second` : '', 'quiet'),
		span(`   ${timeLeft(load)}`, 'quiet'),
		span(load.phase === undefined ? '' : `   ${load.phase}`, 'quiet'),
	], width);
};

export const fileState = ({error, source, bytes, ofBytes, records: read}: LoadingFile, state: State): Line => {
	if (error !== undefined) {
		return [span('✕ ', 'bad'), span(visibleText(failureShown({message: error}, state).message), 'bad')];
	}

	if (source) {
		const {records: {kept, duplicate, rejected}, timezone} = source;
		return [
			span('✓ ', 'good'), span(`${formatNumber(kept)} kept`), span(duplicate > 0 ? ` · ${formatNumber(duplicate)} duplicate` : '', 'quiet'),
			span(rejected > 0 ? ` · ${formatNumber(rejected)} rejected` : '', 'warning'), span(`   ${timezone.name}${timezone.assumed ? ' (assumed)' : ''}`, 'quiet'),
		];
	}

	return ofBytes === undefined ? [span('waiting', 'quiet')] : [span(`${fitText(`${Math.floor((bytes / Math.max(1, ofBytes)) * 100)} %`, 5, 'right')} of ${formatBytes(ofBytes)}`), span(`   ${formatCount(read, 'record')}`, 'quiet')];
};

const mappingLine = ({source, mapping}: LoadingFile): readonly Line[] => {
	const roles = Object.entries(source?.mapping ?? mapping ?? {});
	return roles.length === 0 ? [] : [[span(`    ${roles.map(([role, column]) => `${role} ← ${visibleText(column)}`).join('   ')}`, 'quiet')]];
};

/** Name, format, how far it is; and which column means what. */
const fileLines = (file: LoadingFile, state: State, {name, width}: {readonly name: string; readonly width: number}): readonly Line[] => {
	const nameWidth = Math.max(16, Math.min(44, Math.floor(width * 0.35)));
	return [
		[span(`  ${fitText(cutMiddle(visibleText(name), nameWidth), nameWidth)}  `, 'strong'), span(fitText(file.format ?? '…', 16), 'accent'), span('  '), ...fileState(file, state)],
		...mappingLine(file),
	];
};

/** Enough to see that the columns mean what they should. */
const previewRows = 5;

/** The first records of a file as they are understood. */
const previewLines = (file: LoadingFile, state: State, width: number): readonly Line[] => {
	if (file.preview.length === 0) {
		return [];
	}

	const columns = placeColumns(width - 4);
	const showing = showingOf(state);
	const row = (texts: readonly string[], tone: 'quiet' | 'plain'): Line => [span(`    ${texts.map((text, index) => fitText(text, columns[index]!.width)).join(' ')}`, tone)];
	return [
		row(columns.map(({column}) => column.id === 'time' ? `time (${state.view.zone})` : column.title), 'quiet'),
		...file.preview.slice(0, previewRows).map(event => row(columns.map(({column, width: room}) => cellText(column, event, showing, room)), 'plain')),
		[],
	];
};

export const failureLines = (state: State, width: number): readonly Line[] => {
	const {load} = state;
	if (load.status === 'cancelled') {
		return [[span('Loading was stopped.', 'warning'), span('  Nothing is kept of it.')], [span('r', 'accent'), span(' loads again, '), span('q', 'accent'), span(' leaves')]];
	}

	const failure = load.failure && failureShown(load.failure, state);
	const rows = (text: string | undefined, sign: string, tone: 'bad' | 'plain'): readonly Line[] =>
		text === undefined ? [] : text.split('\n').flatMap(part => wrapWords(visibleText(part), width - 2)).map((row, index): Line => [span(index === 0 ? sign : ' '.repeat(textWidth(sign)), tone), span(row, tone)]);
	const hidden: readonly Line[] = state.blind ? [[span('  Blind, what it quotes is hidden: ', 'quiet'), span('b', 'accent'), span(' shows it', 'quiet')]] : [];
	return failure ? [...rows(failure.message, '✕ ', 'bad'), ...rows(failure.where, '  ', 'plain'), ...rows(failure.next, '→ ', 'plain'), ...hidden, [], [span('r', 'accent'), span(' tries again, '), span('q', 'accent'), span(' leaves')]] : [];
};

/** One row after the other, made when it is asked for: of ten thousand files a screen shows some thirty. */
function * rowsOf(state: State, {width, height}: {readonly width: number; readonly height: number}): Generator<Line> {
	const {load} = state;
	if (load.asked) {
		yield * doubtLines(load.asked, state, {width, height});
	} else {
		yield * load.status === 'running' ? [progressLine(load, width)] : failureLines(state, width);
		yield [];
	}

	if (load.files.length === 0 && load.status === 'running' && !load.asked) {
		yield [span('  Looking at the files…', 'quiet')];
	}

	const called = belowFolder(load.files.map(({path}) => path));
	for (const file of load.files) {
		yield * fileLines(file, state, {name: pathShown(called(file.path), state), width});
	}

	yield [];
	for (const file of load.files) {
		yield * previewLines(file, state, width);
	}
}

/** What is being loaded and how it is understood, in at most so many rows. */
export const loadLines = (state: State, room: {readonly width: number; readonly height: number}): readonly Line[] => {
	const rows = rowsOf(state, room);
	return Array.from({length: room.height}, () => fitLine(rows.next().value ?? [], room.width));
};
