import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createHash} from 'node:crypto';
import test, {type ExecutionContext} from 'ava';
import {createCaseFolder, journalName, openJournal, type Acting} from '../../source/case/journal-file.ts';
import {stateOf} from '../../source/case/case-state.ts';
import {clockWords} from '../../source/case/clock-order.ts';
import {readJournal} from '../../source/case/read-journal.ts';
import type {Act, Matched} from '../../source/case/acts.ts';

const matched: Matched = {events: 7, customers: 6, accesses: 7, hash: 'a'.repeat(64)};
const select = (filter: string): Act => ({act: 'selection-added', payload: {filter, reason: 'complaint of 12 October', sources: [], matched, beyondScope: false}});
const note = (text: string): Act => ({act: 'note', payload: {text}});

const acting = (name = 'J. Rivera'): Acting => {
	let second = 0;
	return {by: {name, id: name.toLowerCase()}, now: () => new Date(Date.UTC(2020, 9, 24, 9, 0, second++)), salt: () => String(second).padStart(32, '0')};
};

const folderOf = (t: ExecutionContext): string => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-case-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	createCaseFolder(folder);
	return folder;
};

const withActs = (t: ExecutionContext, ...acts: readonly Act[]): string => {
	const folder = folderOf(t);
	const journal = openJournal(folder, acting());
	for (const act of acts) {
		journal.append(act);
	}

	journal.close();
	return folder;
};

test('acts are kept, and the state follows from them', t => {
	const folder = withActs(t, {act: 'case-created', payload: {title: 'e-mail leak', reading: {}}}, select('employee:E0042'), note('called the desk'), select('data:email'));
	const {state, lines, readOnly} = openJournal(folder);
	t.is(readOnly, 'it was opened to be read');
	t.deepEqual(lines.map(({seq}) => seq), [1, 2, 3, 4]);
	t.is(state.created?.title, 'e-mail leak');
	t.deepEqual(state.selections.map(({number, filter}) => [number, filter]), [[1, 'employee:E0042'], [2, 'data:email']]);
	t.deepEqual(state.notes.map(({text}) => text), ['called the desk']);
});

test('an undone act leaves the state and keeps its number; an undo can be undone', t => {
	const folder = withActs(t, select('employee:E0042'), select('data:email'), {act: 'undone', payload: {seq: 1}}, select('data:phone'));
	t.deepEqual(openJournal(folder).state.selections.map(({number}) => number), [2, 3]);
	const journal = openJournal(folder, acting());
	journal.append({act: 'undone', payload: {seq: 3}});
	t.deepEqual(journal.state.selections.map(({number}) => number), [1, 2, 3]);
	journal.close();
});

test('a review holds for the revision it confirms and for no later one', t => {
	const folder = withActs(t, select('employee:E0042'));
	const journal = openJournal(folder, acting('M. Chen'));
	journal.append({act: 'reviewed', payload: {revision: journal.state.revision!.hash}});
	t.is(journal.state.review?.by.name, 'M. Chen');
	journal.append(note('one more'));
	t.is(journal.state.review, undefined);
	journal.close();
});

test('the chain can be checked with nothing but sha256', t => {
	const folder = withActs(t, select('employee:E0042'), note('è'));
	let previous = '0'.repeat(64);
	for (const text of readFileSync(join(folder, journalName), 'utf8').trimEnd().split('\n')) {
		const {payload, hash, ...rest} = JSON.parse(text) as Record<string, unknown>;
		// Members of these lines are in order of their names already, as RFC 8785 asks.
		t.is(createHash('sha256').update(JSON.stringify(rest)).digest('hex'), hash as string);
		t.is(createHash('sha256').update(`${rest['salt'] as string}${JSON.stringify(payload)}`).digest('hex'), rest['payloadHash'] as string);
		t.is(rest['previous'], previous);
		previous = hash as string;
	}
});

test('a torn last line is set aside and the case opens at the act before', t => {
	const folder = withActs(t, select('employee:E0042'));
	appendFileSync(join(folder, journalName), '{"v":1,"seq":2,"at":"20');
	t.is(openJournal(folder).lines.length, 1, 'reading changes nothing');
	const journal = openJournal(folder, acting());
	t.regex(journal.warnings.join(' '), /torn.*set aside/);
	journal.append(note('after the power cut'));
	journal.close();
	t.deepEqual(openJournal(folder).lines.map(({act}) => act), ['selection-added', 'note']);
	t.true(readdirSync(folder).some(name => name.startsWith('case.journal.torn-')));
});

