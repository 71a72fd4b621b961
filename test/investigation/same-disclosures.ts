import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {asked, csv, everything, load, opened} from '../helpers/loading.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const reports = 'EVENT_TYPE,TIMESTAMP,REQUEST_ID,ORGANIZATION_ID,USER_ID,USER_ID_DERIVED,ORIGIN,REPORT_ID_DERIVED,ROW_COUNT,REQUEST_STATUS';
const exports = 'EVENT_TYPE,TIMESTAMP,REQUEST_ID,ORGANIZATION_ID,USER_ID,USER_ID_DERIVED,URI,URI_ID_DERIVED';
const [user, other] = ['005000000000001AAA', '005000000000002AAA'] as const;

type Report = {readonly request: string; readonly minute: number; readonly user?: string; readonly report?: string; readonly origin?: string; readonly rows?: string};

const report = ({request, minute, user: who = user, report: id = '00O000000000001', origin = 'ReportExported', rows = '150'}: Report): string =>
	`Report,2020100109${String(minute).padStart(2, '0')}00.500,${request},00D,${who.slice(0, 15)},${who},${origin},${id}AAA,${rows},S`;
const exported = ({request, minute, user: who = user, report: id = '00O000000000001'}: Report): string =>
	`ReportExport,2020100109${String(minute).padStart(2, '0')}00.000,${request},00D,${who.slice(0, 15)},${who},/${id},`;

const files = {
	'Report.csv': csv(reports, ...[{request: 'r1', minute: 1}, {request: 'r2', minute: 2, origin: 'ReportRunFromClassic', rows: '20'}, {request: 'r3', minute: 3, rows: '7'}, {request: 'r5', minute: 5}, {request: 'r6', minute: 6}].map(each => report(each))),
	'ReportExport.csv': csv(exports, ...[{request: 'r1', minute: 1}, {request: 'r2', minute: 2}, {request: 'r4', minute: 4}, {request: 'r5', minute: 5, user: other}, {request: 'r6', minute: 6, report: '00O000000000002'}, {request: 'r1', minute: 1}].map(each => exported(each))),
};

test('a report that is exported, and stands in the log of reports and in that of exports, counts once, as the event that knows its rows', async t => {
	const paths = temporaryFiles(t, files);
	for (const order of [paths, paths.toReversed()]) {
		const investigation = await opened(t, {paths: order});
		// Of eleven records one tells of the same disclosure as another: the second of its kind in a request tells of its own.
		const counts = new Map(investigation.sources.map(({path, records}) => [path, records]));
		t.deepEqual(order.map(path => counts.get(path)), order[0] === paths[0]
			? [{read: 5, kept: 5, duplicate: 0, rejected: 0}, {read: 6, kept: 5, duplicate: 1, rejected: 0}]
			: [{read: 6, kept: 5, duplicate: 1, rejected: 0}, {read: 5, kept: 5, duplicate: 0, rejected: 0}]);
		const {totals, affected} = await investigation.answer({filter: everything});
		t.is(totals.events, 10);
		t.is(affected.unknownEvents, 5);
		t.is(totals.countedOnly.records, 150 + 20 + 7 + 150 + 150);
	}
});

test('the case file cites both records of such a disclosure', async t => {
	const investigation = await load(t, {'Report.csv': csv(reports, report({request: 'r1', minute: 1})), 'ReportExport.csv': csv(exports, exported({request: 'r1', minute: 1}))});
	t.like(await investigation.answer({filter: everything}), {affected: {atLeast: 0, atMost: 150, unknownEvents: 0}, totals: {events: 1}});
	const folder = mkdtempSync(join(tmpdir(), 'disclosures-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	await investigation.export({filter: asked({employee: [user]}), reason: 'test', directory: join(folder, 'package'), now: new Date('2026-11-22T10:00:00Z')});
	const evidence = readFileSync(join(folder, 'package', 'data', 'evidence', 'records.ndjson'), 'utf8').trim().split('\n').map(line => JSON.parse(line) as {readonly raw: string; readonly duplicates?: readonly unknown[]});
	t.is(evidence.length, 1);
	t.true(evidence[0]!.raw.startsWith('Report,'));
	t.like(evidence[0]!.duplicates![0], {record: 1, offset: exports.length + 1});
});

test('in exports that overlap, a copy of either record stands for the one disclosure', async t => {
	const [one, two] = [csv(reports, report({request: 'r1', minute: 1})), csv(exports, exported({request: 'r1', minute: 1}))];
	const investigation = await load(t, {'a.csv': two, 'b.csv': one, 'c.csv': two, 'd.csv': one}, {overlapping: true});
	t.deepEqual(investigation.sources.map(({records}) => [records.kept, records.duplicate]), [[0, 1], [1, 0], [0, 1], [0, 1]]);
	t.is((await investigation.answer({filter: everything})).totals.events, 1);
});
