import test from 'ava';
import type {RecordDetail} from '../../../../source/investigation/investigation.ts';
import {detailLines} from '../../../../source/terminal/components/record/view.ts';
import {lineText, lineWidth} from '../../../../source/terminal/drawing/line.ts';
import {beginningState} from '../../../helpers/app-driver.ts';

const raw = `2020-10-03,E0042,Jo Rivera,jane@example.com,${'x'.repeat(150)}\u001B[31m`;
const detail: RecordDetail = {
	event: {
		id: 'ev1', row: 0, at: 0, employee: 'E0042', employeeName: 'Jo Rivera', activity: 'read', customers: ['C1002'], customerScope: 'listed',
		dataTypes: ['email'], dataTypeBasis: 'logged', outcome: 'denied', source: 's1', record: 7,
	},
	citation: {path: 'crm.csv', sha256: 'ab'.repeat(32), record: 7, offset: 1234, length: 99},
	raw, fields: [{name: 'user_name', text: 'E0042'}, {name: 'note', text: ''}], agrees: false, disagreement: 'employee: "E0042" against "E0043"',
};
const view = (masked: boolean, width = 76) => detailLines(detail, {...beginningState(), masked}, width);
const text = (masked: boolean): string => view(masked).map(line => lineText(line).trimEnd()).join('\n');

test('every field, the place in the file and the verdict of the second reader are there', t => {
	for (const wanted of [/outcome +denied: it reached nobody/, /file +crm\.csv/, /record +7/, /byte +1,234/, /length +99 bytes/, /sha256 +(?:ab){32}/, /checked +✕ a second reader disagrees:/, /note +\(empty\)/]) {
		t.regex(text(true), wanted);
	}
});

test('the verbatim text is whole, and its escapes are visible', t => {
	t.true(text(false).replaceAll('\n', '').includes(raw.replace('\u001B', '␛')));
});

test('whom the record names is masked until asked for', t => {
	t.notRegex(text(true), /Rivera|jane/);
	t.regex(text(false), /Jo Rivera/);
});

test('no row is wider than the window', t => {
	for (const width of [36, 76, 116, 196]) {
		t.true(view(true, width).every(line => lineWidth(line) <= width));
	}
});

test('beside a record stands where its account was then by the records of presence; blind, a site that is called like the account is not', t => {
	const presence = {findings: ['outside-shift'], records: 3, beside: [{kind: 'badge', since: 0, until: 3_600_000_000, site: 'E0042 home\u001B[31m', holds: true}, {kind: 'shift', since: 7_200_000_000, until: 10_800_000_000, holds: false}]} as const;
	const shown = (blind: boolean): string => detailLines({...detail, presence}, {...beginningState(), blind}, 116).map(line => lineText(line).trimEnd()).join('\n');
	t.regex(shown(false), /presence +outside own shift \(points as often to stolen credentials as to guilt\)\n +badge +1970-01-01 00:00:00 to 1970-01-01 01:00:00, E0042 home␛/);
	t.regex(shown(false), /shift +1970-01-01 02:00:00 to 1970-01-01 03:00:00 {3}\(of that day, not then\)/);
	t.notRegex(shown(true), /E0042/);
	t.notRegex(text(true), /presence/);
});
