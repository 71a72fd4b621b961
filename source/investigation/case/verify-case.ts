import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {clockWords} from '../../case/clock-order.ts';
import {stateOf} from '../../case/case-state.ts';
import {disposedWords, journalName} from '../../case/journal-file.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import {readJournal} from '../../case/read-journal.ts';
import {formatCount} from '../../document/format-number.ts';
import {fail, pass, warn, type Finding} from '../../package/finding.ts';
import {isFinished} from './certificate.ts';
import {pathOfCase} from './case-reading.ts';
import {hashInPieces} from './disposable-files.ts';
import {openCase, type Worker} from './open-case.ts';
import {usedFileNames} from '../../records/reading.ts';

type Read = {readonly folder: string; readonly lines: readonly JournalLine[]; readonly state: CaseState};

const checkChain = ({lines, broken, torn}: ReturnType<typeof readJournal>): readonly Finding[] => {
	const last = lines.at(-1);
	const clocks = clockWords(lines);
	return [
		broken ? fail('journal', `act ${broken.seq} ${broken.why}; nothing behind it is believed`) : pass('journal', `the acts follow each other: ${formatCount(lines.length, 'act')}${last ? `, the last ${last.hash}` : ''}`),
		...(clocks === undefined ? [] : [warn('journal', clocks)]),
		...(torn ? [warn('journal', 'its last line was torn; the case is as it was before that act')] : []),
	];
};

/** Payloads are missing where the case was disposed of, and nowhere else. */
const checkDisposal = ({folder, lines, state}: Read): readonly Finding[] => {
	const {disposed} = state;
	const missing = lines.filter(({payload, seq}) => payload === undefined && !(disposed && seq < disposed.seq));
	if (missing.length > 0) {
		return [fail('disposal', `what was done in ${missing.length === 1 ? 'act' : 'acts'} ${missing.slice(0, 5).map(({seq}) => seq).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''} is missing from the journal, though it was not disposed of`)];
	}

	if (!disposed) {
		return [];
	}

	return [isFinished(folder, state, lines)
		? pass('disposal', `${disposedWords(state)!}: ${formatCount(disposed.payloads, 'payload')} and ${formatCount(disposed.files?.length ?? 0, 'file')} were destroyed, as disposal-certificate.txt says`)
		: fail('disposal', `${disposedWords(state)!}, and that is not finished: whosaw case dispose on this folder finishes it`)];
};

/** Exports that the case keeps: each stands alone in a folder that its hash names. One that is a member of an archive is kept with it. */
const keptExportsOf = ({folder, state: {sources}}: Read): ReadonlyArray<{readonly path: string; readonly begin: string}> =>
	[...new Set(sources.flatMap(({path}) => /^kept\/exports\/[0-9a-f]{12}(?=\/)/.exec(path)?.[0] ?? []))].map(place => {
		const [name] = existsSync(join(folder, place)) ? readdirSync(join(folder, place)) : [];
		return {path: name === undefined ? place : `${place}/${name}`, begin: basename(place)};
	});

/** What the case keeps is what it was: a list by the journal's hash, the rest by the hash in their names. */
const checkKept = (read: Read): readonly Finding[] => {
	const {folder, state: {leaked, lists, created}} = read;
	const named = usedFileNames.flatMap(what => created?.reading[what] ?? []).flatMap(path => {
		const begin = /^kept\/[a-z]+-([0-9a-f]{12})/.exec(path)?.[1];
		return begin === undefined ? [] : [{path, begin}];
	});
	const wanted = [...[...leaked, ...lists].map(({path, sha256}) => ({path, begin: sha256})), ...named, ...keptExportsOf(read)];
	const findings = wanted.flatMap(({path, begin}): readonly Finding[] => {
		const place = pathOfCase(folder, path);
		const found = statSync(place, {throwIfNoEntry: false})?.isFile() ? hashInPieces(place) : undefined;
		return found?.startsWith(begin) ? [] : [fail('kept', `${path} ${found === undefined ? 'is missing' : `is not what it was: its sha256 began with ${begin} and is ${found}`}`)];
	});
	return wanted.length === 0 || findings.length > 0 ? findings : [pass('kept', `what the case keeps is what it was: ${formatCount(wanted.length, 'file')}`)];
};

/** A head that was signed names an act: it stands in the journal still, or the journal was written anew. */
const checkHeads = ({folder, lines}: Read): readonly Finding[] => {
	const heads = join(folder, 'heads');
	const names = existsSync(heads) ? readdirSync(heads).filter(name => /^head-\d+\.txt$/.test(name)) : [];
	return names.map(name => {
		const [, seq, hash] = /^act (\d+)\nhash ([0-9a-f]{64})$/m.exec(readFileSync(join(heads, name), 'utf8')) ?? [];
		return lines.some(line => String(line.seq) === seq && line.hash === hash)
			? pass('heads', `heads/${name} is of act ${seq!}, which stands in the journal`)
			: fail('heads', `heads/${basename(name)} is of an act that does not stand in the journal: one of both was changed`);
	});
};

export type CaseReport = {readonly ok: boolean; readonly summary: string; readonly findings: readonly Finding[]; /** Hash of the last act that was read. */ readonly head?: string};

/** Keeps in the journal that it was verified, by whom and what came of it; gives what to say of that. Whoever only looks changes nothing. */
export const keepVerified = (folder: string, worker: Worker, {ok, head}: CaseReport): Finding => {
	const opened = openCase(folder, worker);
	try {
		if (opened.readOnly !== undefined || head === undefined) {
			return warn('journal', `that it was verified is not kept: ${opened.readOnly ?? 'it has no act'}`);
		}

		const {seq} = opened.append({act: 'verified', payload: {sha256: head, holds: ok}});
		return pass('journal', `that it was verified is kept as act ${seq}`);
	} finally {
		void opened.close();
	}
};

/** Checks the folder of a case by itself, without its exports: the chain of its acts, what it keeps, and what was destroyed of it. */
export const verifyCase = (folder: string): CaseReport => {
	const found = readJournal(readFileSync(join(folder, journalName)));
	const read = {folder, lines: found.lines, state: stateOf(found.lines)};
	const findings = [...checkChain(found), ...(found.broken ? [] : [...checkDisposal(read), ...checkKept(read), ...checkHeads(read)])];
	const failed = findings.filter(({ok}) => !ok).length;
	return {
		ok: failed === 0, findings, ...(found.lines.length === 0 ? {} : {head: found.lines.at(-1)!.hash}),
		summary: failed === 0 ? `integrity checked: the case is as its acts left it (${formatCount(findings.length, 'check')}). This does not say that the logs are right.` : `does not hold: ${formatCount(failed, 'finding')}`,
	};
};
