import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import type {StreamingInvestigation} from '../../source/investigation/investigation.ts';
import {asked, everything, load, opened} from '../helpers/loading.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const minute = (at: number): string => new Date(1_601_544_600_000 + at * 60_000).toISOString();
const who = (at: number): string => `E${at % 5}`;
const customer = (at: number): string => `C${(at * 7) % 11}`;

/** One access in each of four formats, which agree on nothing but what happened. */
const makers: Readonly<Record<string, (at: number) => unknown>> = {
	'aws-cloudtrail': at => ({eventVersion: '1.08', eventID: `e${at}`, eventTime: minute(at), eventSource: 's3.amazonaws.com', eventName: 'GetObject', awsRegion: 'eu-west-1', userIdentity: {type: 'IAMUser', userName: who(at)}, requestParameters: {bucketName: 'crm', key: `customers/${customer(at)}.json`}}),
	'github-audit': at => ({_document_id: `d${at}`, action: 'git.clone', actor: who(at), created_at: Date.parse(minute(at)), org: 'o', repo: `o/${customer(at)}`}),
	okta: at => ({uuid: `o${at}`, eventType: 'user.session.start', published: minute(at), actor: {id: who(at), alternateId: who(at), type: 'User'}, client: {ipAddress: '192.0.2.7'}, outcome: {result: 'SUCCESS'}, target: [{id: customer(at), type: 'User', alternateId: customer(at)}]}),
	'gcp-audit': at => ({logName: 'projects/p/logs/cloudaudit.googleapis.com%2Fdata_access', insertId: `g${at}`, timestamp: minute(at), protoPayload: {authenticationInfo: {principalEmail: `${who(at)}@example.com`}, serviceName: 'storage.googleapis.com', methodName: 'storage.objects.get', resourceName: `projects/_/buckets/b/objects/customers/${customer(at)}.json`}}),
};
const names = Object.keys(makers);
const record = (name: string, at: number): string => JSON.stringify(makers[name]!(at));

/** Numbers from 0 to below a limit, the same for the same seed. */
const dice = (seed: number): ((below: number) => number) => {
	let state = seed;
	return below => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor(state / 65_536) % below;
	};
};

const told = async (investigation: StreamingInvestigation) => {
	const {totals, affected, byEmployee, byDay, customers} = await investigation.answer({filter: everything});
	return {totals, affected, byEmployee, byDay, customers};
};

const sum = (investigation: StreamingInvestigation, key: 'read' | 'kept' | 'duplicate' | 'rejected'): number => investigation.sources.reduce((all, {records}) => all + records[key], 0);

test('a file that mixes formats is read record by record as what it is: it comes to what a file for each format comes to', async t => {
	for (const seed of [3, 17, 90]) {
		const roll = dice(seed);
		const chosen = Array.from({length: 120}, () => names[roll(names.length)]!);
		const lines = chosen.map((name, at) => record(name, at));
		const apart = Object.fromEntries(names.map(name => [`${name}.ndjson`, lines.filter((_, at) => chosen[at] === name).map(line => `${line}\n`).join('')]));
		const [mixed, alone] = [await load(t, {'mixed.ndjson': `${lines.join('\n')}\n`}), await load(t, apart)];
		t.deepEqual(await told(mixed), await told(alone));
		t.deepEqual(mixed.sources.map(({format, records}) => [format, records.read]).toSorted(), alone.sources.map(({format, records}) => [format, records.read]).toSorted());
		t.is(sum(mixed, 'read'), 120);
	}
});

test('every record of a part has the number and the place that it has in the file, and both readers agree on it', async t => {
	const roll = dice(5);
	const lines = Array.from({length: 60}, (_, at) => at === 20 ? '{"torn": ' : at === 40 ? '{"of": "no format"}' : record(names[roll(3)]!, at));
	const content = `\n${lines.join('\r\n')}\r\n\r\n`;
	const [path] = temporaryFiles(t, {'mixed.log': content});
	const investigation = await opened(t, {paths: [path!]});
	t.deepEqual([sum(investigation, 'read'), sum(investigation, 'kept'), sum(investigation, 'rejected')], [60, 58, 2]);
	const bytes = readFileSync(path!);
	const seen = new Set<number>();
	for (const {row, record: number, id, source} of await investigation.events({filter: everything, offset: 0, limit: 100})) {
		const {citation, raw, agrees} = await investigation.record(row);
		t.is(raw, lines[number - 1]!);
		t.is(bytes.subarray(citation.offset, citation.offset! + citation.length!).toString(), raw);
		t.is(citation.sha256, createHash('sha256').update(bytes).digest('hex'));
		t.is(id, `${citation.sha256.slice(0, 16)}-${number}`);
		t.true(agrees && source.startsWith(`${path!}!`), source);
		seen.add(number);
	}

	t.is(seen.size, 58);
	const [first] = investigation.sources;
	t.deepEqual(first!.rejections.map(({first: {record: number}, reason}) => [number, reason]).toSorted((a, b) => Number(a[0]) - Number(b[0])), [[21, 'not valid JSON'], [41, 'no time']]);
	// A bare word looks into the records themselves.
	const {totals} = await investigation.totals({filter: asked({filter: '"git.clone"'})});
	t.is(totals.events, lines.filter(line => line.includes('git.clone')).length);
});

