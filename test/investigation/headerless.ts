import test from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {everything, load} from '../helpers/loading.ts';

const rows = ['"20240311160000.000","005xx0000012345","Report","003xx0000000001","25"', '"20240311160100.000","005xx0000012346","API","003xx0000000002","4"', '"20240311160200.000","005xx0000012345","URI","","0"'].map(row => `${row}\n`).join('');
const map = (role: string, column: string): {readonly value: {readonly role: string; readonly column: string}} => ({value: {role, column}});

test('a table without a header is read by the numbers of its columns', async t => {
	const investigation = await load(t, {'capture.log': rows}, {maps: [map('time', '#1'), map('employee', '#2'), map('activity', '#3'), map('customer', '#4')]});
	t.like(investigation.sources[0], {format: 'table', records: {read: 3, kept: 3, duplicate: 0, rejected: 0}, mapping: {time: 'column 1', employee: 'column 2', customer: 'column 4'}});
	t.regex(investigation.sources[0]!.why, /without a header/);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({record, employee, customers}) => [record, employee, customers]), [[1, '005xx0000012345', ['003xx0000000001']], [2, '005xx0000012346', ['003xx0000000002']], [3, '005xx0000012345', []]]);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});

test('without a word about its columns it is said that there is no header, and what to do', async t => {
	const error = await t.throwsAsync(load(t, {'capture.log': rows}), {instanceOf: ExpectedError, message: /^it has no header, and it is not clear which column holds the/});
	t.regex((error as ExpectedError).next ?? '', /Columns: column 1, column 2.*--map employee=#\d/s);
});

test('a number of a column that is not there is a slip of the pen', async t => {
	await t.throwsAsync(load(t, {'capture.log': rows}, {maps: [map('time', '#9')]}), {message: /no file has a column "#9"/});
});

test('prose with commas is no table without a header', async t => {
	await t.throwsAsync(load(t, {'notes.txt': 'Well, we met, and talked.\nThen, at noon, we left.\nSo, all in all, nothing.\n'}), {message: /^it is not clear|^it is no table/});
});

test('a column of a table with a header can be called by its number too', async t => {
	const {sources: [source]} = await load(t, {'a.csv': 'moment,who,whom\n2020-10-01T00:00:00Z,E1,C1\n'}, {maps: [map('time', '#1'), map('employee', '#2'), map('customer', '#3')]});
	t.like(source, {mapping: {time: 'moment', employee: 'who', customer: 'whom'}, records: {kept: 1}});
});
