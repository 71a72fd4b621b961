import {Buffer} from 'node:buffer';
import {dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import type {LoadRequest} from '../../source/investigation/investigation.ts';
import {everything, opened} from '../helpers/loading.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const record = (id: string, {time = '2026-03-01T00:00:00Z', who = 'ada'} = {}): string => JSON.stringify({
	eventVersion: '1.08', eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventTime: time, eventID: id, userIdentity: {type: 'IAMUser', userName: who}, requestParameters: {bucketName: 'letters', key: `${id}.txt`},
});

const document = (...records: readonly string[]): string => `{"Records":[${records.join(',')}]}`;

/** Days of a cloud's log: some damaged, one with what another had, one torn. */
const days: Readonly<Record<string, string | Buffer>> = {
	'00.json': document(record('a1'), record('a2'), record('a3')),
	'01.json': document(record('b1', {time: 'yesterday'}), record('b2')),
	'03.json': document(record('c1'), '17', record('c2', {who: 'grace'})),
	'04.json': document(record('a2'), record('d1')),
	'05.json': `${document(record('e1'), record('e2')).slice(0, -40)}`,
	'06.json': Buffer.from(document(record('f1'), record('f2', {who: 'Zo\u00EB'})), 'latin1'),
	'07.json': document(record('g1')),
	'08.csv': 'timestamp,employee,customer\n2026-03-01T00:00:00Z,E1,C1\n2026-03-01T00:00:00Z,E1,"C\n2"\n',
	'09.csv': 'timestamp,employee,customer\nnever,E1,C1\n2026-03-01T00:00:00Z,E1\n2026-03-02T00:00:00Z,E2,C3\n',
	'10.json': document(record('h1'), record('a1')),
};

const foldered = (t: ExecutionContext, files: Readonly<Record<string, string | Uint8Array>>): string => dirname(temporaryFiles(t, files)[0]!);

const accounts = async (request: LoadRequest) => {
	const investigation = await openInvestigation(request);
	const rejected: string[] = [];
	for await (const {path, rejection} of investigation.rejections()) {
		rejected.push(`${path} ${rejection.record} ${rejection.reason} ${rejection.raw}`);
	}

	const events: string[] = [];
	for (const {source, record: number, employee, customers} of await investigation.events({filter: everything, offset: 0, limit: 100})) {
		events.push(`${source} ${number} ${employee ?? ''} ${customers.join(' ')}`);
	}

	const {sources} = investigation;
	await investigation.close();
	return {sources, rejected: rejected.toSorted(), events: events.toSorted()};
};

test('files that are loaded in one go are accounted for like each by itself', async t => {
	const folder = foldered(t, days);
	const all = await accounts({paths: [folder]});
	t.deepEqual(all.sources.map(({path}) => path), Object.keys(days).map(name => join(folder, name)));
	const duplicates: Readonly<Record<string, number>> = {'04.json': 1, '10.json': 1};
	for (const [index, name] of Object.keys(days).entries()) {
		const path = join(folder, name);
		const alone = await accounts({paths: [path]});
		const [{records, ...source}] = alone.sources as [typeof all.sources[number]];
		const {records: counted, ...together} = all.sources[index]!;
		const duplicate = duplicates[name] ?? 0;
		t.deepEqual(counted, {...records, kept: records.kept - duplicate, duplicate}, name);
		t.deepEqual(together, source, name);
		t.deepEqual(all.rejected.filter(text => text.startsWith(path)), alone.rejected, name);
		t.is(all.events.filter(text => text.startsWith(path)).length, alone.events.length - duplicate, name);
		t.true(all.events.filter(text => text.startsWith(path)).every(text => alone.events.includes(text)), name);
	}
});

test('a name is that of the first file that gives one, of several records the latest, whether files are loaded in one go or not', async t => {
	const header = 'timestamp,employee,employee_name,customer,customer_email,customer_country';
	const small = {
		'a.csv': `${header}\n2026-03-05T00:00:00Z,E1,,C1,,FR\n`,
		'b.csv': `${header}\n2026-03-01T00:00:00Z,E1,Ada L,C1,one@example.com,DE\n2026-03-02T00:00:00Z,E1,Ada Lovelace,C1,two@example.com,DE\n`,
		'c.csv': `${header}\n2026-03-09T00:00:00Z,E1,Someone Else,C1,three@example.com,IT\n`,
	};
	// What is longer than a small file is loaded by itself.
	const long = Object.fromEntries(Object.entries(small).map(([name, text]) => [name, text + `2026-03-01T00:00:00Z,E9,,C9,,\n`.repeat(40_000)]));
	for (const files of [small, long]) {
		const investigation = await opened(t, {paths: [foldered(t, files)]});
		const answer = await investigation.answer({filter: everything});
		t.deepEqual(answer.byEmployee.filter(({employee}) => employee === 'E1').map(({name}) => name), ['Ada Lovelace']);
		t.deepEqual(answer.customers.filter(({customer}) => customer === 'C1').map(({email, country}) => [email, country]), [['two@example.com', 'FR']]);
	}
});
