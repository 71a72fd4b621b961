import {testText} from '../helpers/text-fixture.ts';

const owner = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const first = `${owner} exports [06/Feb/2019:00:00:38 +0000] 192.0.2.3 arn:aws:iam::111122223333:user/ann 3E57427F3EXAMPLE REST.GET.OBJECT customers/C1002.json "GET /exports/customers/C1002.json HTTP/1.1" 200 - 2662 2662 70 10 "https://desk.example.com/tickets/4711" "aws-cli/2 \\"x\\"" - hostid SigV4 ECDHE AuthHeader exports.s3.example.com TLSv1.2 - -`;
const content = [
	first,
	`${owner} exports [06/Feb/2019:00:01:00 +0000] 192.0.2.4 arn:aws:sts::111122223333:assumed-role/Support/bob@example.com 891CE47D2EXAMPLE REST.GET.BUCKET - "GET /exports?prefix=c HTTP/1.1" 403 AccessDenied 243 - 7 - "-" "-" -`,
	`${owner} exports [06/Feb/2019:00:02:00 +0000] - - A1206F460EXAMPLE BATCH.DELETE.OBJECT a/b - 204 - - 3 - - - - -`,
].map(line => `${line}\n`).join('');

testText('aws-s3-access', {
	title: 'S3 server access logs as text',
	content,
	expected: [
		{at: '2019-02-06T00:00:38.000Z', employee: 'ann', ip: '192.0.2.3', activity: 'read', action: 'REST.GET.OBJECT', resource: 'exports/customers/C1002.json', customers: ['C1002'], reason: '4711', outcome: 'success'},
		{at: '2019-02-06T00:01:00.000Z', employee: 'bob@example.com', activity: 'list', resource: 'exports', outcome: 'denied'},
		{at: '2019-02-06T00:02:00.000Z', employee: undefined, activity: 'delete', resource: 'exports/a/b', outcome: 'success'},
	],
	messy: `${first}\n${first}\n\n${first.replace('[06', '[66')}\n${first.slice(0, 90)}\n${content}`,
	counts: {read: 7, kept: 3, duplicate: 2, rejected: 2},
	reasons: ['no time', 'time not understood: "66/Feb/2019:00:00:38 +0000"'],
});

const record = {bucket: 'exports', time: '2020-04-22 07:48:45.000', remoteip: '192.0.2.5', requester: 'arn:aws:iam::111122223333:user/ann', requestid: '5CDAB4038253B0E4', operation: 'REST.GET.OBJECT', key: 'a.csv', httpstatus: 200};

testText('aws-s3-access', {
	title: 'S3 server access logs as the JSON of a data lake',
	content: [record, {...record, requestid: 'X2', httpstatus: 403, errorcode: 'AccessDenied'}].map(each => `${JSON.stringify(each)}\n`).join(''),
	expected: [{at: '2020-04-22T07:48:45.000Z', employee: 'ann', resource: 'exports/a.csv', outcome: 'success'}, {outcome: 'denied'}],
	messy: [record, record, {...record, time: 'now'}].map(each => `${JSON.stringify(each)}\r\n`).join(''),
	counts: {read: 3, kept: 1, duplicate: 1, rejected: 1},
	reasons: ['time not understood: "now"'],
});
