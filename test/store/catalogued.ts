import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import test from 'ava';
import {sourcesSchema} from '../../source/report/schemas/sources-schema.ts';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';
import {csv, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';
import {makeDice} from '../helpers/world-dice.ts';

const rules = `version: 1
catalog:
  public.customers: [id, email, phone, "Birth Date"]
  "sales.ord*": [id, total_price, "Loyalty Tier"]
  /^hr\\.(staff|people)$/: [name, salary]
  "*": [email]
rules:
  - {id: star, when: {activity: [read, export]}, types: ["@all-columns-of-object"]}
  - {id: prices, when: {column: "*price"}, types: [transactions]}
  - {id: ids, when: {column: id}, types: [unknown]}
`;

/** A select of everything, or of columns that it names. */
const statement = (second: number, {command = 'SELECT', table, columns = '*'}: {readonly command?: string; readonly table: string; readonly columns?: string}): string =>
	`2026-01-21 18:32:${String(second).padStart(2, '0')}.288 UTC [4913] user=ann,db=crm,app=psql,client=192.0.2.7 LOG:  AUDIT: SESSION,${second},1,${command === 'SELECT' ? 'READ' : 'WRITE'},${command},TABLE,${table},"${command.toLowerCase()} ${columns} from ${table}",<not logged>\n`;

test('a select of everything reaches what a select of each column of the table by its name would, and says on which rule that rests', async t => {
	const path = temporaryFile(t, 'rules.yaml', rules.replace('  "*": [email]\n', ''));
	const log = [
		{table: 'PUBLIC.Customers'}, {table: 'sales.orders_2026'}, {table: 'hr.people'}, {table: 'public.secrets'}, {table: 'public.customers', columns: 'name, id'}, {table: 'public.customers', command: 'DELETE'}, {table: 'public.secrets'}, {table: 'sales.orders'},
	].map((each, index) => statement(index, each)).join('');
	const investigation = await load(t, {'pg.log': log}, {rules: [path]});
	const events = await investigation.events({filter: everything, offset: 0, limit: 20});
	// By hand. The rule that is shipped for tables of orders holds beside one's own; nobody knows a loyalty tier; a delete reads nothing.
	t.deepEqual(events.map(({dataTypes, dataTypeBasis}) => [dataTypes.join(' '), dataTypeBasis]), [
		['birth_date email phone', 'rule:star'], ['custom:loyalty tier transactions', 'rule:star'], ['employment name', 'rule:star'], ['unknown', 'unknown'],
		['name unknown', 'rule:ids'], ['unknown', 'unknown'], ['unknown', 'unknown'], ['custom:loyalty tier order_history transactions', 'rule:table-orders'],
	]);
	t.deepEqual(investigation.sources[0]!.unmatched, [{value: 'Loyalty Tier', records: 2, field: 'column'}, {value: 'public.secrets', records: 2, field: 'resource', reason: 'not in the catalog'}]);
	t.true(investigation.notes.includes('Where an event reached a table and the log names no columns, the catalog of rules.yaml (3 tables) gives all of its columns for 1 rule: star.'));
});

const dice = makeDice(20_261_124);
const tables = ['public.customers', 'Public.CUSTOMERS', 'sales.orders', 'hr.staff', 'hr.staffing', 'x', '["public.customers","hr.staff"]', '["hr.people","none"]', ''] as const;
/** The second reading: the types of each table, by hand. */
const typesOf: Readonly<Record<string, readonly string[]>> = {'public.customers': ['birth_date', 'email', 'phone'], 'sales.orders': ['custom:loyalty tier', 'transactions'], 'hr.staff': ['employment', 'name'], 'hr.people': ['employment', 'name']};

test('every figure by data type of a table of any shape is that of its catalog, added up by hand', async t => {
	const folder = await temporaryFolder(t);
	const rows = Array.from({length: 250}, () => ({table: dice.pick(tables), activity: dice.pick(['read', 'export', 'update']), customer: dice.chance(0.5) ? `C${dice.between(1, 30)}` : ''}));
	const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;
	writeFileSync(join(folder, 'log.csv'), csv('time,employee,customer,activity,object', ...rows.map(({table, activity, customer}, index) => [new Date(Date.UTC(2026, 0, 1) + (index * 60_000)).toISOString(), 'E1', customer, activity, written(table)].join(','))));
	const path = join(folder, 'rules.yaml');
	for (const all of [false, true]) {
		writeFileSync(path, all ? rules : rules.replace('  "*": [email]\n', ''));
		const options = [join(folder, 'log.csv'), '--map', 'resource=object', '--rules', path, '--format', 'json'];
		const typesOfRow = ({table, activity}: (typeof rows)[number]): readonly string[] => {
			const objects = activity === 'update' || table === '' ? [] : (table.startsWith('[') ? JSON.parse(table) as string[] : [table]);
			const types = objects.flatMap(each => typesOf[each.toLowerCase()] ?? (all ? ['email'] : ['unknown']));
			return types.some(type => type !== 'unknown') ? types : ['unknown'];
		};

		const expected = new Map<string, {events: number; customers: Set<string>}>();
		for (const row of rows) {
			for (const type of new Set(typesOfRow(row))) {
				const counts = expected.get(type) ?? {events: 0, customers: new Set()};
				expected.set(type, counts);
				counts.events++;
				if (row.customer !== '') {
					counts.customers.add(row.customer);
				}
			}
		}

		const report = JSON.parse((await whosaw(['report', ...options])).stdout) as {readonly byDataType: ReadonlyArray<{readonly dataType: string; readonly events: number; readonly customers: number}>; readonly affected: unknown};
		t.deepEqual(report.byDataType.map(({dataType, events, customers}) => `${dataType} ${events} ${customers}`).toSorted(), [...expected].map(([type, {events, customers}]) => `${type} ${events} ${customers.size}`).toSorted());
		const unknown = rows.filter(({activity, customer}) => activity === 'export' && customer === '').length;
		t.deepEqual(report.affected, {atLeast: new Set(rows.map(({customer}) => customer).filter(customer => customer !== '')).size, unknownEvents: unknown});

		const listed: unknown = JSON.parse((await whosaw(['sources', ...options])).stdout);
		t.true(new Ajv2020({allErrors: true}).validate(sourcesSchema, listed));
		const {sources: [source]} = listed as {readonly sources: ReadonlyArray<{readonly unmatched: ReadonlyArray<{readonly value: string; readonly records: number; readonly reason?: string}>}>};
		const missing = ['hr.staffing', 'none', 'x'].map(value => ({value, records: rows.filter(({table, activity}) => activity !== 'update' && (table === value || table.includes(`"${value}"`))).length, reason: 'not in the catalog'}));
		t.deepEqual(source!.unmatched.filter(({reason}) => reason !== undefined).toSorted((a, b) => a.value < b.value ? -1 : 1), all ? [] : missing);
		// Where no log names data, what the columns of the catalog are called is listed beside the objects, each once.
		t.is(new Set(source!.unmatched.map(({value}) => value)).size, source!.unmatched.length);
		t.is(source!.unmatched.find(({value}) => value === 'Loyalty Tier')?.records, rows.filter(({table, activity}) => table === 'sales.orders' && activity !== 'update').length);
	}
});

test('where the log has the query itself, its tables are looked up; one that cannot be read as a whole stays unknown', async t => {
	const path = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: select-star, when: {query: "/select\\\\s+\\\\*/i"}, types: ["@all-columns-of-object"]}\ncatalog:\n  crm.customers: [id, email, phone, "Birth Date"]\n  orders: [total_price]\n');
	const queries = ['select * from CRM.customers', 'SELECT  * from "crm"."customers" c join orders o on o.id = c.id', 'select * from (crm.customers join orders on true)', 'select * from crm.customers, cards', 'select 1 from crm.customers'];
	const log = queries.map((QUERY_TEXT, index) => `${JSON.stringify({QUERY_ID: `q${index}`, QUERY_TEXT, START_TIME: `2026-01-01 00:00:0${index}.000`, USER_NAME: 'ANN', WAREHOUSE_NAME: 'W', QUERY_TYPE: 'SELECT', EXECUTION_STATUS: 'SUCCESS'})}\n`).join('');
	const investigation = await load(t, {'queries.json': log}, {rules: [path]});
	t.is(investigation.sources[0]!.format, 'snowflake');
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({dataTypes}) => dataTypes.join(' ')), ['birth_date custom:id email phone', 'birth_date custom:id custom:total_price email phone', 'unknown', 'birth_date custom:id email phone unknown', 'unknown']);
	t.deepEqual(investigation.sources[0]!.unmatched.filter(({reason}) => reason !== undefined).map(({value}) => value), ['cards', queries[2]]);
});

