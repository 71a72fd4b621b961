import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import test from 'ava';
import {makeDemo} from '../../source/demo/make-demo.ts';
import {makeWorld} from '../../source/demo/world.ts';
import {leadsSchema} from '../../source/report/schemas/leads-schema.ts';
import {whosaw} from '../helpers/cli.ts';

const ajv = new Ajv2020({allErrors: true});
const isLeads = ajv.compile(leadsSchema);

type Printed = {
	readonly lists?: ReadonlyArray<{readonly given: number; readonly resolved: number; readonly repeated: number; readonly unresolved: readonly string[]}>;
	readonly leaked?: {readonly given: number; readonly resolved: number; readonly sha256: string}; readonly verdict?: string; readonly unexplained?: number;
	readonly leads?: ReadonlyArray<{readonly employee: string; readonly separable: boolean; readonly inseparableFrom: string | null}>;
	readonly leaveOneOut?: ReadonlyArray<{readonly list: string; readonly left: number; readonly only: number; readonly verdict: string; readonly first: string | null; readonly verdictChanges: boolean; readonly firstChanges: boolean; readonly why: string}>;
	readonly behaviour: ReadonlyArray<{readonly employee: string; readonly state: string; readonly why: readonly string[]}>; readonly caveats: readonly string[];
};

const folder = mkdtempSync(join(tmpdir(), 'whosaw-leads-'));
const demo = join(folder, 'demo');

test.before(async () => {
	await makeDemo({directory: demo, seed: 1, size: 'small'});
});

test.after.always(() => {
	rmSync(folder, {recursive: true, force: true});
});

const exportsOf = (): readonly string[] => ['crm-access.csv', 'support-desk.ndjson.gz', 'bulk-exports.tsv', 'shop-admin.json'].map(name => join(demo, name));
const reading = (): readonly string[] => ['--employees', join(demo, 'directories', 'employees.csv'), '--customers', join(demo, 'directories', 'customers.csv'), '--timezone', 'crm*.csv:America/Los_Angeles'];
const leaked = (): readonly string[] => ['--leaked', join(demo, 'leaked.txt')];
const list = (name: string, content: string | Uint8Array): readonly string[] => {
	writeFileSync(join(folder, name), content);
	return ['--leaked', join(folder, name)];
};

const ask = async (...more: readonly string[]): Promise<Printed> => {
	const {stdout, stderr, exitCode} = await whosaw(['leads', ...exportsOf(), ...reading(), '--format', 'json', ...more]);
	if (exitCode !== 0) {
		throw new Error(stderr);
	}

	const value = JSON.parse(stdout) as Printed;
	if (!isLeads(value)) {
		throw new Error(ajv.errorsText(isLeads.errors));
	}

	return value;
};

test('in the demo both insiders come out on top, and the one who took everything is separable', async t => {
	const {insiders: {harvester, seller}} = makeWorld(1, 'small');
	const {leads, verdict, unexplained, leaked: found, behaviour, caveats} = await ask(...leaked());
	t.is(verdict, 'separable');
	t.deepEqual(leads!.slice(0, 2).map(({employee}) => employee), [harvester.id, seller.id]);
	t.true(leads![0]!.separable);
	t.true(unexplained! > 0 && unexplained! < 0.5);
	t.true(found!.resolved < found!.given);
	t.is(behaviour[0]!.employee, harvester.id);
	t.regex(behaviour[0]!.why.join('\n'), /\d+ customers on \d+ \w+ 2020; usual \d+, team \d+/);
	t.true(caveats.some(text => text.startsWith('Other explanations that fit the same numbers: the queue or team')));
	t.true(caveats.some(text => text.includes('reader17@example.org')));
});

test('without a list only behaviour is said', async t => {
	t.deepEqual(Object.keys(await ask()), ['schema', 'behaviour', 'caveats']);
});

test('blind, no account and no name of one is printed anywhere, and the text keeps to 80 columns', async t => {
	const {employees} = makeWorld(1, 'small');
	const {stdout} = await whosaw(['leads', ...exportsOf(), ...reading(), ...leaked(), '--blind']);
	t.deepEqual(employees.filter(({id, name}) => stdout.includes(id) || stdout.includes(name)).map(({id}) => id), []);
	t.regex(stdout, /1 {2}E-[\da-f]{4}/);
	t.regex(stdout, /^unresolved {2}5 entries \(--format json lists every one\)$/m);
	t.deepEqual(stdout.split('\n').filter(line => line.length > 80), []);
	t.regex(stdout, /never who did it/);
});