test('each kind of damage is found, and the case then opens read-only', t => {
	const folder = withActs(t, select('employee:E0042'), note('second'), note('third'));
	const path = join(folder, journalName);
	const text = readFileSync(path, 'utf8');
	const [first, second, third] = text.trimEnd().split('\n') as [string, string, string];
	const damages: ReadonlyArray<readonly [string, string, RegExp]> = [
		['a line cut out', `${first}\n${third}\n`, /act 2 .*has the number 3 where 2 is due/],
		['two lines changed over', `${second}\n${first}\n${third}\n`, /act 1 .*has the number 2/],
		['a payload changed', text.replace('second', 'sEcond'), /act 2 .*its payload does not match/],
		['a name changed', text.replace('J. Rivera', 'J. Riverb'), /act 1 .*its hash does not match/],
		['no journal at all', 'hello\nworld\n', /act 1 .*is not a line of a journal/],
	];
	for (const [what, damaged, why] of damages) {
		writeFileSync(path, damaged);
		const journal = openJournal(folder, acting());
		t.regex(journal.warnings.join(' '), why, what);
		t.throws(() => journal.append(note('x')), {message: /cannot be changed/}, what);
		journal.close();
	}
});

test('every byte that is changed is noticed', t => {
	const bytes = readFileSync(join(withActs(t, select('employee:E0042'), note('second')), journalName));
	const whole = JSON.stringify(stateOf(readJournal(bytes).lines));
	for (let at = 0; at < bytes.length; at++) {
		const damaged = Uint8Array.from(bytes);
		damaged[at] = damaged[at]! ^ 1;
		const {lines, broken, torn} = readJournal(damaged);
		t.true(broken !== undefined || torn !== undefined || JSON.stringify(stateOf(lines)) !== whole, `byte ${at}`);
		t.true(lines.length < 2, `byte ${at}`);
	}
});

test('a withheld payload leaves the chain whole', t => {
	const path = join(withActs(t, select('employee:E0042'), note('to be destroyed'), note('third')), journalName);
	const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map(text => JSON.parse(text) as Record<string, unknown>);
	delete lines[1]!['payload'];
	const {lines: read, broken} = readJournal(Buffer.from(lines.map(line => `${JSON.stringify(line)}\n`).join('')));
	t.is(broken, undefined);
	t.deepEqual(stateOf(read).notes.map(({text}) => text), ['third']);
});

test('a clock that goes backwards is told when the case is opened, keeps nobody from acting, and is found in the chain', t => {
	const folder = withActs(t, note('first'), note('second'));
	const yesterday = (): Date => new Date(Date.UTC(2020, 9, 23, 9));
	const journal = openJournal(folder, {...acting(), now: yesterday});
	t.regex(journal.warnings.join(), /The clock of this machine says 2020-10-23T09:00:00\.000Z, and the last act was done at 2020-10-24T09:00:/);
	t.is(journal.append(note('third')).seq, 3);
	journal.close();
	const again = openJournal(folder, acting());
	t.deepEqual([again.readOnly, again.lines.length], [undefined, 3]);
	again.append(note('fourth'));
	t.regex(clockWords(again.lines) ?? '', /^act 3 is dated before an act that stands before: a clock was put back/);
	again.close();
	t.is(clockWords(again.lines.slice(0, 2)), undefined);
});

test('a second writer is told who has the case, and a dead one is followed', async t => {
	const folder = withActs(t, note('first'));
	const held = openJournal(folder, acting());
	const second = openJournal(folder, acting('M. Chen'));
	t.regex(second.readOnly ?? '', /J\. Rivera has it open since 2020-10-24/);
	t.is(second.next, 'Wait until it is closed.');
	held.close();
	t.is(openJournal(folder, acting()).readOnly, undefined);
	rmSync(join(folder, 'case.lock'));
	const program = spawn(process.execPath, ['-e', 'process.exit(0)']);
	await once(program, 'exit');
	writeFileSync(join(folder, 'case.lock'), JSON.stringify({pid: program.pid, host: execFileSync('uname', ['-n'], {encoding: 'utf8'}).trim(), since: '2020-10-24T09:00:00.000Z', name: 'gone'}));
	const after = openJournal(folder, acting());
	t.is(after.readOnly, undefined);
	after.close();
});

test('an act of somebody who draws meanwhile stands in its place at once, and the chain holds whoever writes next', async t => {
	const folder = folderOf(t);
	const journal = openJournal(folder, acting());
	const opened = [1, 2, 3].map(async record => journal.appendSoon({act: 'record-opened', payload: {sha256: 'a'.repeat(64), record}}));
	journal.append(note('called the desk'));
	t.deepEqual((await Promise.all(opened)).map(({seq}) => seq), [1, 2, 3]);
	journal.close();
	await t.throwsAsync(async () => journal.appendSoon(note('too late')), {message: /cannot be changed: it was closed/});
	t.deepEqual(openJournal(folder).lines.map(({act}) => act), ['record-opened', 'record-opened', 'record-opened', 'note']);
	t.deepEqual(openJournal(folder).warnings, []);
});
