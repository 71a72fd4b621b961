import {randomBytes} from 'node:crypto';
import {renameSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {destroyPayloads} from '../../case/destroy-payloads.ts';
import {openJournal, syncFolder, synced, type Journal} from '../../case/journal-file.ts';
import {visibleText} from '../../document/visible-text.ts';
import {ExpectedError, usageError} from '../../errors.ts';
import {factWords, holdOf} from '../../package/documents/fact-words.ts';
import {certificateName, certificateText, isFinished} from './certificate.ts';
import {destroyFiles, disposableFiles} from './disposable-files.ts';
import type {Worker} from './open-case.ts';

export type DisposalRequest = {readonly reason: string | undefined; /** The last day on which the case has to be kept. */ readonly retainedUntil: string | undefined};

/** What came of it: `finished` was begun before, perhaps by somebody who was stopped in the middle. */
export type DisposalResult = {readonly how: 'done' | 'finished' | 'was done'; readonly certificate: string};

const dayLength = 86_400_000;

/** The moment at which a retention is over; a date includes its day. */
const endOf = (text: string, saidBy: string): number => {
	const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
	if (Number.isNaN(at) || !/^\d{4}-\d{2}-\d{2}/.test(text)) {
		throw usageError(`${saidBy} ${text}: this is no date`, 'Such as 2026-10-31.');
	}

	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? at + dayLength : at;
};

/** Facts may say how long the case is to be kept, as a date or as {until, basis}. */
const factualRetention = ({facts: {retention}}: CaseState): string | undefined =>
	factWords(typeof retention === 'object' && retention !== null && 'until' in retention ? retention.until : retention);

/** The retention as it was stated; refused where none was, or where one is not over. */
const statedRetention = (folder: string, state: CaseState, {said, now}: {readonly said: string | undefined; readonly now: Date}): string => {
	const stated = [...(said === undefined ? [] : [{text: said, saidBy: '--retained-until'}]), ...[factualRetention(state) ?? []].flat().map(text => ({text, saidBy: 'the fact "retention":'}))];
	const [first] = stated;
	if (!first) {
		throw usageError('whosaw case dispose needs to know how long the case had to be kept', 'Say until when: --retained-until 2026-10-31, or as a fact: {"retention": {"until": "2026-10-31", "basis": "…"}}.');
	}

	const open = stated.find(({text, saidBy}) => endOf(text, saidBy) > now.getTime());
	if (open) {
		throw new ExpectedError(`the case has to be kept until ${open.text}: it cannot be disposed of yet`, {where: folder, next: 'Dispose of it when that is over.'});
	}

	return first.text;
};

const refuseHold = (folder: string, state: CaseState): void => {
	const hold = holdOf(state.facts);
	if (hold !== undefined) {
		throw new ExpectedError(`the case cannot be disposed of: the facts name a hold (${visibleText(hold)})`, {where: folder, next: 'When it has ended, take it out: whosaw case facts DIR --file FILE with "hold": null.'});
	}
};

/** Says in the journal what is going to be destroyed: from then on it will be, whoever finishes it. */
const begin = (journal: Journal, {reason, retainedUntil}: DisposalRequest, now: Date): void => {
	const {folder, state, lines} = journal;
	refuseHold(folder, state);
	if (reason === undefined || reason.trim() === '') {
		throw usageError('whosaw case dispose needs --reason', 'Say why, such as --reason "the retention of the works agreement is over": it stays in the journal.');
	}

	const stated = statedRetention(folder, state, {said: retainedUntil, now});
	const packages = lines.flatMap(({act, payload, at}) => act === 'exported' && payload && 'audience' in payload ? [{audience: payload.audience, sha256: payload.sha256, at}] : []);
	journal.append({act: 'disposed', payload: {reason, retainedUntil: stated, payloads: lines.length, files: disposableFiles(folder), packages}});
};

/** Written beside and renamed: it is whole or not there. */
const writeCertificate = (folder: string, text: string): void => {
	const path = join(folder, certificateName);
	synced(`${path}.new`, handle => {
		const bytes = Buffer.from(text, 'utf8');
		for (let at = 0; at < bytes.length;) {
			at += writeSync(handle, bytes, at);
		}
	}, 'w');
	renameSync(`${path}.new`, path);
	syncFolder(folder);
};

/**
Destroys what a case holds and leaves what it proves: the chain of its acts and a certificate. The act in the journal comes first; whoever is
stopped behind it leaves a case that says so, and that the same command finishes.
*/
export const disposeCase = (folder: string, {by, now}: Worker, request: DisposalRequest): DisposalResult => {
	const journal = openJournal(folder, {by, now, salt: () => randomBytes(16).toString('hex')});
	try {
		const before = journal.state.disposed;
		if (before && isFinished(folder, journal.state, journal.lines)) {
			return {how: 'was done', certificate: certificateText(before, journal.lines)};
		}

		if (!journal.mayDispose) {
			throw new ExpectedError(`the case cannot be disposed of: ${journal.readOnly ?? 'it is read-only'}`, {where: folder, ...(journal.next === undefined ? {} : {next: journal.next})});
		}

		if (!before) {
			begin(journal, request, now());
		}

		destroyFiles(folder);
		destroyPayloads(journal);
		const certificate = certificateText(journal.state.disposed!, journal.lines);
		writeCertificate(folder, certificate);
		return {how: before ? 'finished' : 'done', certificate};
	} finally {
		journal.close();
	}
};
