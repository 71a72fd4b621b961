import test from 'ava';
import {understand} from '../../source/investigation/second-reader.ts';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {field, type FieldMap} from '../../source/records/field-expression.ts';
import {everything, load} from '../helpers/loading.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const at = '"ts":"2020-10-01T00:00:00Z"';
const wildcard: FieldMap = {time: field('ts'), timeStyle: {kind: 'iso'}, employee: field('actor', 'id'), customers: field('customers', '*', 'id')};

test('a record that repeats a key which is read is rejected and says which, however the key is written', async t => {
	const investigation = await load(t, {'a.ndjson': [
		`{"id":"1",${at},"user":"E1","customer":"C1","customer":"C2"}`,
		String.raw`{"id":"2",${at},"user":"E1","customer":"C1","cust\u006fmer":"C3"}`,
		`{"id":"3",${at},"user":"E1","customer":"C4", "x":"", "customer"	:"C4"}`,
		`{"id":"4",${at},"user":"E1","customer":"C5"}`,
	].join('\n')});
	const [source] = investigation.sources;
	t.deepEqual(source!.records, {read: 4, kept: 1, duplicate: 0, rejected: 3});
	t.deepEqual(source!.rejections, [{reason: 'key "customer" stands twice', records: 3, first: {record: 1, byte: 0}}]);
	t.deepEqual((await investigation.answer({filter: everything})).customers.map(({customer}) => customer), ['C5']);
});

test('a key that is not read, or stands again elsewhere or in a value, rejects nothing', async t => {
	const investigation = await load(t, {'a.ndjson': [
		`{"id":"1",${at},"user":"E1","customer":"C1","note":1,"note":2}`,
		`{"id":"2",${at},"user":"E1","customer":"customer","x":{"customer":1,"id":3}}`,
		String.raw`{"id":"3",${at},"user":"E1","customer":"C1","note":"\u00e9 \"customer\" \"customer\""}`,
	].join('\n')});
	t.deepEqual(investigation.sources[0]!.records, {read: 3, kept: 3, duplicate: 0, rejected: 0});
});

test('a repeated key is found inside objects and lists, and in arrays of records', async t => {
	const lines = [
		`{"id":"1",${at},"actor":{"id":"E1","id":"E2"},"customers":[{"id":"C1"}]}`,
		`{"id":"2",${at},"actor":{"id":"E1"},"customers":[{"id":"C1"},{"id":"C2","id":"C3"}]}`,
		`{"id":"3",${at},"actor":{"id":"E1"},"customers":[{"id":"C1"},{"id":"C2"}]}`,
		`{"id":"4",${at},"actor":{"id":"E1"},"actor":{"id":"E9"},"customers":[{"id":"C1"}]}`,
	];
	const investigation = await load(t, {'a.ndjson': lines.join('\n'), 'b.json': `[${lines.join(',\n')}]`});
	t.deepEqual(investigation.sources.map(({records: {kept, duplicate, rejected}}) => [kept + duplicate, rejected]), [[1, 3], [1, 3]]);
	t.deepEqual(investigation.sources[0]!.rejections.map(({reason}) => reason), ['key "actor.id" stands twice', 'key "customers[].id" stands twice', 'key "actor" stands twice']);
});

test('the second reader refuses the same records', async t => {
	const file = await prepareFile(temporaryFiles(t, {'a.ndjson': '{"ts":1}\n'})[0]!);
	const plan = {file, fields: wildcard, zone: {name: 'UTC'}};
	t.is(understand(plan, `{${at},"actor":{"id":"E1"},"customers":[{"id":"C1"},{"id":"C2","id":"C3"}]}`), undefined);
	t.is(understand(plan, String.raw`{${at},"actor":{"id":"E1","\u0069d":"E2"}}`), undefined);
	t.is(understand(plan, `{${at},"id":1,"id":2,"actor":{"id":"E1"},"customers":[{"id":"C1"},{"id":"C2"}]}`)?.roles.employee, 'E1');
	const enveloped = {...plan, envelope: ['message']};
	t.is(understand(enveloped, `{"message":${JSON.stringify(`{${at},"actor":{"id":"E1"}}`)},"message":"{}"}`), undefined);
	t.is(understand(enveloped, `{"message":${JSON.stringify(`{${at},"actor":{"id":"E1","id":"E2"}}`)}}`), undefined);
	t.is(understand(enveloped, `{"other":1,"other":2,"message":${JSON.stringify(`{${at},"actor":{"id":"E1"}}`)}}`)?.roles.employee, 'E1');
});
