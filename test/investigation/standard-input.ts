import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {PassThrough} from 'node:stream';
import test from 'ava';
import {CancelledError} from '../../source/errors.ts';
import {openPrivateFolder} from '../../source/files/private-folder.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {keepStandardInput} from '../../source/investigation/standard-input.ts';
import {csv} from '../helpers/loading.ts';

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

test('standard input stands among the sources where it was named', async t => {
	const row = '2020-10-01T00:00:00Z,E1,C1,view';
	const stdin = new PassThrough();
	stdin.end(csv('timestamp,employee,customer,action', row));
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-stdin-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	await writeFile(path.join(folder, 'a.csv'), csv('timestamp,employee,customer,action', row));
	const investigation = await openInvestigation({paths: ['-', path.join(folder, 'a.csv'), '-'], stdin, overlapping: true});
	t.deepEqual(investigation.sources.map(({path: name, records}) => [name === '-', records.kept, records.duplicate]), [[true, 1, 0], [false, 0, 1]]);
	await investigation.close();
});
