import {gzipSync} from 'node:zlib';
import test from 'ava';
import {load} from '../helpers/loading.ts';

const answers: ReadonlyArray<readonly [answer: string, format: string]> = [
	['{"Records":[]}', 'aws-cloudtrail'], ['{\r\n  "Records" : [ ]\r\n}\r\n', 'aws-cloudtrail'], ['\uFEFF{"Events":[],"NextToken":null}', 'aws-cloudtrail'],
	['{"audit_logs":[],"next_page":null,"previous_page":null,"count":0}', 'zendesk'], ['{"kind":"admin#reports#activities","etag":"x","items":[]}', 'google-workspace'], ['{"kind":"admin#reports#activities","etag":"x"}', 'google-workspace'],
	['{"resourceType":"Bundle","id":"b1","type":"searchset","total":0,"link":[{"relation":"self","url":"https://example.com"}]}', 'fhir-auditevent'], ['{"resourceType":"Bundle","type":"searchset","entry":[]}', 'fhir-auditevent'],
	['{"chunk_size":0,"next_stream_position":"1152922976252290886","entries":[]}', 'box'], ['{"entries":[],"response_metadata":{"next_cursor":""}}', 'slack'], ['{"value":[]}', 'json'], ['[]', 'json'], ['[ ]\n', 'json'],
];

for (const [answer, format] of answers) {
	test(`${JSON.stringify(answer)} is a known log in which nothing is`, async t => {
		const {sources, skipped, failed} = await load(t, {answer, packed: gzipSync(answer)});
		t.deepEqual(sources.map(({format: name, records}) => [name, records]), [1, 2].map(() => [format, {read: 0, kept: 0, duplicate: 0, rejected: 0}]));
		t.true(sources.every(({why}) => why.endsWith('there is nothing in it')));
		t.deepEqual([skipped, failed], [[], []]);
	});
}

test('an empty file of CloudTrail among others changes none of their numbers', async t => {
	const event = {eventVersion: '1.08', eventTime: '2020-10-01T09:30:00Z', eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventID: 'e1', userIdentity: {type: 'IAMUser', userName: 'ann'}, requestParameters: {bucketName: 'crm', key: 'customers/C1'}};
	const {sources} = await load(t, {'a.json': '{"Records":[]}', 'b.json': JSON.stringify({Records: [event]}), 'c.json': '{"Records":[]}', 'd.json': JSON.stringify({Records: [{...event, eventID: 'e2'}]})});
	t.deepEqual(sources.map(({format, records: {read, kept}}) => [format, read, kept]), [0, 1, 0, 1].map(read => ['aws-cloudtrail', read, read]));
});

test('an object with an empty list that says when something was is a record, and never taken for nothing', async t => {
	const {sources} = await load(t, {'a.json': '{"timestamp":"2020-10-01T09:30:00Z","employee":"E1","customer":"C1","items":[]}', 'b.json': '{"eventVersion":"1.08","eventTime":"2020-10-01T09:30:00Z","eventSource":"s3.amazonaws.com","eventName":"ListBuckets","userIdentity":{"type":"IAMUser","userName":"ann"},"Records":[]}'});
	t.deepEqual(sources.map(({records}) => records), [1, 2].map(() => ({read: 1, kept: 1, duplicate: 0, rejected: 0})));
});
