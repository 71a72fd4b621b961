import test from 'ava';
import {parseEvidence} from '../../source/package/read-evidence.ts';

const source = {path: 'a.csv', sha256: 'a'.repeat(64)};
const line = (others: object): string => JSON.stringify({evidence: 'e1', source, record: 1, offset: 0, length: 1, raw: 'x', raw_sha256: 'b'.repeat(64), event: {}, selections: [1], why: [], ...others});
const parsed = (others: object): unknown => parseEvidence({number: 1, text: line(others)} as Parameters<typeof parseEvidence>[0]);

test('an evidence record may cite duplicates, and each must name its place', t => {
	t.like(parsed({}), {evidence: 'e1', duplicates: []});
	t.like(parsed({duplicates: [{source, record: 7, offset: 3, length: 9}]}), {duplicates: [{source, record: 7, offset: 3, length: 9}]});
	for (const duplicates of [null, 'e2', [1], [{source, record: -1}], [{record: 1}], [{source: {path: 'a.csv'}, record: 1}], [{source, record: 1, offset: 'x'}]]) {
		t.is(parsed({duplicates}), 'has duplicates that name no place', JSON.stringify(duplicates));
	}
});
