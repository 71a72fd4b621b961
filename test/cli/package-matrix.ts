import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import test, {type ExecutionContext} from 'ava';
import {whosaw} from '../helpers/cli.ts';
import {edit, reseal} from '../package/_damage.ts';
import {pdfText, pdfWithoutCodes} from '../helpers/pdf-text.ts';

/*
Every file of every audience is searched for every identifier of a small world. One invented case, written for all audiences.
*/

const customers = [['C1001', 'ann.orr@example.com', 'Ann Orr', 'DE'], ['C1002', 'bo.sand@example.com', 'Bo Sand', 'GB'], ['C1003', 'cy.lane@example.com', 'Cy Lane', 'FR'], ['C1004', 'di.reed@example.com', 'Di Reed', '']];
const employees = [['E0042', 'pat.quill@staff.example', 'Pat Quill', 'support'], ['E0107', 'lee.moss@staff.example', 'Lee Moss', 'sales']];

const log = [
	'event_id,timestamp,user_id,customer_id,fields,action,ticket',
	'1,2020-10-03T14:00:00Z,E0042,C1001,email,export,', '2,2020-10-03T14:01:00Z,E0042,C1002,email,export,card 4111 1111 1111 1111', '3,2020-10-03T14:02:00Z,E0042,C1003,email,read,T401',
	'4,2020-10-04T10:00:00Z,pat.quill@staff.example,C1003,email,read,', '5,2020-10-05T10:00:00Z,E0042,C1004,phone,read,T402', '6,2020-10-06T10:00:00Z,E0107,ann.orr@example.com,email,read,', 'torn', '',
].join('\n');

const by = ['--investigator', 'J. Rivera'];

const facts = {
	title: 'The leak of Ann Orr', controllers: [{name: 'Example Ltd', country: 'IE', awareAt: '2020-10-23T11:00:00+02:00'}], discovered: 'spam to addresses known to us only',
	consequences: 'spam', measuresTaken: 'the account of Pat Quill was closed', notified: [{customer: 'C1001', at: '2020-10-26', how: 'letter'}],
};

/** In the home directory of somebody, whom no case file may name. */
const exportOf = (folder: string): string => join(folder, 'home', 'jane', 'crm.csv');

/** The exports, the directories and the facts. */
const makeWorld = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-matrix-'));
	mkdirSync(join(folder, 'home', 'jane'), {recursive: true});
	writeFileSync(exportOf(folder), log);
	writeFileSync(join(folder, 'reported.txt'), 'C1001\nC1003\nC1002\n');
	writeFileSync(join(folder, 'people.csv'), ['id,email,name,country', ...customers.map(row => row.join(',')), ''].join('\n'));
	writeFileSync(join(folder, 'staff.csv'), ['id,email,name,role', ...employees.map(row => row.join(',')), ''].join('\n'));
	writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
	return folder;
};

const succeed = async (t: ExecutionContext, args: readonly string[]): Promise<string> => {
	const {exitCode, stderr, stdout} = await whosaw([...args]);
	t.is(exitCode, 0, `${args.join(' ')}\n${stderr}`);
	return stdout;
};

/** A world with a case that has an abandoned filter, a selection, an exclusion, leads and facts. */
const makeCase = async (t: ExecutionContext): Promise<string> => {
	const folder = makeWorld();
	const dir = join(folder, 'leak');
	await succeed(t, ['case', 'create', dir, exportOf(folder), '--customers', join(folder, 'people.csv'), '--employees', join(folder, 'staff.csv'), ...by]);
	await succeed(t, ['case', 'select', dir, '--filter', 'customer:C1004 action:abandoned', '--reason', 'a first guess', ...by]);
	await succeed(t, ['case', 'undo', dir, ...by]);
	await succeed(t, ['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint of Ann Orr', ...by]);
	await succeed(t, ['case', 'exclude', dir, '--filter', 'reason:T402', '--reason', 'the customer asked', ...by]);
	await succeed(t, ['leads', dir, '--leaked', join(folder, 'reported.txt'), '--surfaced', '2020-10-21', ...by]);
	await succeed(t, ['case', 'facts', dir, '--file', join(folder, 'facts.json'), ...by]);
	return folder;
};

let made: Promise<string> | undefined;

test.after.always(async () => {
	rmSync(await made!, {recursive: true, force: true});
});