test('formats are told apart in arrays, in objects one after another, in packed files, behind a collector, and as members of an archive', async t => {
	const rows = Array.from({length: 12}, (_, at) => record(names[at % 3]!, at));
	const wrapped = rows.map(row => JSON.stringify({_time: 1, host: 'h', _raw: row}));
	const contents = {
		'array.json': `[\n${rows.join(',\n')}\n]`, 'one.json': rows.join(' '), 'packed.gz': gzipSync(`${rows.join('\n')}\n`), 'wrapped.ndjson': `${wrapped.join('\n')}\n`,
		'utf16.json': Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`, 'utf16le'),
	};
	for (const [name, content] of Object.entries(contents)) {
		const investigation = await load(t, {[name]: content});
		t.deepEqual(investigation.sources.map(({format, records: {read, kept}}) => [format, read, kept]), [['aws-cloudtrail', 4, 4], ['github-audit', 4, 4], ['okta', 4, 4]], name);
	}

	const [inner] = temporaryFiles(t, {'mixed.ndjson': `${rows.join('\n')}\n`});
	execFileSync('python3', ['-c', 'import sys, zipfile\nzipfile.ZipFile(sys.argv[2], "w").write(sys.argv[1], "in/mixed.ndjson")', inner!, `${inner!}.zip`]);
	const archived = await opened(t, {paths: [`${inner!}.zip!in/mixed.ndjson!okta`]});
	t.deepEqual(archived.sources.map(({path, records: {read}}) => [path, read]), [[`${inner!}.zip!in/mixed.ndjson!okta`, 4]]);
});

test('a part can be named by itself, and a name that it does not have is refused with those it has', async t => {
	const [path] = temporaryFiles(t, {'mixed.ndjson': `${Array.from({length: 9}, (_, at) => record(names[at % 3]!, at)).join('\n')}\n`});
	const {sources} = await opened(t, {paths: [`${path!}!okta`]});
	t.deepEqual(sources.map(source => [source.path, source.records.read]), [[`${path!}!okta`, 3]]);
	t.is((await opened(t, {paths: [`${path!}!okta`, path!]})).sources.length, 3);
	const {failed} = await opened(t, {paths: [`${path!}!box`]});
	t.deepEqual(failed, [{path: path!, error: 'it has no part "box"', next: 'Its parts: aws-cloudtrail, github-audit, okta.'}]);
});

test('with a format named all records are of that one, and what was said of a file by its name holds for its parts', async t => {
	const content = `${Array.from({length: 10}, (_, at) => record(at < 8 ? 'aws-cloudtrail' : 'github-audit', at)).join('\n')}\n`;
	const named = await load(t, {'log.ndjson': content}, {formats: [{files: 'log.ndjson', value: 'aws-cloudtrail'}]});
	t.like(named.sources[0], {format: 'aws-cloudtrail', records: {read: 10, kept: 8, rejected: 2}});
	t.is(named.sources[0]!.why, 'named with --format-of; 20 % that of GitHub audit log, which are read so where no format is named');
	const zoned = await load(t, {'log.ndjson': content}, {timezones: [{files: 'log.ndjson', value: 'Europe/Dublin'}]});
	t.deepEqual(zoned.sources.map(({timezone}) => timezone.name), ['Europe/Dublin', 'Europe/Dublin']);
	t.deepEqual(zoned.notes, []);
});

test('an event that stands in a mixed file and in one of its own format counts once', async t => {
	const rows = Array.from({length: 8}, (_, at) => record(names[at % 2]!, at));
	const investigation = await load(t, {'a.ndjson': `${rows.join('\n')}\n`, 'b.ndjson': `${rows.filter((_, at) => at % 2 === 0).join('\n')}\n`});
	t.deepEqual([sum(investigation, 'read'), sum(investigation, 'kept'), sum(investigation, 'duplicate')], [12, 8, 4]);
});

test('formats that come behind the first records are found by what those could not make sense of, and the load is done again', async t => {
	const rows = [...Array.from({length: 700}, (_, at) => record('aws-cloudtrail', at)), ...Array.from({length: 50}, (_, at) => record('okta', at)), ...Array.from({length: 3}, (_, at) => record('github-audit', at))];
	const parts: string[] = [];
	const [path, other] = temporaryFiles(t, {'late.ndjson': `${rows.join('\n')}\n`, 'z.ndjson': `${record('okta', 900)}\n`});
	const {openInvestigation} = await import('../../source/investigation/open-investigation.ts');
	const investigation = await openInvestigation({paths: [path!, other!]}, {onProgress(progress) {
		if (progress.kind === 'loaded') {
			parts.push(progress.source.path);
		}
	}});
	t.teardown(async () => investigation.close());
	t.deepEqual(investigation.sources.map(({format, records: {read, kept}}) => [format, read, kept]), [['aws-cloudtrail', 700, 700], ['okta', 50, 50], ['github-audit', 3, 3], ['okta', 1, 1]]);
	t.deepEqual(parts, investigation.sources.map(source => source.path));
	t.is((await investigation.totals({filter: everything})).totals.events, 754);
});

test('a log that nobody knows is not torn apart for some of its records that look like others', async t => {
	const own = Array.from({length: 20}, (_, at) => JSON.stringify({time: minute(at), user: who(at), customer: customer(at)}));
	const {sources} = await load(t, {'own.ndjson': `${[...own, record('okta', 1), record('github-audit', 2)].join('\n')}\n`});
	t.deepEqual(sources.map(({format}) => format), ['ndjson']);
});

test('a torn stream loses nothing before the tear, and the tear is counted once', async t => {
	const whole = gzipSync(`${Array.from({length: 400}, (_, at) => record(names[at % 2]!, at)).join('\n')}\n`);
	const {sources} = await load(t, {'torn.gz': whole.subarray(0, whole.length - 900)});
	t.is(sources.length, 2);
	t.true(sources.every(({incomplete}) => incomplete));
	t.is(sources.reduce((all, {records: {rejected}}) => all + rejected, 0), 1);
	t.true(sources.every(({records: {read, kept, rejected}}) => read === kept + rejected));
});
