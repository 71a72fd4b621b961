import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import test from 'ava';
import {demoRequest, makeDemo} from '../../source/demo/make-demo.ts';
import {ExpectedError} from '../../source/errors.ts';

const names = ['bulk-exports.tsv', 'crm-access.csv', 'demo.json', 'directories/customers.csv', 'directories/employees.csv', 'leaked.txt', 'shop-admin.json', 'support-desk.ndjson.gz'];

let parent: string;
let directory: string;

test.before(async () => {
	parent = await mkdtemp(join(tmpdir(), 'whosaw-demo-'));
	directory = join(parent, 'first');
	await makeDemo({directory, seed: 7});
});

test.after.always(async () => {
	await rm(parent, {recursive: true, force: true});
});

const hashes = async (folder: string): Promise<readonly string[]> => Promise.all(names.map(async name =>
	createHash('sha256').update(await readFile(join(folder, name))).digest('hex')));
const text = async (name: string): Promise<string> => {
	const bytes = await readFile(join(directory, name));
	return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

test('the same seed gives the same bytes, and another seed gives others', async t => {
	await makeDemo({directory: join(parent, 'again'), seed: 7});
	await makeDemo({directory: join(parent, 'other'), seed: 8});
	t.deepEqual(await hashes(join(parent, 'again')), await hashes(directory));
	const [mine, others] = [await hashes(directory), await hashes(join(parent, 'other'))];
	t.true(mine.every((hash, index) => hash !== others[index]));
});

test('a demo that is there already is used again, also when a case was made beside it', async t => {
	const own = join(parent, 'reused');
	const first = await makeDemo({directory: own});
	await writeFile(join(own, 'my-notes.txt'), 'mine');
	const second = await makeDemo({directory: own});
	t.false(first.reused);
	t.true(second.reused);
	t.deepEqual(second.paths, first.paths);
	t.is(await readFile(join(own, 'my-notes.txt'), 'utf8'), 'mine');
});

test('an empty folder is filled, and nothing is left beside it', async t => {
	const own = join(parent, 'nest', 'empty');
	await mkdir(own, {recursive: true});
	await makeDemo({directory: own});
	t.deepEqual(await readdir(join(parent, 'nest')), ['empty']);
	t.true((await readdir(own)).includes('demo.json'));
});

test('a folder with something else in it is refused and left as it is', async t => {
	const own = join(parent, 'occupied');
	await mkdir(own);
	await writeFile(join(own, 'thesis.txt'), 'important');
	const error = await t.throwsAsync(makeDemo({directory: own}), {instanceOf: ExpectedError, message: /something else/});
	t.is((error as ExpectedError).where, own);
	t.regex((error as ExpectedError).next!, /--output/);
	t.deepEqual(await readdir(own), ['thesis.txt']);
});

test('a demo of another seed, and a demo that was changed, are refused by name', async t => {
	const own = join(parent, 'changed');
	await makeDemo({directory: own, seed: 2});
	await t.throwsAsync(makeDemo({directory: own, seed: 3}), {instanceOf: ExpectedError, message: /seed 2, small/});
	await writeFile(join(own, 'shop-admin.json'), '{}');
	await t.throwsAsync(makeDemo({directory: own, seed: 2}), {instanceOf: ExpectedError, message: /shop-admin\.json/});
	await rm(join(own, 'leaked.txt'));
	await writeFile(join(own, 'shop-admin.json'), '{}');
	await t.throwsAsync(makeDemo({directory: own, seed: 2}), {instanceOf: ExpectedError});
});

test('a file in the place of the folder is refused with words', async t => {
	const own = join(parent, 'a-file');
	await writeFile(own, '');
	await t.throwsAsync(makeDemo({directory: own}), {instanceOf: ExpectedError, message: /this is a file/});
});

test('the small world has between 60,000 and 80,000 records in its exports', async t => {
	const crm = (await text('crm-access.csv')).split('\nCRM-').length - 1;
	const desk = (await text('support-desk.ndjson.gz')).split('\n').length - 1;
	const {events} = JSON.parse(await text('shop-admin.json')) as {readonly events: readonly unknown[]};
	const total = crm + desk + events.length;
	t.true(total > 60_000 && total < 80_000, String(total));
});

test('the CRM export is as awkward as it should be', async t => {
	const crm = await text('crm-access.csv');
	t.true(crm.startsWith('\uFEFFevent_id,timestamp,user_id,'));
	t.false(/[^\r]\n/.test(crm));
	for (const trouble of ['2020-02-30 10:15:00', '31/31/2020', '"Customer hung up\r\n', 'parcel.\r\nPromised', '""never received it""', 'email|phone']) {
		t.true(crm.includes(trouble), trouble);
	}

	const ids = [...crm.matchAll(/^CRM-\d+/gm)].map(String);
	t.true(new Set(ids).size < ids.length);
	const hourLivedTwice = [...crm.matchAll(/,(2020-11-01 01:[\d:]+)/g)].map(([, time]) => time!);
	t.true(hourLivedTwice.some((time, index) => index > 0 && time < hourLivedTwice[index - 1]!), 'the clock goes back within the hour');
});

test('the support desk has denied reads, doubled lines and one torn line', async t => {
	const lines = (await text('support-desk.ndjson.gz')).trimEnd().split('\n');
	const torn = lines.filter(line => !line.endsWith('}'));
	t.is(torn.length, 1);
	t.true(new Set(lines).size < lines.length - 100);
	t.true(lines.some(line => line.includes('"outcome":"denied"')));
	const {actor, customer, timestamp} = JSON.parse(lines[0]!) as {readonly actor: {readonly id: string}; readonly customer: {readonly id: string}; readonly timestamp: number};
	t.is(typeof actor.id, 'string');
	t.is(typeof customer.id, 'string');
	t.true(timestamp > 1_590_000_000_000);
});

test('the bulk exports name nobody but once, and say how many', async t => {
	const rows = (await text('bulk-exports.tsv')).trimEnd().split('\n').slice(1).map(line => line.split('\t'));
	t.true(rows.every(row => row.length === 9 && Number(row[5]) > 0));
	const listed = rows.filter(row => row[4] !== '');
	t.is(listed.length, 1);
	t.is(listed[0]![4]!.split(';').length, Number(listed[0]![5]));
});

test('every person in the world is invented: all addresses end in example.com, example.org or example.net', async t => {
	for (const name of names.filter(file => file !== 'demo.json')) {
		const addresses = (await text(name)).matchAll(/@([\w.-]+)/g);
		t.true([...addresses].every(([, domain]) => /^example\.(com|org|net)$/.test(domain!)), name);
	}
});

test('the leaked list is mostly customers of the two insiders, with some noise', async t => {
	const leaked = (await text('leaked.txt')).trimEnd().split('\n');
	const directoryText = await text('directories/customers.csv');
	const strangers = leaked.filter(email => !directoryText.includes(`,${email},`));
	t.is(new Set(leaked).size, leaked.length);
	t.true(leaked.length > 100);
	t.true(strangers.length > 0 && strangers.length < leaked.length / 10);
});

test('the request that opens a demo names its exports, directories, the list of leaked addresses and the zone of the CRM', t => {
	t.deepEqual(demoRequest('d'), {
		paths: ['crm-access.csv', 'support-desk.ndjson.gz', 'bulk-exports.tsv', 'shop-admin.json'].map(name => join('d', name)),
		employees: [join('d', 'directories', 'employees.csv')],
		customers: [join('d', 'directories', 'customers.csv')],
		leaked: [join('d', 'leaked.txt')],
		timezones: [{files: 'crm*.csv', value: 'America/Los_Angeles'}],
	});
});