/** A copy of the world, which is made once: its paths are relative to the case. */
const world = async (t: ExecutionContext): Promise<{readonly folder: string; readonly dir: string}> => {
	// Dozens of programs run one behind the other.
	t.timeout(600_000);
	made ??= makeCase(t);
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-matrix-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	cpSync(await made, folder, {recursive: true});
	return {folder, dir: join(folder, 'leak')};
};

const filesOf = (folder: string): ReadonlyMap<string, Buffer> => new Map(readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
	.map(entry => join(entry.parentPath, entry.name)).map(path => [relative(folder, path), readFileSync(path)] as const).toSorted(([a], [b]) => a < b ? -1 : 1));

/** All that can be read in a file; of a PDF its pages too, whose letters are codes, and across the pieces that they are set in. */
const readable = (path: string, bytes: Buffer): string => {
	const text = bytes.toString('latin1');
	return path.endsWith('.pdf') ? `${pdfWithoutCodes(text)}${pdfText(text).replaceAll(/\s/g, '')}` : text;
};

const spelt = (word: string): readonly string[] => [Buffer.from(word).toString('latin1'), word.replaceAll(/\s/g, '')];

/** Files that hold one of the words, as `file: word`. */
const holding = (folder: string, words: readonly string[]): readonly string[] => [...filesOf(folder)].flatMap(([path, bytes]) => {
	const text = readable(path, bytes);
	return words.filter(word => spelt(word).some(spelling => text.includes(spelling)) || path.includes(word)).map(word => `${path}: ${word}`);
});

const customerWords = customers.flatMap(row => row.slice(0, 3));
const employeeWords = employees.flatMap(row => row.slice(0, 3));

type Row = Readonly<Record<string, unknown>>;
const lines = (bytes: Buffer | undefined): readonly Row[] => bytes!.toString('utf8').trimEnd().split('\n').map(line => JSON.parse(line) as Row);

test('nobody finds in their case file what is not theirs, and the same revision gives the same bytes', async t => {
	const {folder, dir} = await world(t);
	const forbidden: Readonly<Record<string, readonly string[]>> = {
		'law-enforcement': [], internal: [], hr: [...customerWords, 'abandoned', '4111 1111'], regulator: [...customerWords, ...employeeWords, 'abandoned', '4111 1111'],
	};
	for (const [audience, words] of Object.entries(forbidden)) {
		const [one, two] = [join(folder, `${audience}-1`), join(folder, `${audience}-2`)];
		await succeed(t, ['export', dir, '--audience', audience, '--output', one, ...by]);
		await succeed(t, ['export', dir, '--audience', audience, '--output', two, ...by]);
		t.deepEqual([...filesOf(one)], [...filesOf(two)], audience);
		t.deepEqual(holding(one, [...words, '4111 1111', folder, 'jane']), [], audience);
		t.regex(await succeed(t, ['verify', one]), /integrity checked/);
	}

	const files = filesOf(join(folder, 'law-enforcement-1'));
	t.true(files.get('data/examination/journal.ndjson')!.includes('abandoned'));
	t.regex(files.get('data/affected/customers.csv')!.toString(), /C1001.*corroborated as disclosed.*,E0042,2,2020-10-26 letter\r\n/);
	t.regex(files.get('data/affected/excluded.csv')!.toString(), /1,the customer asked,C1004,E0042/);
	t.regex(files.get('data/affected/others.csv')!.toString(), /C1001,E0107,1/);
	const account = 'employee,E0042,pat.quill@staff.example,directory e-mail,a row of the directory has this address';
	const identities = (audience: string): readonly string[] => readFileSync(join(folder, `${audience}-1`, 'data/identities.csv'), 'utf8').split('\r\n').slice(1, -1);
	t.deepEqual(identities('law-enforcement'), ['customer,C1001,ann.orr@example.com,directory e-mail,a row of the directory has this address', account]);
	t.deepEqual(identities('hr'), [account]);
	t.true(lines(files.get('data/evidence/records.ndjson')).some(({raw_redacted: redacted}) => /\*{4} \*{4} \*{4} 1111$/.test(String(redacted))));
	const leads = JSON.parse(files.get('data/leads/leads.json')!.toString()) as {readonly schema: string; readonly leaked: {readonly resolved: number}; readonly caveats: readonly string[]};
	t.like(leads, {schema: 'whosaw.leads/1', leaked: {given: 3, resolved: 3}});
	t.regex(leads.caveats[0]!, /^Leads are an inference /);
	for (const [path, words] of [['data/limitations.md', /leads\/leads\.json: Leads are an inference/], ['data/README.txt', /leads\/leads\.json +an inference, kept apart from the facts/], ['data/report.html', /Leads: an inference, kept apart from the facts/]] as const) {
		t.regex(files.get(path)!.toString(), words);
	}

	t.true(pdfText(files.get('data/referral.pdf')!.toString('latin1')).replaceAll(/\s/g, '').includes('isaninference,andnothingonthesepagesrestsonit'));
	for (const audience of ['regulator', 'hr']) {
		const paths = [...filesOf(join(folder, `${audience}-1`)).keys()];
		t.deepEqual(paths.filter(path => path.includes('leads')), []);
		t.regex(readFileSync(join(folder, `${audience}-1`, 'data/redaction/redaction-log.ndjson'), 'utf8'), /"file":"data\/leads\/leads\.json","what":"the whole file"/);
		t.deepEqual(holding(join(folder, `${audience}-1`), ['consistent with', 'inference']), []);
	}

	const regulator = filesOf(join(folder, 'regulator-1'));
	t.false(regulator.has('data/identities.csv'));
	t.regex(regulator.get('data/jurisdictions/notification.csv')!.toString(), /\r\nGB,ICO,UK GDPR,Example Ltd,IE,2020-10-23T09:00:00Z,.*,2020-10-26T09:00:00Z,/);
	t.regex(regulator.get('data/accounts/accounts.csv')!.toString(), /^role,accounts,events,attribution\r\nsupport,1,/);
	t.deepEqual(Object.keys(lines(regulator.get('data/examination/journal.ndjson'))[0]!), ['seq', 'previous', 'hash']);
});

