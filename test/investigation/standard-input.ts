import {PassThrough} from 'node:stream';
import test from 'ava';
import {CancelledError} from '../../source/errors.ts';
import {openPrivateFolder} from '../../source/files/private-folder.ts';
import {keepStandardInput} from '../../source/investigation/standard-input.ts';

test('whoever waits for standard input can be stopped', async t => {
	const folder = openPrivateFolder();
	const stop = new AbortController();
	const stdin = new PassThrough();
	stdin.write('time,user,customer\n');
	const kept = keepStandardInput({paths: ['-'], stdin}, folder, stop.signal);
	stop.abort();
	await t.throwsAsync(kept, {instanceOf: CancelledError});
	folder.remove();
});
