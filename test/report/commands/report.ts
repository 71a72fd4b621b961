import test from 'ava';
import {printFilter} from '../../../source/filter/print.ts';
import type {StreamingInvestigation} from '../../../source/investigation/investigation.ts';
import {report} from '../../../source/report/commands/report.ts';
import {fakeCall, sampleInvestigation} from '../../helpers/fake-call.ts';
import {sampleAnswer, sampleSource} from '../../helpers/sample-report.ts';

const empty: StreamingInvestigation = {
	...sampleInvestigation,
	answer: async () => ({...sampleAnswer, totals: {events: 0, denied: 0, employees: 0, customers: 0, countedOnly: {events: 0, records: 0}}}),
};

test('a one-shot question loads only what can match', async t => {
	const {call, requests, closed} = fakeCall(['report', 'crm.csv', '--employee', 'E0042']);
	t.is(await report(call), 0);
	t.deepEqual(requests.map(({only}) => only && printFilter(only)), ['employee:E0042']);
	t.is(closed(), 1);
});

test('everything is loaded without a filter, for rows of events, and when the newest event must be known', async t => {
	for (const args of [[], ['--employee', 'E0042', '--by', 'event', '--format', 'csv'], ['--filter', 'time:"last 7 days"']]) {
		const {call, requests} = fakeCall(['report', 'crm.csv', ...args]);
		await report(call);
		t.deepEqual(requests.map(({only}) => only), [undefined]);
	}
});

test('when a one-shot question finds nothing, all is loaded once more to say which part left nothing', async t => {
	const {call, requests, out, told, closed} = fakeCall(['report', 'crm.csv', '--employee', 'E9999'], {investigation: empty});
	t.is(await report(call), 0);
	t.is(requests.length, 2);
	t.is(requests[1]!.only, undefined);
	t.is(closed(), 2);
	t.true(out().includes('employee:E9999 is the part that left nothing'));
	t.true(told().includes('employee:E9999 is the part that left nothing'));
});

test('exports too large to read twice for a sentence are not', async t => {
	const {call, requests, out} = fakeCall(['report', 'crm.csv', '--employee', 'E9999'], {investigation: {...empty, sources: [{...sampleSource, bytes: 1e12}]}});
	await report(call);
	t.is(requests.length, 1);
	t.true(out().includes('Nothing matches this filter.'));
});

test('all events are asked for, page by page', async t => {
	const {call, out} = fakeCall(['report', 'crm.csv', '--by', 'event', '--format', 'ndjson']);
	await report(call);
	t.deepEqual(out().trimEnd().split('\n').map(line => (JSON.parse(line) as {id: string}).id), ['f00d-1', 'f00d-2']);
});

test('when no source could be read nothing is printed but the errors', async t => {
	const {call, out, told} = fakeCall(['report', 'gone.csv', '--quiet'], {investigation: {...empty, sources: [], failed: [{path: 'gone.csv', error: 'no such file', next: 'Check the path.'}]}});
	t.is(await report(call), 1);
	t.is(out(), '');
	t.is(told(), 'error: gone.csv: no such file\n  Check the path.\n');
});

test('warnings say what was rejected and assumed; --strict makes them count, and an unread source counts more', async t => {
	const loud = fakeCall(['report', 'crm.csv', '--strict']);
	t.is(await report(loud.call), 3);
	t.regex(loud.told(), /1 record rejected.*assumed/s);
	const failed = fakeCall(['report', 'crm.csv', '--strict'], {investigation: {...sampleInvestigation, failed: [{path: 'gone.csv', error: 'no such file'}]}});
	t.is(await report(failed.call), 1);
});

test('progress is painted where a person watches, and is gone before the result', async t => {
	const watched = fakeCall(['report', 'crm.csv'], {watched: true});
	await report(watched.call);
	t.true(watched.told().includes('reading crm.csv  50.0%  1,200 records\r\u001B[2K'));
	const quiet = fakeCall(['report', 'crm.csv', '--quiet'], {watched: true});
	await report(quiet.call);
	t.is(quiet.told(), '');
});

test('a random key for pseudonyms is said, a key of the environment is not', async t => {
	const random = fakeCall(['report', 'crm.csv', '--mask']);
	await report(random.call);
	t.regex(random.told(), /random key.*WHOSAW_MASK_KEY/s);
	const keyed = fakeCall(['report', 'crm.csv', '--mask'], {environment: {WHOSAW_MASK_KEY: 'k'}});
	await report(keyed.call);
	t.notRegex(keyed.told(), /random key/);
	t.notRegex(keyed.out(), /customer\d+@example\.com/);
});

test('the investigation is closed when the question fails', async t => {
	const {call, closed} = fakeCall(['report', 'crm.csv'], {investigation: {...sampleInvestigation, async answer() {
		throw new Error('torn');
	}}});
	await t.throwsAsync(report(call), {message: 'torn'});
	t.is(closed(), 1);
});
