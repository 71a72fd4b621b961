import test from 'ava';
import {everything, load} from '../helpers/loading.ts';

const header = 'File ID,Custodian,Compound path,Date,Item class,Immutable ID,To,Subject/Title,Workload';
const rows = [
	'1,Ann,a/b,2020-10-01 09:30:00Z,IPM.Note,i1,bob@example.com;eve@example.com,"Hello,\nagain",Exchange',
	'2,Ann,a/c,2020-10-01T09:31:00Z,IPM.SkypeTeams.Message,i2,,Chat,Exchange',
] as const;

test('items of a search: who wrote them, to whom, and when', async t => {
	const investigation = await load(t, {export: `\uFEFF${[header, ...rows].join('\r\n')}\r\n`});
	t.deepEqual(investigation.sources.map(({format, records}) => [format, records]), [['m365-ediscovery', {read: 2, kept: 2, duplicate: 0, rejected: 0}]]);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.like(events[0], {at: 1_601_544_600_000_000, employee: 'Ann', customers: ['bob@example.com', 'eve@example.com'], action: 'IPM.Note', system: 'Exchange', dataTypes: ['communications'], dataTypeBasis: 'rule:m365-mail-item'});
	t.like(events[1], {employee: 'Ann', customers: [], resource: 'Chat', dataTypes: ['unknown']});
	for (const {row} of events) {
		t.like(await investigation.record(row), {agrees: true});
	}
});

test('a list of items with a torn row, one without a time, a copy and another line end', async t => {
	const {sources: [source]} = await load(t, {export: `${[header, rows[0], rows[0], '3,Ann,a/d,,IPM.Note,i3,,No time,Exchange', '4,Ann', rows[1]].join('\n')}\r\n`});
	t.deepEqual(source!.records, {read: 5, kept: 2, duplicate: 1, rejected: 2});
	t.deepEqual(source!.rejections.map(({reason}) => reason).toSorted(), ['2 cells where 9 are expected', 'no time']);
});