test('what was reached after the list surfaced does not count', async t => {
	const {leads, caveats} = await ask(...leaked(), '--surfaced', '2020-09-01');
	t.true(caveats.some(caveat => /^What was reached from 2020-09-01T00:00:00Z on, when the list surfaced, is left out: [\d,]+ accesses\.$/.test(caveat)));
	t.false(caveats.some(caveat => /was not said|the date the list surfaced/.test(caveat)));
	const {insiders: {harvester}} = makeWorld(1, 'small');
	t.false(leads!.some(({employee}) => employee === harvester.id));
});

test('a day before all accesses ranks nothing, and a date that is none is refused by its flag', async t => {
	const {verdict, unexplained, leads, caveats} = await ask(...leaked(), '--surfaced', '1999-01-01');
	t.deepEqual([verdict, unexplained, leads], ['nobody', undefined, []]);
	t.regex(caveats[0]!, /^Nobody reached anybody before 1999-01-01T00:00:00Z, when the list is said to have surfaced: nothing was ranked\./);
	t.false(caveats.some(caveat => caveat.startsWith('No teams are known')));
	const {stderr, exitCode} = await whosaw(['leads', ...exportsOf(), ...reading(), ...leaked(), '--surfaced', '12.3']);
	t.is(exitCode, 2);
	t.regex(stderr, /^error: --surfaced: time not understood: "12\.3"/);
});

test('the account or the team of who asks is said before all else, found by the address too, and by the directory alone', async t => {
	const rows = Array.from({length: 40}, (_, index) => `2026-03-${String(1 + index % 28).padStart(2, '0')}T10:00:00Z,E${index % 4},C${index}`);
	writeFileSync(join(folder, 'own.csv'), ['time,employee,customer', ...rows, ''].join('\n'));
	writeFileSync(join(folder, 'own-staff.csv'), 'id,name,email,team\nE0,Ada Osei,ada@example.com,Billing\nE1,Bo Ek,bo@example.com,Claims\nE2,Cy Roe,cy@example.com,Claims\nE9,Di Lund,di@example.com,Billing\nE8,Ed Fox,ed@example.com,Legal\n');
	const first = async (...who: readonly string[]): Promise<string> => {
		const {stdout} = await whosaw(['leads', join(folder, 'own.csv'), '--employees', join(folder, 'own-staff.csv'), ...list('own.txt', 'C1\nC2\nC3\nC5\n'), ...who]);
		return stdout.split('\n').slice(1, 4).join(' ').trim();
	};
	const account = 'The account of the investigator and their team, Billing, are in these exports: somebody else should look at this ranking.';
	t.true((await first('--investigator', 'A. Osei <ADA@example.com>')).startsWith(account));
	t.true((await first('--investigator', 'ada osei')).startsWith(account));
	t.true((await first('--investigator', 'Di Lund')).startsWith('The team of the investigator, Billing, is in these exports'));
	t.true((await first('--investigator', 'Ed Fox')).startsWith('list'));
	t.true((await first()).startsWith('list'));
});

test('a list of nobody, an empty one, the wrong column, and nearly all customers are each answered in words', async t => {
	const empty = await ask(...list('empty.txt', ''));
	t.deepEqual([empty.verdict, empty.leads], ['too-few', []]);
	t.regex(empty.caveats[0]!, /^The list is empty: there is nothing to rank\. Give customer ids/);
	const strangers = await ask(...list('strangers.txt', 'a@example.org\nb@example.org\nc@example.org\n'));
	t.is(strangers.verdict, 'too-few');
	t.regex(strangers.caveats[0]!, /^None of the 3 entries is a customer/);
	t.deepEqual(strangers.lists?.map(({given, resolved, unresolved}) => ({given, resolved, unresolved})), [{given: 3, resolved: 0, unresolved: ['a@example.org', 'b@example.org', 'c@example.org']}]);
	const customers = readFileSync(join(demo, 'directories', 'customers.csv'), 'utf8');
	const all = await ask(...list('all.csv', customers));
	t.is(all.verdict, 'nobody');
	t.regex(all.caveats[0]!, /holds 100% of all/);
	const two = customers.split('\n').slice(1, 3).map(line => line.split(',')[0]!).join('\n');
	t.is((await ask(...list('two.txt', `customer_id\n${two}\n${two}\n`))).verdict, 'too-few');
});