test('of a catalog of thousands of tables the first that matches counts, and an expression that the engine does not understand is refused by its table', async t => {
	const many = Array.from({length: 2000}, (_, index) => `  "db.t${index}*": [${index % 2 === 0 ? 'email' : 'phone'}]\n`).join('');
	const path = temporaryFile(t, 'rules.yaml', `version: 1\nrules:\n  - {id: star, when: {}, types: ["@all-columns-of-object"]}\ncatalog:\n${many}`);
	const log = csv('time,employee,customer,activity,object', ...[1, 1999, 1998, 20].map((table, index) => `2026-01-01T00:00:0${index}Z,E1,C1,read,DB.T${table}0`), '2026-01-01T00:01:00Z,E1,C1,read,db.u');
	const maps = [{value: {role: 'resource', column: 'object'}}];
	const events = await (await load(t, {'a.csv': log}, {rules: [path], maps})).events({filter: everything, offset: 0, limit: 9});
	// `db.t1*` stands before `db.t10*`, and `db.t199*` before `db.t1999*`.
	t.deepEqual(events.map(({dataTypes}) => dataTypes.join()), ['phone', 'phone', 'phone', 'email', 'unknown']);
	// A name stands before the patterns that follow it, and behind those that precede it; a letter has a case beyond ASCII, too.
	const mixed = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: star, when: {}, types: ["@all-columns-of-object"]}\ncatalog:\n  db.a: [email]\n  db.*: [phone]\n  db.b: [name]\n  ÄRZTE: [health]\n  kranke: [photo]\n');
	const names = csv('time,employee,customer,activity,object', ...['DB.A', 'db.b', 'ärzte', '\u212Aranke', 'KRANKE', 'db.\u212A'].map((object, index) => `2026-01-01T00:00:0${index}Z,E1,C1,read,${object}`));
	const mixedEvents = await (await load(t, {'a.csv': names}, {rules: [mixed], maps})).events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(mixedEvents.map(({dataTypes}) => dataTypes.join()), ['email', 'phone', 'health', 'photo', 'photo', 'phone']);
	const wrong = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: star, when: {}, types: ["@all-columns-of-object"]}\ncatalog:\n  /a(?=b)/: [email]\n');
	await t.throwsAsync(load(t, {'a.csv': log}, {rules: [wrong], maps}), {message: 'the table "/a(?=b)/" of the catalog: the expression "a(?=b)" is not understood'});
});
