import {field, first, join, literal, type FieldMap} from '../records/field-expression.ts';
import {allJoined, meaning} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, hasSome, share} from './signature.ts';

const fields: FieldMap = {
	time: field('timestamp'),
	timeStyle: {kind: 'iso'},
	id: field('eventId'),
	employee: field('userId'),
	employeeName: field('data', 'UserName'),
	employeeEmail: field('data', 'UserEmail'),
	action: allJoined(':', field('object'), field('action')),
	activity: meaning(field('action'), ['Export|Download', 'export'], ['Login|Authenticat', 'login'], ['View', 'read'], ['Sent|Send|Share', 'share']),
	system: literal('DocuSign'),
	resource: join('/', field('object'), first(field('data', 'EnvelopeId'), field('data', 'envelopeId'))),
	ip: field('ipAddress'),
	device: first(field('userAgent', 'device'), field('userAgent')),
	session: field('sessionId'),
	outcome: first(field('result'), literal('unknown')),
};

export const docusign: Format = {
	name: 'docusign',
	title: 'DocuSign Monitor',
	recognised: 'object and action beside accountId, eventId and timestamp',
	about: 'Logins, envelopes and administration of an organisation. It names envelopes by id, not their signers.',
	detect: sample => sample.kind === 'json' ? share(sample, record => has(record, 'timestamp', 'eventId', 'object', 'action') && hasSome(record, 'accountId', 'organizationId')) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: [unverified],
};
