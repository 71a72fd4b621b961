import test from 'ava';
import {csv, asked, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const attempts = ['\'; drop table event; --', '" or "1"="1', '\') or 1=1 --', '$1', '%', '_', '\\', '`rm -rf x`', '${x}', 'E\'\\x27', '/* x */', 'a\'||\'b', '\u2400', 'null', 'constructor', '__proto__'];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('SQL in values and filters is data: each name matches itself and nothing else', async t => {
	const rows = attempts.map((text, index) => `2020-10-01T00:00:${String(index).padStart(2, '0')}Z,${quoted(`e ${text}`)},${quoted(`c ${text}`)},view,${quoted(`r ${text}`)}`);
	const investigation = await load(t, {'a.csv': csv('timestamp,employee,customer,action,reason', ...rows)});
	t.is((await investigation.answer({filter: everything})).totals.events, attempts.length);
	for (const text of attempts) {
		for (const [field, name] of [['employee', 'e'], ['customer', 'c'], ['reason', 'r']] as const) {
			// A cell of customers with one of these names several.
			if (field === 'customer' && /[;|]/.test(text)) {
				continue;
			}

			const filter = {kind: 'match', field, test: {kind: 'is', text: `${name} ${text}`}} as const;
			const {totals} = await investigation.totals({filter});
			t.is(totals.events, 1, `${field} ${text}`);
		}

		const like = {kind: 'match', field: 'reason', test: {kind: 'like', pieces: [{wildcard: '*'}, {literal: text}]}} as const;
		t.is((await investigation.totals({filter: like})).totals.events, attempts.filter(other => other.endsWith(text)).length, `*${text}`);
	}

	t.is((await investigation.totals({filter: everything})).totals.events, attempts.length);
});

test('SQL in the names of files and columns is data', async t => {
	const columns = ['when\'; --', 'who" or 1', 'whom`$1', 'did\\'];
	const investigation = await load(t, {
		'it\'s "one"; drop table event.csv': csv(columns.map(column => quoted(column)).join(','), '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-01T00:00:01Z,E1,C2,view'),
		'%_$1 \'.ndjson': `${JSON.stringify({'when\'; --': '2020-10-01T00:00:02Z', 'who" or 1': 'E2', 'whom`$1': 'C3', 'did\\': 'view'})}\n`,
	}, {maps: ['time', 'employee', 'customer', 'activity'].map((role, index) => ({value: {role, column: columns[index]!}}))});
	t.deepEqual(investigation.sources.map(({records}) => records.kept), [2, 1]);
	const {totals, customers} = await investigation.answer({filter: everything});
	t.like(totals, {events: 3, customers: 3, employees: 2});
	t.deepEqual(customers.map(({customer}) => customer), ['C1', 'C2', 'C3']);
	t.is((await investigation.totals({filter: {kind: 'match', field: 'source', test: {kind: 'is', text: '%_$1 \'.ndjson'}}})).totals.events, 1);
	const [event] = await investigation.events({filter: everything, offset: 0, limit: 1});
	t.like(await investigation.record(event!.row), {agrees: true, raw: '2020-10-01T00:00:00Z,E1,C1,view'});
});

test('SQL in directories is data', async t => {
	const text = attempts[0]!;
	const customers = temporaryFile(t, 'customers.csv', csv('customer_id,email,name,country', `${quoted(text)},x@example.com,${quoted(text)},${quoted(text)}`));
	const employees = temporaryFile(t, 'employees.csv', csv('employee_id,login,team', `${quoted(text)},aex,${quoted(text)}`));
	const investigation = await load(t, {'a.csv': csv('timestamp,employee,customer,action', '2020-10-01T00:00:00Z,aex,x@example.com,view')}, {customers: [customers], employees: [employees]});
	const {customers: rows, byEmployee} = await investigation.answer({filter: everything});
	t.is(rows[0]!.customer, text);
	t.is(byEmployee[0]!.employee, text);
	t.is((await investigation.totals({filter: asked({employee: ['aex']})})).totals.events, 1);
});