/** What a letter needs, in words that name nobody. */
const letterFacts = {
	title: 'an incident with contact data', measuresTaken: 'an account was closed', adviceToCustomers: 'Trust no unexpected message.', contact: {name: 'Privacy desk', email: 'privacy@example.com'},
};

test('a letter names its receiver alone, and nothing in the bag of letters names an account or a filter', async t => {
	const {folder, dir} = await world(t);
	const [one, two] = [join(folder, 'letters-1'), join(folder, 'letters-2')];
	const refused = await whosaw(['export', dir, '--audience', 'customers', '--output', one, ...by]);
	t.is(refused.exitCode, 1);
	t.regex(refused.stderr, /the fact "\w+" names a customer or an account/);
	writeFileSync(join(folder, 'facts.json'), JSON.stringify(letterFacts));
	await succeed(t, ['case', 'facts', dir, '--file', join(folder, 'facts.json'), ...by]);
	for (const output of [one, two]) {
		await succeed(t, ['export', dir, '--audience', 'customers', '--output', output, ...by]);
		t.regex(await succeed(t, ['verify', output]), /integrity checked/);
	}

	t.deepEqual([...filesOf(one)], [...filesOf(two)]);
	t.deepEqual(holding(one, [...employeeWords, 'J. Rivera', 'abandoned', 'T402', '4111 1111', 'consistent with', folder, 'jane', '"payload"']), []);
	const letters = [...filesOf(one)].filter(([path]) => /^data\/letters\/\d+\.txt$/.test(path));
	const named = letters.map(([, bytes]) => customers.filter(row => row.slice(0, 3).some(word => bytes.toString().includes(word))).map(([id]) => id));
	t.deepEqual(named.map(ids => ids.length), [1, 1, 1]);
	t.deepEqual(new Set(named.flat()), new Set(['C1001', 'C1002', 'C1003']));
	const outside = holding(one, customerWords).filter(line => !line.startsWith('data/letters/'));
	t.deepEqual(outside, []);
});

test('the files for programs have the form of the schemas that are shipped with them', async t => {
	const {folder, dir} = await world(t);
	const ajv = new Ajv2020({allErrors: true, strict: false});
	for (const audience of ['internal', 'regulator', 'hr']) {
		const output = join(folder, audience);
		await succeed(t, ['export', dir, '--audience', audience, '--output', output, ...by]);
		const files = filesOf(output);
		const valid = (schema: string, values: readonly unknown[]): void => {
			const check = ajv.compile({...JSON.parse(files.get(`data/schema/${schema}.schema.json`)!.toString()) as object, $id: `${audience}/${schema}`});
			for (const value of values) {
				t.true(check(value), `${audience} ${schema}: ${JSON.stringify(check.errors)}`);
			}
		};

		valid('case', [JSON.parse(files.get('data/case.json')!.toString())]);
		valid('journal', lines(files.get('data/examination/journal.ndjson')));
		valid('redaction-log', lines(files.get('data/redaction/redaction-log.ndjson')));
		if (audience === 'internal') {
			valid('evidence', lines(files.get('data/evidence/records.ndjson')));
			valid('query', [JSON.parse(files.get('data/method/query.json')!.toString())]);
			valid('leads', [JSON.parse(files.get('data/leads/leads.json')!.toString())]);
		}
	}
});