test('of several lists it is said what the answer would be without each, and asking without it says the same', async t => {
	const entries = readFileSync(join(demo, 'leaked.txt'), 'utf8').trim().split('\n');
	// Whoever stands on the first list reported; the second is a dump of a few, which holds some of the same.
	const reports = list('reports.txt', entries.slice(0, 200).join('\n'));
	const dump = list('dump.txt', entries.slice(190).join('\n'));
	const {leaveOneOut, leads, verdict, caveats, leaked: found} = await ask(...reports, ...dump);
	t.is(leaveOneOut?.length, 2);
	for (const [index, other] of [dump, reports].entries()) {
		const alone = await ask(...other);
		const {list: path, left, verdict: without, first, verdictChanges, firstChanges, only, why} = leaveOneOut![index]!;
		t.is(path, [reports, dump][index]![1]!);
		t.deepEqual({left, without, first}, {left: alone.leaked!.resolved, without: alone.verdict, first: alone.leads![0]?.employee ?? null});
		t.is(only, found!.resolved - alone.leaked!.resolved);
		t.deepEqual([verdictChanges, firstChanges], [alone.verdict !== verdict, first !== leads![0]!.employee]);
		t.is(caveats.some(text => text.startsWith(`The answer rests on ${path}: `)), verdictChanges || firstChanges);
		t.regex(why, /on no other list\) \d+ customers are left: the verdict is /);
		t.is(alone.leaveOneOut, undefined);
	}

	const {stdout} = await whosaw(['leads', ...exportsOf(), ...reading(), ...reports, ...dump, '--blind']);
	t.regex(stdout, /Without one of the lists\n {2}- without .*reports\.txt \(/);
	t.regex(stdout, /\(E-[\da-f]{4}\)/);
	t.deepEqual(stdout.split('\n').filter(line => line.length > 80 && !line.includes(folder)), []);
});

test('in a case the day on which the list surfaced holds until another is said, and it is told which act keeps it', async t => {
	const dir = join(folder, 'dated');
	const by = ['--investigator', 'J. Rivera'];
	const said = async (...more: readonly string[]): Promise<readonly string[]> =>
		(JSON.parse((await whosaw(['leads', dir, ...by, '--format', 'json', ...more])).stdout) as Printed).caveats.filter(caveat => /surfaced/.test(caveat));
	t.is((await whosaw(['case', 'create', dir, ...exportsOf(), ...reading(), ...by])).exitCode, 0);
	t.deepEqual(await said(...leaked()), ['When the list surfaced was not said (--surfaced DATE): accesses after it were ranked too.', 'What would change the answer: more customers who report, the date the list surfaced, and exports that are missing.']);
	const [first] = await said('--surfaced', '2020-09-01');
	t.regex(first!, /^What was reached from 2020-09-01T00:00:00Z on, when the list surfaced, is left out: [\d,]+ accesses\.$/);
	const computed = async (): Promise<ReadonlyArray<readonly [number, string | undefined]>> => (await whosaw(['case', 'log', dir, '--format', 'ndjson'])).stdout.split('\n').map(line => JSON.parse(line) as {readonly act: string; readonly seq: number; readonly payload: {readonly surfaced?: string}})
		.flatMap(({act, seq, payload}) => act === 'leads-computed' ? [[seq, payload.surfaced] as const] : []);
	const seq = (await computed()).at(-1)![0];
	// The second run only takes it over: the act that said it is still the first.
	for (const _ of [1, 2]) {
		t.deepEqual(await said(), [`${first!} Act ${seq} of the case keeps this time (--surfaced DATE says another).`]);
	}

	t.regex((await said('--surfaced', '2020-10-01'))[0]!, /^What was reached from 2020-10-01T00:00:00Z on[^.]+\.$/);
	t.deepEqual((await computed()).map(([, surfaced]) => surfaced), [undefined, '2020-09-01T00:00:00Z', '2020-09-01T00:00:00Z', '2020-09-01T00:00:00Z', '2020-10-01T00:00:00Z']);
});

