import {randomBytes} from 'node:crypto';
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {isLock, takeLock} from '../../source/case/case-lock.ts';

/* A child that takes the lock of a folder again and again beside others, and fails where it does not have it alone: `_locking-child.ts DIR`. */
const [folder = ''] = process.argv.slice(2);
const inside = join(folder, 'inside');
for (let taken = 0; taken < 100;) {
	const lock = takeLock(folder, {name: 'N. N.', now: new Date(), random: randomBytes(4).toString('hex')});
	if (isLock(lock)) {
		writeFileSync(inside, '', {flag: 'wx'});
		rmSync(inside);
		lock.release();
		taken++;
	}
}
