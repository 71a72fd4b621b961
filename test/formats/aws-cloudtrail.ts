import {existsSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import test from 'ava';
import {everything, load, opened} from '../helpers/loading.ts';

const identity = (name: string): object => ({type: 'IAMUser', principalId: `AIDA${name}`, arn: `arn:aws:iam::111122223333:user/${name}`, accountId: '111122223333', userName: name});
const call = (index: number, more: object): object => ({
	eventVersion: '1.08', eventID: `00000000-0000-4000-8000-00000000000${index}`, eventTime: `2020-10-01T09:30:0${index}Z`, eventSource: 's3.amazonaws.com', eventName: 'GetObject', awsRegion: 'us-east-1',
	sourceIPAddress: '192.0.2.1', userAgent: 'aws-cli/2', userIdentity: identity('ann'), requestParameters: {bucketName: 'customers', key: `orders/C${index}.json`}, ...more,
});

const role = {type: 'AssumedRole', principalId: 'AROA:bob', arn: 'arn:aws:sts::111122223333:assumed-role/Support/bob@example.com', sessionContext: {sessionIssuer: {type: 'Role', userName: 'Support'}}};
const calls = [call(1, {}), call(2, {errorCode: 'AccessDenied'}), call(3, {userIdentity: role}), call(4, {userIdentity: {type: 'Root', arn: 'arn:aws:iam::111122223333:root'}, eventName: 'CreateBucket', requestParameters: null})];

const shapes: Readonly<Record<string, readonly [string, string]>> = {
	'a delivered file': ['delivered.json', JSON.stringify({Records: calls})],
	'an array': ['array.json', JSON.stringify(calls, null, 2)],
	'a line a call': ['calls.ndjson', calls.map(each => `${JSON.stringify(each)}\n`).join('')],
	'what CloudWatch Logs sends': ['sent.json', [calls.slice(0, 3), calls.slice(3)].map(part => JSON.stringify({messageType: 'DATA_MESSAGE', owner: '123456789012', logGroup: 'CloudTrail', logStream: 's', logEvents: part.map((each, index) => ({id: `${index}`, timestamp: 0, message: JSON.stringify(each)}))})).join('')],
	'what filter-log-events gives': ['filtered.json', JSON.stringify({events: calls.map((each, index) => ({eventId: `${index}`, timestamp: 0, ingestionTime: 0, logStreamName: 's', message: JSON.stringify(each)})), searchedLogStreams: []}, null, 2)],
	'what lookup-events gives': ['lookup.json', JSON.stringify({Events: calls.map((each, index) => ({EventId: `00000000-0000-4000-8000-00000000000${index + 1}`, EventName: 'GetObject', Username: 'x', CloudTrailEvent: JSON.stringify(each)}))})],
};

for (const [shape, [name, content]] of Object.entries(shapes)) {
	test(`CloudTrail is read in ${shape}`, async t => {
		const investigation = await load(t, {[name]: content});
		t.like(investigation.sources[0], {format: 'aws-cloudtrail', records: {read: 4, kept: 4, duplicate: 0, rejected: 0}});
		const events = await investigation.events({filter: everything, offset: 0, limit: 9});
		t.deepEqual(events.map(({employee, activity, outcome, resource, ip}) => [employee, activity, outcome, resource, ip]), [
			['ann', 'read', 'success', 'customers/orders/C1.json', '192.0.2.1'],
			['ann', 'read', 'denied', 'customers/orders/C2.json', '192.0.2.1'],
			['bob@example.com', 'read', 'success', 'customers/orders/C3.json', '192.0.2.1'],
			['root', 'create', 'success', undefined, '192.0.2.1'],
		]);
		for (const {row} of events) {
			t.true((await investigation.record(row)).agrees);
		}
	});
}

test('the same call in exports of several shapes is one event', async t => {
	const investigation = await load(t, Object.fromEntries(Object.values(shapes)));
	t.deepEqual(investigation.sources.map(({records}) => [records.kept, records.duplicate]), [[4, 0], ...Object.keys(shapes).slice(1).map(() => [0, 4])]);
});

test('keys in lower case, as some data lakes write them, are the same keys', async t => {
	const lowered = [call(5, {}), call(6, {errorCode: 'AccessDenied'})].map(each => JSON.parse(JSON.stringify(each).replaceAll(/"(\w+)":/g, key => key.toLowerCase())) as object);
	const investigation = await load(t, {'lake.ndjson': [...lowered, ...calls].map(each => `${JSON.stringify(each)}\n`).join('')});
	t.like(investigation.sources[0], {format: 'aws-cloudtrail', records: {read: 6, kept: 6, duplicate: 0, rejected: 0}});
	const events = await investigation.events({filter: everything, offset: 4, limit: 9});
	t.deepEqual(events.map(({employee, outcome, resource}) => [employee, outcome, resource]), [['ann', 'success', 'customers/orders/C5.json'], ['ann', 'denied', 'customers/orders/C6.json']]);
	t.true((await investigation.record(events[0]!.row)).agrees);
});

test('a call says what it reached: the customer of a key, the item of a table, a query; and a login that failed is none', async t => {
	const several = [
		call(1, {requestParameters: {bucketName: 'b', key: 'customers/C1002.json'}}),
		call(2, {eventSource: 'dynamodb.amazonaws.com', eventName: 'GetItem', requestParameters: {tableName: 'Customers', key: {id: {S: 'C1'}}}}),
		call(3, {eventSource: 'dynamodb.amazonaws.com', eventName: 'ExportTableToPointInTime', requestParameters: {tableArn: 'arn:aws:dynamodb:x:1:table/Customers'}}),
		call(4, {eventSource: 'athena.amazonaws.com', eventName: 'StartQueryExecution', requestParameters: {workGroup: 'primary'}}),
		call(5, {eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin', requestParameters: null, responseElements: {ConsoleLogin: 'Failure'}, errorMessage: 'Failed authentication'}),
		call(6, {eventSource: 's3.amazonaws.com', eventName: 'ListBuckets', requestParameters: null, userIdentity: {type: 'IdentityCenterUser', accountId: '1', onBehalfOf: {userId: '544894e8', identityStoreArn: 'arn:aws:identitystore::1:identitystore/d-1'}}}),
	];
	const investigation = await load(t, {calls: several.map(each => `${JSON.stringify(each)}\n`).join('')});
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({employee, activity, outcome, resource, customers, customerScope}) => [employee, activity, outcome, resource, customers, customerScope]), [
		['ann', 'read', 'success', 'b/customers/C1002.json', ['C1002'], 'listed'],
		['ann', 'read', 'success', 'Customers/{"id":{"S":"C1"}}', [], 'none'],
		['ann', 'export', 'success', 'arn:aws:dynamodb:x:1:table/Customers', [], 'unknown'],
		['ann', 'search', 'success', undefined, [], 'unknown'],
		['ann', 'login', 'error', undefined, [], 'none'],
		['544894e8', 'list', 'success', undefined, [], 'none'],
	]);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});

const samples = resolve('../shared/samples');
const folders = existsSync(samples) ? readdirSync(samples).filter(name => name.startsWith('aws-cloudtrail')) : [];

// Real exports are no part of this project: where they lie beside it, they are read too.
for (const folder of folders) {
	test(`every record of the samples in ${folder} is read and agrees with the second reader`, async t => {
		const investigation = await opened(t, {paths: [join(samples, folder)]});
		t.true(investigation.sources.length > 0);
		t.deepEqual([...investigation.failed], []);
		for (const {format, path, records, rejections} of investigation.sources) {
			t.is(format, 'aws-cloudtrail', path);
			// Some of them are shortened examples that carry no time.
			t.true(rejections.every(({reason}) => /^no time$|^time not understood: "\.\.\."$/.test(reason)), path);
			t.true(records.read > 0, path);
		}

		const events = await investigation.events({filter: everything, offset: 0, limit: 20});
		t.true(events.every(({employee, system}) => employee !== undefined && system !== undefined));
		for (const {row} of events) {
			t.like(await investigation.record(row), {agrees: true});
		}
	});
}
