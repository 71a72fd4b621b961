import test from 'ava';
import type {Leads} from '../../../../source/investigation/leads/leads.ts';
import {unresolvedLines} from '../../../../source/terminal/screens/leads/unresolved-lines.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {textWidth} from '../../../../source/terminal/text/fit-text.ts';
import {beginningState} from '../../../helpers/app-driver.ts';

const leads = (unknown: readonly string[]): Leads => ({
	list: {
		leaked: {given: unknown.length, resolved: 0, sha256: '0'.repeat(64)}, verdict: 'too-few', because: 'None.', leads: [], groups: [],
		lists: [{path: 'list.txt', sha256: '0'.repeat(64), given: unknown.length, resolved: 0, repeated: 0, same: 0, ambiguous: 0, unknown}],
	},
	behaviour: [], caveats: ['A caveat.'],
});

const drawn = (unknown: readonly string[], masked = true): readonly string[] => unresolvedLines(leads(unknown), {...beginningState(), masked}, 60).map(line => lineText(line));

test('each entry that is no customer has a row, safe to show and masked until it is asked for', t => {
	const lines = drawn(['C9', 'ada@example.org', '\u001B[31mred\u202E', 'z'.repeat(10_000)]);
	t.is(lines.length, 7);
	t.regex(lines.join('\n'), /Entries that are no customer[^\n]*\nlist\.txt: 4 entries\n {3}C9\n/i);
	t.false(['ada@', '\u001B', '\u202E'].some(text => lines.join('\n').includes(text)));
	t.true(lines.every(line => textWidth(line) <= 60 || line.startsWith('── ')));
	t.true(drawn(['ada@example.org'], false).includes('   ada@example.org'));
});

test('of a hundred thousand entries the first are drawn, and it is said where all are', t => {
	const lines = drawn(Array.from({length: 100_000}, (_, index) => `C${index}`));
	t.is(lines.length, 504);
	t.is(lines.at(-1), 'and 99,500 more: whosaw leads --format json lists every one');
	t.deepEqual(drawn([]), []);
});
