import test from 'ava';
import {structureOf, type Structure} from '../../source/files/structure.ts';

const structure = (text: string, whole = true): Structure => structureOf(Buffer.from(text), whole);
const delimiterOf = (text: string): string | undefined => {
	const found = structure(text);
	return found.kind === 'table' ? found.shape.style.delimiter : undefined;
};

test('a table is known by any of four delimiters, quoted ones apart', t => {
	for (const delimiter of [',', ';', '|', '\t']) {
		t.is(delimiterOf([['time', 'user', 'note'], ['2020-10-01', 'E1', '"a, b; c | d\te"'], ['2020-10-02', 'E2', 'x']].map(row => row.join(delimiter)).join('\n')), delimiter);
	}
});

test('columns without a name and columns of one name are told apart', t => {
	const found = structure('time,user,customer,customer,,\n1,2,3,4,5,6\n');
	t.deepEqual(found.kind === 'table' && found.header, ['time', 'user', 'customer', 'customer (2)', 'column 5', 'column 6']);
});

test('a header that names most of its columns twice is one', t => {
	const found = structure('time,employee,customer,employee,customer\n2020-10-01T00:00:00Z,E1,C1,E9,C9\n2020-10-02T00:00:00Z,E2,C2,E9,C9\n');
	t.deepEqual(found.kind === 'table' && found.header, ['time', 'employee', 'customer', 'employee (2)', 'customer (2)']);
});

test('lines of objects are NDJSON, whatever the file is called', t => {
	t.is(structure('{"a":1}\n{"a":2}\n').kind, 'lines');
	t.is(structure('{"a":1}').kind, 'lines');
	t.is(structure('{"a":1}\n{"a":2}\n{"a":', false).kind, 'lines');
});

test('JSON documents are known by what surrounds their records', t => {
	t.deepEqual(structure('[\n{"a":1},\n{"a":2}\n]'), {kind: 'json', shape: {kind: 'array'}});
	t.deepEqual(structure('[]'), {kind: 'json', shape: {kind: 'array'}});
	t.deepEqual(structure('{"Records":[{"a":1}]}'), {kind: 'json', shape: {kind: 'key', key: 'Records'}});
	t.deepEqual(structure('{"count":1,"visits":[{"a":1}]}'), {kind: 'json', shape: {kind: 'key', key: 'visits'}});
	t.deepEqual(structure('{\n"a":1\n}\n{\n"a":2\n}'), {kind: 'json', shape: {kind: 'values'}});
});

test('an object that says when and who is one record, whatever lists it holds', t => {
	t.deepEqual(structure('{\n"published": "2020-10-01", "actor": {}, "target": [{"id": 1}]\n}'), {kind: 'json', shape: {kind: 'values'}});
	t.deepEqual(structure('{\n"resourceType": "AuditEvent", "agent": [{"requestor": true}]\n}'), {kind: 'json', shape: {kind: 'values'}});
	t.deepEqual(structure('{\n"id": {}, "actor": {}, "events": [{"name": "view"}]\n}'), {kind: 'json', shape: {kind: 'values'}});
	t.deepEqual(structure('{"resourceType": "Bundle", "entry": [{"resource": {}}]}'), {kind: 'json', shape: {kind: 'key', key: 'entry'}});
});

test('documents of records on a line each are opened, and records that hold lists are not', t => {
	t.deepEqual(structure('{"Records":[{"a":1}]}\n{"Records":[]}\n{"Records":[{"a":2},{"a":3}]}\n'), {kind: 'json', shape: {kind: 'key', key: 'Records'}});
	t.deepEqual(structure('{"resourceType":"Bundle","entry":[{"a":1}]}\n{"resourceType":"Bundle","entry":[{"a":2}]}\n'), {kind: 'json', shape: {kind: 'key', key: 'entry'}});
	for (const lines of ['{"time":"2020-10-01","items":[{"a":1}]}\n{"time":"2020-10-02","items":[{"a":2}]}\n', '{"items":[{"a":1}]}\n{"b":1}\n', '{"items":[1]}\n{"items":[2]}\n', '{"items":[{"a":1}],"events":[{"b":1}]}\n{"items":[{"a":1}]}\n', '{"id":{"time":"1"},"actor":{},"events":[{"a":1},{"a":2}]}\n{"id":{"time":"2"},"actor":{},"events":[{"a":3}]}\n', '{"QUERY_START_TIME":"1","USER_NAME":"A","DIRECT_OBJECTS_ACCESSED":[{"a":1}]}\n']) {
		t.is(structure(lines).kind, 'lines', lines);
	}
});

test('a line that begins with a bracketed time is no JSON', t => {
	t.is(structure('[06/Feb/2019:00:00:38 +0000] E1 view C1\n[06/Feb/2019:00:00:39 +0000] E1 view C2\n').kind, 'text');
});

test('a header alone is a table without records, and nothing is nothing', t => {
	t.is(structure('time,user,customer\n').kind, 'table');
	t.is(structure('time,user,customer').kind, 'table');
	t.is(structure('').kind, 'empty');
	t.is(structure(' \n\n').kind, 'empty');
	t.is(structure('just some words\nand more\n').kind, 'text');
});

test('titles above the header are no records', t => {
	const found = structure('Access report\nMade by Example CRM, for internal use\n\ntime,user,customer,action\n1,E1,C1,view\n');
	t.like(found, {kind: 'table', header: ['time', 'user', 'customer', 'action'], headerSpan: 0, shape: {preamble: 53}});
});

test('a header is found behind directives', t => {
	const found = structure('#Version: 1.0\n#made by hand\ntime,user,customer\n1,E1,C1\n');
	t.like(found, {kind: 'table', header: ['time', 'user', 'customer']});
});
