import {Ajv2020} from 'ajv/dist/2020.js';
import test from 'ava';
import {reportJson} from '../../source/report/report-json.ts';
import {reportSchema} from '../../source/report/schemas/report-schema.ts';
import {sourcesSchema} from '../../source/report/schemas/sources-schema.ts';
import {sourcesJson} from '../../source/report/sources-json.ts';
import {rawCharacters, sampleAnswer, sampleReport, sampleSource, whole} from '../helpers/sample-report.ts';

const ajv = new Ajv2020({allErrors: true});
const isReport = ajv.compile(reportSchema);
const isSources = ajv.compile(sourcesSchema);

test('the JSON of a report has the keys of the contract in their order', async t => {
	const report = JSON.parse(await whole(reportJson(sampleReport))) as Record<string, unknown>;
	t.deepEqual(Object.keys(report), ['schema', 'tool', 'filter', 'sources', 'totals', 'affected', 'byDataType', 'byEmployee', 'byCountry', 'byDay', 'customers', 'limitations']);
	t.deepEqual(Object.keys(report['filter'] as object), ['text', 'from', 'to', 'displayTimezone']);
	const [source] = report['sources'] as object[];
	t.deepEqual(Object.keys(source!), ['path', 'format', 'sha256', 'bytes', 'records', 'possibleDuplicates', 'incomplete', 'firstAt', 'lastAt', 'timezone']);
	const [customer] = report['customers'] as object[];
	t.deepEqual(Object.keys(customer!), ['customer', 'email', 'country', 'dataTypes', 'events', 'employees', 'firstAt', 'lastAt']);
});

test('the JSON of a report is what its schema says', async t => {
	t.true(isReport(JSON.parse(await whole(reportJson(sampleReport)))), ajv.errorsText(isReport.errors));
});

test('an unknown upper bound is absent, and so is a window nobody asked for', async t => {
	const report = JSON.parse(await whole(reportJson({
		...sampleReport, filter: {text: '', displayTimezone: 'UTC'}, answer: {...sampleAnswer, affected: {atLeast: 571, unknownEvents: 2}},
	}))) as {filter: object; affected: object};
	t.deepEqual(report.filter, {text: '', displayTimezone: 'UTC'});
	t.deepEqual(report.affected, {atLeast: 571, unknownEvents: 2});
	t.true(isReport(report), ajv.errorsText(isReport.errors));
});

test('a source that could not be read stands in the JSON with its error and without records', async t => {
	const report = JSON.parse(await whole(reportJson({...sampleReport, failed: [{path: 'gone.csv', error: 'no such file'}]}))) as {sources: object[]};
	t.deepEqual(report.sources[1], {path: 'gone.csv', error: 'no such file'});
	t.true(isReport(report), ajv.errorsText(isReport.errors));
});

test('an empty answer is valid JSON too', async t => {
	const empty = {...sampleAnswer, byDataType: [], byEmployee: [], byCountry: [], byDay: [], customers: [], limitations: []};
	t.true(isReport(JSON.parse(await whole(reportJson({...sampleReport, answer: empty})))), ajv.errorsText(isReport.errors));
});

test('instants have six fractional digits only where they are not zero', async t => {
	const text = await whole(reportJson(sampleReport));
	t.true(text.includes('"lastAt":"2020-10-24T17:30:00.250000Z"'));
	t.true(text.includes('"firstAt":"2020-10-01T09:00:00Z"'));
});

test('hidden characters are written as escapes and come back unchanged', async t => {
	const customer = 'C\u001B]52;c;x\u0007\u0085\u202E\u200B\u{E0041}\u2028';
	const text = await whole(reportJson({...sampleReport, answer: {...sampleAnswer, customers: [{...sampleAnswer.customers[0]!, customer}]}}));
	t.deepEqual(rawCharacters(text), []);
	t.is((JSON.parse(text) as {customers: Array<{customer: string}>}).customers[0]!.customer, customer);
});

test('the JSON of sources is what its schema says, with and without rejected records', async t => {
	const report = {sources: [sampleSource], failed: [{path: 'gone.csv', error: 'no such file', next: 'Check the path.'}], skipped: [{path: 'a.png', reason: 'no log'}], lists: []};
	t.true(isSources(JSON.parse(await whole(sourcesJson(report)))), ajv.errorsText(isSources.errors));
	const list = {event: '0123456789abcdef-2', source: 'exports/crm.csv', sourceId: 0, record: 2, path: 'rerun.csv', sha256: 'a'.repeat(64), given: 3, resolved: 2, repeated: 0, same: 0, ambiguous: ['shared@example.com'], without: 0, unnamed: 1, inferred: 2, logged: 0, recordCount: 5, column: 'column 1'};
	const withList = JSON.parse(await whole(sourcesJson({...report, lists: [list]}))) as {readonly lists: ReadonlyArray<{readonly inferred: number}>};
	t.true(isSources(withList), ajv.errorsText(isSources.errors));
	t.is(withList.lists[0]!.inferred, 2);
	const rejected = (async function * () {
		yield {path: 'exports/crm.csv', rejection: {record: 4, byte: 210, reason: 'time not understood', raw: '31/31/2020,\u001B[2J'}};
	})();
	const text = await whole(sourcesJson({...report, rejected}));
	t.true(isSources(JSON.parse(text)), ajv.errorsText(isSources.errors));
	t.false(text.includes('\u001B'));
});

test('the schemas refuse what the contract does not have', async t => {
	const report = JSON.parse(await whole(reportJson(sampleReport))) as Record<string, unknown>;
	t.false(isReport({...report, surprise: 1}));
	t.false(isReport({...report, totals: undefined}));
	t.false(isReport({...report, affected: {atLeast: 1, atMost: null, unknownEvents: 0}}));
});