test('a list that is no text is refused', async t => {
	const {exitCode, stderr} = await whosaw(['leads', ...exportsOf(), ...reading(), ...list('leaked.xlsx', Uint8Array.from([0x50, 0x4B, 3, 4, 0, 0, 8, 0]))]);
	t.is(exitCode, 1);
	t.regex(stderr, /a zip archive, such as a spreadsheet; save it as CSV/);
	const gone = await whosaw(['leads', ...exportsOf(), '--timezone', 'UTC', '--leaked', join(folder, 'gone.txt')]);
	t.is(gone.exitCode, 1);
	t.regex(gone.stderr, /the list of leaked customers cannot be read: there is no such file \(ENOENT\)/);
});

test('every entry that is no customer is listed for programs, of 100,000 too; masked or blind nobody of them is named', async t => {
	const {employees} = makeWorld(1, 'small');
	const strangers = Array.from({length: 99_000}, (_, index) => `stranger${index}@example.net`);
	const many = list('many.txt', [...readFileSync(join(demo, 'leaked.txt'), 'utf8').trim().split('\n'), employees[0]!.id, ...strangers, ...strangers.slice(0, 761)].join('\r\n'));
	const {verdict, leaked: found, lists, caveats} = await ask(...many);
	t.is(verdict, 'separable');
	t.deepEqual([found!.given, lists![0]!.repeated, lists![0]!.unresolved.length], [99_239, 761, found!.given - found!.resolved]);
	t.deepEqual(lists![0]!.unresolved.slice(-99_000), strangers);
	t.true(caveats.some(text => text.endsWith(': 761 rows repeat an entry and count once.')));
	const {stdout} = await whosaw(['leads', ...exportsOf(), ...reading(), ...many, '--blind', '--mask', '--format', 'json']);
	t.notRegex(stdout, /@example/);
	t.false(stdout.includes(employees[0]!.id));
});

test('leaked: in a filter means the customers of the list, and without one says what is missing', async t => {
	const {stdout} = await whosaw(['report', ...exportsOf(), ...reading(), ...leaked(), '--filter', 'leaked:true', '--format', 'json']);
	const {leaked: found} = await ask(...leaked());
	t.true((JSON.parse(stdout) as {totals: {customers: number}}).totals.customers <= found!.resolved);
	t.true((JSON.parse(stdout) as {totals: {customers: number}}).totals.customers > 200);
	const {exitCode, stderr} = await whosaw(['report', ...exportsOf(), ...reading(), '--filter', 'leaked:true']);
	t.is(exitCode, 2);
	t.regex(stderr, /--leaked FILE/);
});

test('leaked:false means the customers who are not on the list, and an access to nobody is neither', async t => {
	const few = join(folder, 'few.csv');
	writeFileSync(few, 'time,employee,customer,action,fields\n2020-10-01T00:00:00Z,E1,C1,read,email\n2020-10-02T00:00:00Z,E2,C2,read,phone\n2020-10-03T00:00:00Z,E2,,login,\n');
	const customers = async (filter: string): Promise<readonly string[]> => {
		const {stdout} = await whosaw(['report', few, ...list('one.txt', 'C1\n'), '--filter', filter, '--format', 'json']);
		return (JSON.parse(stdout) as {customers: ReadonlyArray<{customer: string}>}).customers.map(({customer}) => customer);
	};

	t.deepEqual(await customers('leaked:true'), ['C1']);
	t.deepEqual(await customers('leaked:false'), ['C2']);
	t.deepEqual(await customers('NOT leaked:false'), ['C1']);
});

