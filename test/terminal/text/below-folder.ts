import test from 'ava';
import {belowFolder} from '../../../source/terminal/text/below-folder.ts';

const called = (...paths: readonly string[]): readonly string[] => paths.map(path => belowFolder(paths)(path));

test('files of one folder are called without it', t => {
	t.deepEqual(called('/data/leak/crm.csv', '/data/leak/desk.ndjson.gz'), ['crm.csv', 'desk.ndjson.gz']);
	t.deepEqual(called('/data/asana/audit.json', '/data/github/audit.json'), ['asana/audit.json', 'github/audit.json']);
	t.deepEqual(called('/data/all.zip!2020/a.csv', '/data/all.zip!2020/b.csv', '/data/all.csv'), ['all.zip!2020/a.csv', 'all.zip!2020/b.csv', 'all.csv']);
});

test('one file alone keeps its path, and so do those that share no folder', t => {
	t.deepEqual(called('/data/leak/crm.csv'), ['/data/leak/crm.csv']);
	t.deepEqual(called('crm.csv', '-', 'exports/desk.csv'), ['crm.csv', '-', 'exports/desk.csv']);
	t.deepEqual(called('/a.csv', '/b/c.csv'), ['a.csv', 'b/c.csv']);
	t.deepEqual(called('/data/leak.csv', '/data/leak/crm.csv'), ['leak.csv', 'leak/crm.csv']);
});

test('members of one archive keep its name', t => {
	t.deepEqual(called('/data/all.zip!2020/a.csv', '/data/all.zip!2020/b.csv'), ['all.zip!2020/a.csv', 'all.zip!2020/b.csv']);
});
