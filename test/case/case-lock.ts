import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {takeLock} from '../../source/case/case-lock.ts';

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
});
