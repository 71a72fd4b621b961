import {randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {createCaseFolder, openJournal} from '../../../source/case/journal-file.ts';
import {certificateName, isFinished} from '../../../source/investigation/case/certificate.ts';
import {disposeCase} from '../../../source/investigation/case/dispose.ts';
import {openCase} from '../../../source/investigation/case/open-case.ts';
import {verifyCase} from '../../../source/investigation/case/verify-case.ts';
import {verifyCaseFile} from '../../../source/investigation/verify-case-file.ts';
import {temporaryFolder, whosaw} from '../../helpers/cli.ts';
import {killed, moments} from '../../helpers/kill.ts';

const worker = {by: {name: 'J. Rivera', id: 'rivera@example.com'}, now: () => new Date('2026-11-22T10:00:00Z')};
const acting = {...worker, salt: () => randomBytes(16).toString('hex')};
const request = {reason: 'its time is over', retainedUntil: '2026-10-31'};
const secret = 'the customer C1001';

/** A case that keeps files, holds an index, and knows things. */
const makeCase = (folder: string, {notes = 3, files = 2}: {readonly notes?: number; readonly files?: number} = {}): void => {
	createCaseFolder(folder);
	const journal = openJournal(folder, acting);
	journal.append({act: 'case-created', payload: {title: 'e-mail leak', reading: {}}});
	for (let note = 0; note < notes; note++) {
		journal.append({act: 'note', payload: {text: `${secret}, seen ${note} times`}});
	}

	journal.append({act: 'exported', payload: {audience: 'regulator', revision: 'a'.repeat(64), sha256: 'b'.repeat(64)}});
	journal.close();
	mkdirSync(join(folder, 'kept'), {mode: 0o700});
	for (let file = 0; file < files; file++) {
		writeFileSync(join(folder, 'kept', `leaked-${file}.txt`), `${secret}\n`);
	}

	writeFileSync(join(folder, 'events.duckdb'), secret);
	writeFileSync(join(folder, 'case.journal.torn-20261101T000000000Z'), secret);
	writeFileSync(join(folder, 'mine.txt'), 'a file of my own');
};

const everyFile = (folder: string): string => readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');

const madeCase = async (t: ExecutionContext): Promise<string> => {
	const folder = join(await temporaryFolder(t), 'leak');
	makeCase(folder);
	return folder;
};

test('what a case holds is destroyed, and its chain and a certificate stay', async t => {
	const folder = await madeCase(t);
	const heads = openCase(folder).lines.map(({hash}) => hash);
	t.is(disposeCase(folder, worker, request).how, 'done');
	t.false(everyFile(folder).includes(secret));
	t.deepEqual(readdirSync(folder).toSorted(), ['case.journal', certificateName, 'mine.txt']);
	const {lines, state, warnings} = openCase(folder);
	t.deepEqual(lines.slice(0, -1).map(({hash, payload}) => [hash, payload]), heads.map(hash => [hash, undefined]));
	t.deepEqual(warnings, []);
	t.is(state.disposed?.payloads, 5);
	t.deepEqual(state.disposed?.files?.map(({path}) => path), ['case.journal.torn-20261101T000000000Z', 'events.duckdb', 'kept/leaked-0.txt', 'kept/leaked-1.txt']);
	const certificate = readFileSync(join(folder, certificateName), 'utf8');
	t.regex(certificate, /disposed of on 2026-11-22T10:00:00\.000Z by J\. Rivera/);
	t.regex(certificate, /kept until: 2026-10-31/);
	t.regex(certificate, /5 payloads of the journal/);
	t.regex(certificate, /2026-11-22 {2}regulator {2}tagmanifest-sha256\.txt b{64}/);
	t.is(disposeCase(folder, worker, request).how, 'was done');
	const {ok, checks} = await verifyCaseFile(folder);
	t.true(ok);
	t.regex(checks.map(({message}) => message).join('\n'), /disposed of on 2026-11-22 by J\. Rivera \(its time is over\): 5 payloads and 4 files were destroyed/);
});

test('a hold, a retention that is not over or not stated, and a missing reason refuse, and nothing is destroyed', async t => {
	const folder = await madeCase(t);
	const before = everyFile(folder);
	t.throws(() => disposeCase(folder, worker, {...request, retainedUntil: '2026-11-22'}), {message: /has to be kept until 2026-11-22/}, 'a date includes its day');
	t.throws(() => disposeCase(folder, worker, {...request, retainedUntil: undefined}), {message: /needs to know how long/});
	t.throws(() => disposeCase(folder, worker, {...request, retainedUntil: 'soon'}), {message: /this is no date/});
	t.throws(() => disposeCase(folder, worker, {...request, reason: ' '}), {message: /needs --reason/});
	t.is(everyFile(folder), before);
	const journal = openJournal(folder, acting);
	journal.append({act: 'facts', payload: {facts: {hold: {by: 'police', reference: 'CR-7'}}}});
	t.throws(() => disposeCase(folder, worker, request), {message: /J\. Rivera has it open/}, 'somebody works on it');
	journal.close();
	t.throws(() => disposeCase(folder, worker, request), {message: /the facts name a hold \(police, CR-7\)/});
	const later = openJournal(folder, acting);
	later.append({act: 'facts', payload: {facts: {hold: null, retention: {until: '2030-01-01', basis: 'works agreement'}}}});
	later.close();
	t.throws(() => disposeCase(folder, worker, request), {message: /has to be kept until 2030-01-01/}, 'what the facts say holds, whatever is said now');
	t.true(existsSync(join(folder, 'kept', 'leaked-0.txt')));
});

test('a case that was disposed of says so to every command, and takes no act', async t => {
	const folder = await madeCase(t);
	disposeCase(folder, worker, request);
	const [shown, log, verified, report, noted, again] = await Promise.all([
		whosaw(['case', 'show', folder]), whosaw(['case', 'log', folder]), whosaw(['verify', folder]), whosaw(['report', folder]), whosaw(['case', 'note', folder, 'one more']), whosaw(['case', 'dispose', folder]),
	]);
	t.regex(shown.stdout, /^CERTIFICATE OF DISPOSAL\n\nThe case was disposed of on 2026-11-22/);
	t.regex(log.stdout, /2 {2}2026-11-22 10:00:00Z {2}J\. Rivera {2}note {2}\(destroyed\)\n/);
	t.regex(log.stdout, /6 {2}.* disposed {2}\(its time is over\)$/);
	t.is(verified.exitCode, 0);
	t.regex(verified.stdout, /ok {6}disposal: it was disposed of on 2026-11-22/);
	t.is(report.exitCode, 1);
	t.regex(report.stderr, /nothing to ask any more: it was disposed of on 2026-11-22 by J\. Rivera \(its time is over\)/);
	t.is(noted.exitCode, 1);
	t.is(again.exitCode, 0);
	t.regex(again.stderr, /It was disposed of before/);
});

test('a payload that is missing without a disposal, a kept file that was changed and a chain that was cut do not verify', async t => {
	const folder = await madeCase(t);
	t.true(verifyCase(folder).ok);
	const path = join(folder, 'case.journal');
	const whole = readFileSync(path, 'utf8');
	const lines = whole.trimEnd().split('\n');
	const {payload: _payload, ...bare} = JSON.parse(lines[1]!) as Readonly<Record<string, unknown>>;
	writeFileSync(path, [lines[0], JSON.stringify(bare), ...lines.slice(2), ''].join('\n'));
	t.regex(verifyCase(folder).findings.map(({message}) => message).join('\n'), /what was done in act 2 is missing from the journal, though it was not disposed of/);
	writeFileSync(path, [lines[0], ...lines.slice(2), ''].join('\n'));
	const cut = await whosaw(['verify', folder]);
	t.is(cut.exitCode, 4);
	t.regex(cut.stdout, /FAILED {2}journal: act 2 has the number 3 where 2 is due/);
});

test(`killed with -9 while it is disposed of, at ${moments} random moments, a case is as before or says that it is not finished, and the same command finishes it`, async t => {
	t.timeout(moments * 60_000);
	const root = await temporaryFolder(t);
	const met = new Set<string>();
	for (let moment = 0; moment < moments; moment++) {
		const folder = join(root, String(moment));
		makeCase(folder, {notes: 200, files: 60});
		const before = openCase(folder).lines.map(({hash}) => hash);
		await killed('test/investigation/case/_disposing-child.ts', [folder], Math.random() * 250);
		const {state, lines, warnings} = openCase(folder);
		t.deepEqual(warnings.filter(warning => !warning.includes('torn')), []);
		t.deepEqual(lines.slice(0, before.length).map(({hash}) => hash), before, 'the chain stands at every moment');
		if (!state.disposed) {
			met.add('before');
			t.is(lines.filter(({payload}) => payload !== undefined).length, before.length);
			t.is(readdirSync(join(folder, 'kept')).length, 60);
			t.false(existsSync(join(folder, certificateName)));
		} else if (isFinished(folder, state, lines)) {
			met.add('done');
		} else {
			met.add('begun');
			t.regex(verifyCase(folder).findings.map(({message}) => message).join('\n'), /is not finished: whosaw case dispose on this folder finishes it/);
		}

		const {certificate} = disposeCase(folder, worker, request);
		t.is(readFileSync(join(folder, certificateName), 'utf8'), certificate);
		t.regex(certificate, /^CERTIFICATE OF DISPOSAL\n/);
		const after = openCase(folder);
		t.deepEqual(after.lines.map(({hash}) => hash).slice(0, before.length), before);
		t.true(isFinished(folder, after.state, after.lines));
		t.true(verifyCase(folder).ok);
		t.false(everyFile(folder).includes(secret));
		t.deepEqual(readdirSync(folder).toSorted(), ['case.journal', certificateName, 'mine.txt']);
		rmSync(folder, {recursive: true});
	}

	t.log(`met: ${[...met].toSorted().join(', ')}`);
});
