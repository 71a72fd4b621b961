import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {opened} from '../helpers/loading.ts';

const table = `time,user,customer\n${Array.from({length: 400}, (_, index) => `2020-10-01T00:00:00Z,E${index % 7},C${(index * 7919) % 100_003}`).join('\n')}\n`;

test('a log below a folder that cannot be read is an error that stands beside the numbers; what is no log is passed over', async t => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-test-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	writeFileSync(join(folder, 'a.csv'), table);
	writeFileSync(join(folder, 'page.html'), '<!doctype html><html></html>');
	writeFileSync(join(folder, 'picture'), Buffer.alloc(2000, 1));
	writeFileSync(join(folder, 'torn.csv.gz'), gzipSync(table).subarray(0, 24));
	writeFileSync(join(folder, 'torn.parquet'), 'PAR1 and nothing else');
	writeFileSync(join(folder, 'torn.zip'), 'PK\u0003\u0004 and nothing else');
	symlinkSync('two', join(folder, 'one'));
	symlinkSync('one', join(folder, 'two'));
	const investigation = await opened(t, {paths: [folder, join(folder, 'a.csv', 'below'), 'n'.repeat(300)]});
	t.deepEqual(investigation.sources.map(({records}) => records.kept), [400]);
	t.deepEqual(investigation.skipped.map(({path, reason}) => [path.slice(folder.length + 1), reason]), [['page.html', 'it is a web page'], ['picture', 'it is a binary file, not a log']]);
	t.deepEqual(investigation.failed.map(({path, error}) => [path.replace(`${folder}/`, '').slice(0, 12), error.replace(/ \(.*/, '')]), [
		['one', 'it is a link that leads back to itself'], ['two', 'it is a link that leads back to itself'], ['a.csv/below', 'no such file'], ['nnnnnnnnnnnn', 'no such file: its name is longer than names can be'],
		['torn.csv.gz', 'the compressed stream is torn or damaged'], ['torn.parquet', 'the Parquet file is damaged'], ['torn.zip', 'the archive is torn or damaged'],
	]);
});
