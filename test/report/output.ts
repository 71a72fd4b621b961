import {mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import test from 'ava';
import {ClosedPipe, checkOutput, refuseSource, writeToFile, writeToStream} from '../../source/report/output.ts';
import {temporaryFolder} from '../helpers/cli.ts';

test('a file is whole and only its owner may read it', async t => {
	const path = join(await temporaryFolder(t), 'answer.json');
	await writeToFile(path, ['a', 'b'.repeat(200_000)]);
	t.is((await readFile(path, 'utf8')).length, 200_001);
	t.is((await stat(path)).mode & 0o777, 0o600);
});

test('when the text fails half-way nothing is left behind', async t => {
	const folder = await temporaryFolder(t);
	const text = (function * () {
		yield 'half';
		throw new Error('torn');
	})();
	await t.throwsAsync(writeToFile(join(folder, 'answer.json'), text), {message: 'torn'});
	t.deepEqual(await readdir(folder), []);
});

test('an existing file is refused without --force', async t => {
	const path = join(await temporaryFolder(t), 'answer.json');
	await writeFile(path, 'old');
	await t.throwsAsync(checkOutput(path, false), {message: /there already/});
	await t.notThrowsAsync(checkOutput(path, true));
});

test('a folder, or a file in no folder, is refused', async t => {
	const folder = await temporaryFolder(t);
	await mkdir(join(folder, 'inner'));
	await t.throwsAsync(checkOutput(join(folder, 'inner'), true), {message: /is a folder/});
	await t.throwsAsync(checkOutput(join(folder, 'none', 'answer.json'), false), {message: /no such folder/});
});

test('an export is never replaced, whatever name it is called by', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'crm.csv');
	await writeFile(path, 'evidence');
	await symlink(path, join(folder, 'link.csv'));
	await t.throwsAsync(refuseSource(join(folder, 'link.csv'), [{path}]), {message: /one of the exports/});
	await t.throwsAsync(refuseSource(path, [{path: `${path}!member`}]), {message: /one of the exports/});
	await t.notThrowsAsync(refuseSource(join(folder, 'new.csv'), [{path}]));
});

test('a stream whose reader is gone ends the writing', async t => {
	const stream = new PassThrough();
	stream.destroy();
	await t.throwsAsync(writeToStream(stream, ['a']), {instanceOf: ClosedPipe});
});
