import test from 'ava';
import {csv, everything, load} from '../helpers/loading.ts';

const header = 'event_id,timestamp,employee,customer,action';
const plain = 'timestamp,employee,customer,action';

test('a record with the id of an earlier one counts once, in whichever file it stands again', async t => {
	const investigation = await load(t, {
		'a.csv': csv(header, '1,2020-10-01T00:00:00Z,E1,C1,view', '2,2020-10-02T00:00:00Z,E1,C2,view', '1,2020-10-01T00:00:00Z,E1,C1,view'),
		'b.csv': csv(header, '2,2020-10-02T00:00:00Z,E1,C2,view', '3,2020-10-03T00:00:00Z,E1,C3,view'),
	});
	t.deepEqual(investigation.sources.map(({records}) => records), [{read: 3, kept: 2, duplicate: 1, rejected: 0}, {read: 2, kept: 1, duplicate: 1, rejected: 0}]);
	t.like((await investigation.answer({filter: everything})).totals, {events: 3, customers: 3});
});

test('an id that stands for records that differ hides none of them', async t => {
	const investigation = await load(t, {'a.csv': csv(header, '1,2020-10-01T00:00:00Z,E1,C1,view', '1,2020-10-01T00:00:00Z,E2,C1,view', '1,2020-10-01T00:00:01Z,E1,C1,view', '1,2020-10-01T00:00:00Z,E1,C9,view', ...['2', '3', '4', '5'].map(id => `${id},2020-10-01T00:00:00Z,E1,C1,view`))});
	const [source] = investigation.sources;
	t.deepEqual(source!.records, {read: 8, kept: 8, duplicate: 0, rejected: 0});
	t.is(source!.conflicts, 1);
	t.deepEqual(source!.conflicting, [1, 2, 3, 4]);
	const {totals, limitations} = await investigation.answer({filter: everything});
	t.is(totals.customers, 2);
	t.true(limitations.some(sentence => sentence.includes('records that differ')));
});

test('records of one id that tell of another act, or of another thing, are not copies; those that agree are', async t => {
	const columns = 'event_id,timestamp,employee,customer,action,resource';
	const at = '2020-10-01T00:00:00Z';
	const investigation = await load(t, {'a.csv': csv(columns, `1,${at},E1,C1,view,/orders`, `1,${at},E1,C1,export,/orders`, `1,${at},E1,C1,view,/payments`, `2,${at},E1,C1,view,/orders`, `2,${at},E1,C1,view,/orders`, `3,${at},E1,C1,view,`, `3,${at},E1,C1,view,`)});
	const [source] = investigation.sources;
	t.deepEqual(source!.records, {read: 7, kept: 5, duplicate: 2, rejected: 0});
	t.is(source!.conflicts, 1);
	t.deepEqual(source!.conflicting, [1, 2, 3]);
});

test('a conflict between two exports is listed at both, by the numbers of the records', async t => {
	const investigation = await load(t, {
		'a.csv': csv(header, 'torn', '1,2020-10-01T00:00:00Z,E1,C1,view', '2,2020-10-01T00:00:00Z,E1,C1,view'),
		'b.csv': csv(header, '2,2020-10-01T00:00:00Z,E1,C1,view', '1,2020-10-01T00:00:00Z,E2,C1,view', '3,2020-10-01T00:00:00Z,E2,C1,view'),
	});
	t.deepEqual(investigation.sources.map(({conflicts, conflicting}) => [conflicts, conflicting]), [[1, [2]], [1, [2]]]);
	const {sources: [clean]} = await load(t, {'c.csv': csv(header, '1,2020-10-01T00:00:00Z,E1,C1,view')});
	t.false('conflicting' in clean!);
});

test('the same id in exports of another kind is another event', async t => {
	const investigation = await load(t, {'a.csv': csv(header, '1,2020-10-01T00:00:00Z,E1,C1,view'), 'b.csv': csv(`${header},ip`, '1,2020-10-01T00:00:00Z,E1,C1,view,192.0.2.1')});
	t.deepEqual(investigation.sources.map(({records}) => records.kept), [1, 1]);
});

test('records without an id are all kept; those that stand in two files are called possible duplicates', async t => {
	const files = {
		'a.csv': csv(plain, '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-02T00:00:00Z,E1,C2,view'),
		'b.csv': csv(plain, '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-03T00:00:00Z,E1,C3,view'),
	};
	const investigation = await load(t, files);
	t.deepEqual(investigation.sources.map(({records, possibleDuplicates}) => [records.kept, records.duplicate, possibleDuplicates]), [[3, 0, 0], [2, 0, 1]]);
	t.true((await investigation.answer({filter: everything})).limitations.some(sentence => sentence.includes('--overlapping')));
});

test('in exports that overlap the k-th copy in the second is the k-th of the first, and no more', async t => {
	const row = '2020-10-01T00:00:00Z,E1,C1,view';
	const investigation = await load(t, {'a.csv': csv(plain, row, row), 'b.csv': csv(plain, row, row, row), 'c.csv': csv(plain, row, row, row, row)}, {overlapping: true});
	t.deepEqual(investigation.sources.map(({records, possibleDuplicates}) => [records.kept, records.duplicate, possibleDuplicates]), [[2, 0, 0], [1, 2, 0], [1, 3, 0]]);
	t.is((await investigation.answer({filter: everything})).totals.events, 4);
});

test('records that lack the id which others have are compared as those without one', async t => {
	const files = {
		'a.csv': csv(header, ',2020-10-01T00:00:00Z,E1,C1,view', '7,2020-10-02T00:00:00Z,E1,C2,view'),
		'b.csv': csv(header, ',2020-10-01T00:00:00Z,E1,C1,view', '7,2020-10-02T00:00:00Z,E1,C2,view', ',2020-10-03T00:00:00Z,E1,C3,view'),
	};
	const apart = await load(t, files);
	t.deepEqual(apart.sources.map(({records, possibleDuplicates}) => [records.kept, records.duplicate, possibleDuplicates]), [[2, 0, 0], [2, 1, 1]]);
	const overlapping = await load(t, files, {overlapping: true});
	t.deepEqual(overlapping.sources.map(({records, possibleDuplicates}) => [records.kept, records.duplicate, possibleDuplicates]), [[2, 0, 0], [1, 2, 0]]);
});

test('equal records within one file are never dropped', async t => {
	const row = '2020-10-01T00:00:00Z,E1,C1,view';
	for (const overlapping of [true, false]) {
		const investigation = await load(t, {'a.csv': csv(plain, row, row, row)}, {overlapping});
		t.deepEqual(investigation.sources[0]!.records, {read: 3, kept: 3, duplicate: 0, rejected: 0});
		t.is(investigation.sources[0]!.possibleDuplicates, 0);
	}
});