test('how each export came to be stands in the method, and on which days each system wrote; a regulator is not told with which query', async t => {
	const {folder, dir} = await world(t);
	const said = {exportedBy: 'A. Admin', system: 'CRM', query: 'agent = 42', selection: 'all', exportedAt: '2020-11-01T08:00:00Z', delivered: 'by hand', hashTaken: 'at export'};
	writeFileSync(join(folder, 'acquisition.json'), JSON.stringify(said));
	await succeed(t, ['case', 'sources', 'describe', dir, exportOf(folder), '--file', join(folder, 'acquisition.json'), ...by]);
	const methodFor = async (audience: string): Promise<{readonly sources: ReadonlyArray<{readonly acquisition: unknown}>; readonly coverage: ReadonlyArray<{readonly first: string; readonly last: string; readonly days: number; readonly gaps: readonly string[]}>}> => {
		const output = join(folder, `method-${audience}`);
		await succeed(t, ['export', dir, '--audience', audience, '--output', output, ...by]);
		return JSON.parse(readFileSync(join(output, 'data/method/query.json'), 'utf8')) as Awaited<ReturnType<typeof methodFor>>;
	};

	const {sources: [own], coverage} = await methodFor('internal');
	t.deepEqual(own!.acquisition, said);
	t.deepEqual(coverage, [{first: '2020-10-03', last: '2020-10-06', days: 4, gaps: []}]);
	const {query: _, ...others} = said;
	t.deepEqual((await methodFor('regulator')).sources[0]!.acquisition, others);
});

test('the questions are asked again of the originals, and another export is refused by its hash', async t => {
	const {folder, dir} = await world(t);
	const output = join(folder, 'case-file');
	await succeed(t, ['export', dir, '--output', output, ...by]);
	const again = await succeed(t, ['verify', output, '--sources', exportOf(folder), '--customers', join(folder, 'people.csv'), '--employees', join(folder, 'staff.csv')]);
	t.regex(again, /ok {6}replay: the same customers are affected: 3 customers/);
	t.regex(again, /ok {6}replay: every evidence record stands in its export, byte for byte: 4 records/);
	t.regex(again, /ok {6}replay: the same ids, logins and addresses of the logs are taken for one: 2 claims/);
	// Somebody who says that it rests on something else, and makes all hashes anew, is found by the directory itself.
	await edit(join(output, 'data/identities.csv'), text => text.replace('directory e-mail,a row of the directory has this address', 'directory login,a row of the directory has this login'));
	await reseal(output);
	t.regex(await succeed(t, ['verify', output]), /integrity checked/);
	const forged = await whosaw(['verify', output, '--sources', exportOf(folder), '--customers', join(folder, 'people.csv'), '--employees', join(folder, 'staff.csv')]);
	t.is(forged.exitCode, 4);
	t.regex(forged.stdout, /FAILED {2}replay: the package lacks 1 claim of identity that is found: customer,C1001,ann\.orr@example\.com,directory e-mail,/);
	writeFileSync(exportOf(folder), log.replace('C1002', 'C1009'));
	const other = await whosaw(['verify', output, '--sources', exportOf(folder)]);
	t.is(other.exitCode, 4);
	t.regex(other.stdout, /FAILED {2}replay: none of these files is the export crm\.csv: no sha256 is [\da-f]{64}; crm\.csv has [\da-f]{64}\n/);
});

test('a revision says what is new against the package before, and names it', async t => {
	const {folder, dir} = await world(t);
	await succeed(t, ['export', dir, '--output', join(folder, 'first'), ...by]);
	await succeed(t, ['case', 'restore', dir, '--filter', 'reason:T402', '--reason', 'the ticket is not theirs', ...by]);
	await succeed(t, ['export', dir, '--output', join(folder, 'second'), ...by]);
	const files = filesOf(join(folder, 'second'));
	const changes = files.get('data/changes.csv')!.toString();
	t.regex(changes, /exclusion taken back,1/);
	t.regex(changes, /customer in,C1004/);
	t.regex(changes, /count,customers accessed,3,4/);
	t.regex(files.get('bag-info.txt')!.toString(), /Whosaw-Supersedes: [\da-f]{64}\n/);
});
