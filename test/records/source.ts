import test from 'ava';
import {countFiles, partSuffix, pathOfFile} from '../../source/records/source.ts';

test('parts of one file are one file, and members of an archive are as many as they are', t => {
	t.is(countFiles([{path: 'a.ndjson!okta', format: 'okta'}, {path: 'a.ndjson!box', format: 'box'}, {path: 'a.zip!b.csv', format: 'table'}, {path: 'a.zip!c.csv', format: 'table'}]), 3);
	t.is(partSuffix({path: 'a.zip!b.csv', format: 'table'}), '');
	t.is(pathOfFile({path: 'a.zip!b.ndjson!okta', format: 'okta'}), 'a.zip!b.ndjson');
	t.is(partSuffix({path: 'a.zip!b.ndjson!okta', format: 'okta'}), '!okta');
});
