import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import test from 'ava';
import {execa} from 'execa';
import {isLock, takeLock} from '../../source/case/case-lock.ts';
import {openJournal} from '../../source/case/journal-file.ts';
import {nodeArguments} from '../helpers/program.ts';

const mountSmall = (place: string): boolean => {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', place], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
};

const fill = (place: string): void => {
	try {
		writeFileSync(join(place, 'full'), Buffer.alloc(100_000));
	} catch {
		// That is what was wanted.
	}
};

test('on a full disk no lock is taken, and none is left half written (where a disk can be mounted)', t => {
	const place = mkdtempSync(join(tmpdir(), 'whosaw-lock-'));
	if (!mountSmall(place)) {
		t.pass();
		return;
	}

	t.teardown(() => execFileSync('umount', [place]));
	fill(place);
	t.throws(() => takeLock(place, {name: 'N. N.', now: new Date(0), random: 'a'}), {code: 'ENOSPC'});
	t.deepEqual(readdirSync(place), ['full']);
	rmSync(join(place, 'full'));
	writeFileSync(join(place, 'case.journal'), '');
	fill(place);
	// What to do is of the disk: nobody has to close anything.
	const {readOnly, next} = openJournal(place, {by: {name: 'N. N.', id: 'n'}, now: () => new Date(0), salt: () => 'ab'.repeat(16)});
	t.deepEqual([readOnly, next], ['the disk is full', 'Make room and do it again.']);
});

test('what the killed left behind while they tried for the lock is gone when it is taken, and nothing else', t => {
	const place = mkdtempSync(join(tmpdir(), 'whosaw-lock-'));
	const {pid} = spawnSync('true');
	const trying = `case.lock.${process.pid}-77`;
	for (const name of [`case.lock.${pid}-0bee0e9f`, trying, 'case.lock.notes', 'case.journal']) {
		writeFileSync(join(place, name), '');
	}

	writeFileSync(join(place, `case.lock.${pid}-a1`), JSON.stringify({pid, host: hostname(), since: '', name: 'N. N.'}));
	writeFileSync(join(place, `case.lock.${pid}-a2`), JSON.stringify({pid, host: 'elsewhere.example', since: '', name: 'N. N.'}));

	const lock = takeLock(place, {name: 'N. N.', now: new Date(0), random: 'ab'});
	t.deepEqual(readdirSync(place).toSorted(), ['case.journal', 'case.lock', `case.lock.${pid}-a2`, trying, 'case.lock.notes'].toSorted());
	if (isLock(lock)) {
		lock.release();
	}

	t.deepEqual(readdirSync(place).toSorted(), ['case.journal', `case.lock.${pid}-a2`, trying, 'case.lock.notes'].toSorted());
});

test('of several that try for the lock at once one has it, and none fails', async t => {
	const place = mkdtempSync(join(tmpdir(), 'whosaw-lock-'));
	const children = await Promise.all(Array.from({length: 3}, async () => execa('node', [...nodeArguments('test/case/_locking-child.ts'), place], {reject: false, stdin: 'ignore'})));
	t.deepEqual(children.map(({exitCode, stderr}) => [exitCode, stderr]), [[0, ''], [0, ''], [0, '']]);
	t.deepEqual(readdirSync(place), []);
});
