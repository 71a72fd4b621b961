import test from 'ava';
import {parseFilter} from '../../source/filter/parse.ts';
import {csv, load} from '../helpers/loading.ts';

const filterOf = (text: string) => parseFilter(text, {displayTimezone: 'UTC'});

test('a filter on what an export has no column for says so, with the columns of it that are not used', async t => {
	const investigation = await load(t, {
		'a.csv': csv('timestamp,employee,customer,action,notes,why it was done', '2020-10-01T00:00:00Z,E1,C1,view,x,y'),
		'b.csv': csv('timestamp,employee,customer,action,reason', '2020-10-01T00:00:00Z,E1,C2,view,T-1'),
	});
	const {limitations} = await investigation.answer({filter: filterOf('NOT reason:* NOT outcome:denied')});
	const said = limitations.filter(sentence => sentence.includes('no column for'));
	t.is(said.length, 2);
	t.regex(said[0]!, /a\.csv has no column for the stated reason \(reason:\) or the outcome \(outcome:\): .* Columns of it that are not used: notes, why it was done \(--map reason=COLUMN/);
	t.regex(said[1]!, /b\.csv has no column for the outcome \(outcome:\): to the filter every record of it is one without\.$/);
	t.deepEqual(investigation.sources.map(({unusedColumns}) => unusedColumns), [['notes', 'why it was done'], undefined]);
});

test('a filter on what every export has a column for, or needs no column, says nothing of columns', async t => {
	const investigation = await load(t, {'a.ndjson': '{"id":"1","ts":"2020-10-01T00:00:00Z","actor":{"id":"E1","shoe":"42"},"customers":[{"id":"C1"}],"fields":["email"]}\n'.repeat(2)});
	const {limitations} = await investigation.answer({filter: filterOf('employee:E1 customer:C1 data:email time:2020-10-01 source:*')});
	t.false(limitations.some(sentence => sentence.includes('no column for')), limitations.join(' '));
	t.deepEqual(investigation.sources[0]!.unusedColumns, ['actor.shoe']);
});