test('a day of leaving in the directory is told beside the days, in text and for programs; blind without the account', async t => {
	const staff = join(folder, 'leavers.csv');
	// E0014 harvested in nights of October; the demo's directory says of nobody that they left.
	writeFileSync(staff, readFileSync(join(demo, 'directories', 'employees.csv'), 'utf8').replaceAll(/^(E0014,.*,)$/gm, '$12020-10-31').replaceAll(/^(E0032,.*,)$/gm, '$131/31/2020'));
	const read = ['--employees', staff, '--timezone', 'crm*.csv:America/Los_Angeles'];
	const printed = JSON.parse((await whosaw(['leads', ...exportsOf(), ...read, '--format', 'json'])).stdout) as Printed;
	t.true(isLeads(printed), JSON.stringify(isLeads.errors));
	const why = printed.behaviour.find(({employee}) => employee === 'E0014')!.why;
	t.true(why.some(each => /^[\d,]+ customers in the 30 days up to leaving on 31 Oct 2020; usual \d+ in 30 days, team \d+$/.test(each)), JSON.stringify(why));
	t.true(why.some(each => /^\d+ events? after leaving on 31 Oct 2020, the last on \d+ Nov 2020; \d+ customers? reached/.test(each)));
	t.deepEqual(printed.caveats.filter(each => each.includes('leaving')), [
		'1 employee has a day of leaving, from the column “left” of leavers.csv.', '1 day of leaving in leavers.csv is no day of the calendar, and was not taken: record 22 (“31/31/2020”); write 2026-03-31.',
	]);
	const {stdout} = await whosaw(['leads', ...exportsOf(), ...read, '--blind']);
	t.regex(stdout.replaceAll(/\s+/g, ' '), /customers in the 30 days up to leaving on 31 Oct 2020; usual/);
	t.notRegex(stdout, /E\d{4}|Blanc/);
	t.true(stdout.split('\n').every(line => line.length <= 80));
});

test('a case freezes the list before it ranks, journals what came of it, and refuses exports that were selected by account', async t => {
	const dir = join(folder, 'case');
	const by = ['--investigator', 'J. Rivera'];
	t.is((await whosaw(['case', 'create', dir, ...exportsOf(), ...reading(), ...by])).exitCode, 0);
	const {exitCode, stdout} = await whosaw(['leads', dir, ...leaked(), ...by, '--format', 'json']);
	t.is(exitCode, 0);
	t.is((JSON.parse(stdout) as Printed).verdict, 'separable');
	const log = await whosaw(['case', 'log', dir]);
	t.regex(log.stdout, /leaked-list-frozen[^\n]*kept\/leaked-[\da-f]{12}\.txt\n[\s\S]*leads-computed/);
	t.deepEqual(readdirSync(join(dir, 'kept')).filter(name => name.startsWith('leaked-')).map(name => readFileSync(join(dir, 'kept', name), 'utf8')), [readFileSync(join(demo, 'leaked.txt'), 'utf8')]);
	// The frozen list is there without being named, and is not frozen twice.
	await whosaw(['leads', dir, ...leaked(), ...by]);
	t.is((await whosaw(['case', 'log', dir])).stdout.match(/leaked-list-frozen/g)?.length, 1);
	mkdirSync(join(folder, 'facts'), {recursive: true});
	writeFileSync(join(folder, 'facts', 'acquisition.json'), JSON.stringify({selection: 'only accounts of the support team'}));
	t.is((await whosaw(['case', 'sources', 'describe', dir, exportsOf()[0]!, '--file', join(folder, 'facts', 'acquisition.json'), ...by])).exitCode, 0);
	const rigged = JSON.parse((await whosaw(['leads', dir, ...by, '--format', 'json'])).stdout) as Printed;
	t.is(rigged.verdict, 'rigged-source');
	t.deepEqual(rigged.leads, []);
	t.regex(rigged.caveats[0]!, /only accounts of the support team/);
	// A frozen list that was changed is refused.
	const [kept] = readdirSync(join(dir, 'kept')).filter(name => name.startsWith('leaked-'));
	writeFileSync(join(dir, 'kept', kept!), 'C1001\n');
	const changed = await whosaw(['leads', dir, ...by]);
	t.is(changed.exitCode, 1);
	t.regex(changed.stderr, /a frozen list of customers is not what it was/);
	rmSync(join(dir, 'kept', kept!));
	const lost = await whosaw(['leads', dir, ...by]);
	t.is(lost.exitCode, 1);
	t.regex(lost.stderr, /a frozen list of customers is gone[^\n]*\n {2}kept\/leaked-[^\n]*\n {2}Give back the list that was frozen/);
});
