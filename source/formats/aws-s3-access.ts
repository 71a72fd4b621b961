import {extract, field, first, join, literal, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {inAnyCase} from './any-case.ts';
import {allJoined, meaning} from './expressions.ts';
import type {Format} from './format.ts';
import {customerOfKey} from './object-key.ts';
import {has, share, textAt, type SampleRecord} from './signature.ts';
import {outcomeOfStatus, ticketOf} from './web-request.ts';

type Columns = Readonly<Record<'time' | 'bucket' | 'ip' | 'requester' | 'request' | 'operation' | 'key' | 'status' | 'error' | 'referrer' | 'agent', FieldExpression>>;

const line = field('line');
const opened = String.raw`^[^ ]+ [^ ]+ \[[^\]]*\] `;
const value = '([^ -][^ ]*|-[^ ]+)';
const word = (at: number): FieldExpression => extract(line, `${opened}(?:[^ ]+ ){${at}}${value}`);
const afterRequest = `${opened}(?:[^ ]+ ){5}(?:"[^"]*"|-) `;

const inText: Columns = {
	time: extract(line, String.raw`^[^ ]+ [^ ]+ \[([^\]]*)\]`), bucket: extract(line, '^[^ ]+ ([^ ]+) '),
	ip: word(0), requester: word(1), request: word(2), operation: word(3), key: word(4),
	status: extract(line, `${afterRequest}([0-9]{3}) `), error: extract(line, `${afterRequest}[0-9]{3} ${value}`), referrer: extract(line, `${afterRequest}(?:[^ ]+ ){6}"([^"-][^"]*)"`), agent: extract(line, `${afterRequest}(?:[^ ]+ ){6}(?:"[^"]*"|-) "([^"-][^"]*)"`),
};

const inJson: Columns = {
	time: field('time'), bucket: field('bucket'), ip: field('remoteip'), requester: field('requester'), request: field('requestid'),
	operation: field('operation'), key: field('key'), status: field('httpstatus'), error: field('errorcode'), referrer: field('referrer'), agent: field('useragent'),
};

const fieldsOf = ({time, bucket, ip, requester, request, operation, key, status, error, referrer, agent}: Columns, timeStyle: FieldMap['timeStyle']): FieldMap => ({
	time, timeStyle,
	// One request can be about several objects.
	id: allJoined(' ', request, operation, join('/', bucket, key)),
	employee: first(extract(requester, '^arn:[^ ]*[/:]([^/:]+)$'), requester),
	customers: customerOfKey(key),
	action: operation,
	activity: meaning(operation, ['GET\\.OBJECT', 'read'], ['(GET|HEAD)\\.BUCKET', 'list'], ['\\.(GET|HEAD|COPY)\\.', 'read'], ['PUT\\.OBJECT', 'create'], ['\\.DELETE\\.', 'delete'], ['\\.(PUT|POST)\\.', 'update']),
	system: literal('Amazon S3'),
	resource: join('/', bucket, key),
	ip,
	device: agent,
	reason: ticketOf(referrer),
	outcome: first(outcomeOfStatus(status), error),
});

const operation = /^(?:REST|SOAP|BATCH|WEBSITE|S3)\.[A-Z]+/;
const signature = /^[0-9a-f-]+ [^ ]+ \[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:[^\]]*\] [^ ]+ [^ ]+ [^ ]+ (?:REST|SOAP|BATCH|WEBSITE|S3)\.[A-Z]+/;
const isRecord = (record: SampleRecord): boolean => has(record, 'bucket', 'requestid') && operation.test(textAt(record, 'operation'));

export const awsS3Access: Format = {
	name: 'aws-s3-access',
	title: 'Amazon S3 server access log',
	recognised: 'lines with a bucket, [06/Feb/2019:00:00:38 +0000] and an operation such as REST.GET.OBJECT; or such records as JSON',
	about: 'Requests for objects by requester. A customer is named only where the key of an object does.',
	detect: sample => share(sample, record => sample.kind === 'text' ? signature.test(textAt(record, 'line')) : isRecord(record)),
	text: lines => lines.some(each => signature.test(each)) ? {} : undefined,
	fields: sample => sample.kind === 'text' ? fieldsOf(inText, {kind: 'clf'}) : inAnyCase(fieldsOf(inJson, {kind: 'iso'})),
	zone: 'UTC',
	limitations: ['Amazon S3 delivers server access logs as best it can, hours late: some requests may be missing.'],
};
