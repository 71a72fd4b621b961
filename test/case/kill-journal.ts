import {randomBytes} from 'node:crypto';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {journalName, openJournal} from '../../source/case/journal-file.ts';
import {killed, moments} from '../helpers/kill.ts';

const acting = {by: {name: 'M. Chen', id: 'm.chen@example.com'}, now: () => new Date(), salt: () => randomBytes(16).toString('hex')};

test(`killed with -9 while journalling, at ${moments} random moments, the case reopens with every act that was shown as done`, async t => {
	t.timeout(moments * 20_000);
	const folder = join(await mkdtemp(join(tmpdir(), 'whosaw-kill-')), 'case');
	let done: readonly string[] = [];
	for (let moment = 0; moment < moments; moment++) {
		const said = await killed('test/case/_journalling-child.ts', [folder], Math.random() * 60);
		done = [...done, ...said.filter(line => /^\d/.test(line))];
		const journal = openJournal(folder, acting);
		t.is(journal.readOnly, undefined, 'the lock of the killed is taken over');
		const acts = new Map(journal.lines.map(({seq, hash}) => [seq, hash]));
		t.deepEqual(done.filter(line => acts.get(Number(line.split(' ')[0])) !== line.slice(0, -1).split(' ')[1]), []);
		journal.append({act: 'note', payload: {text: 'after'}});
		journal.close();
		if (acts.size > 3000) {
			await rm(folder, {recursive: true});
			done = [];
		}
	}

	await rm(folder, {recursive: true, force: true});
});

test('cut at any byte of its last act, the journal opens at the act before, says so, and takes acts again', async t => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-torn-'));
	const path = join(folder, journalName);
	await writeFile(path, '');
	const journal = openJournal(folder, acting);
	journal.append({act: 'note', payload: {text: 'first'}});
	const before = (await readFile(path)).length;
	journal.append({act: 'note', payload: {text: 'second "é"'}});
	journal.close();
	const whole = await readFile(path);
	for (let length = before + 1; length < whole.length; length++) {
		await writeFile(path, whole.subarray(0, length));
		const again = openJournal(folder, acting);
		t.is(again.lines.length, 1);
		t.regex(again.warnings.join(), /torn/);
		t.is(again.append({act: 'note', payload: {text: 'third'}}).seq, 2);
		again.close();
		t.is((await readFile(path, 'utf8')).trimEnd().split('\n').length, 2);
	}

	await rm(folder, {recursive: true});
});
