import {field, first, join, literal, when, type FieldMap} from '../records/field-expression.ts';
import {meaning, oneOf, whereFilled} from './expressions.ts';
import type {Format} from './format.ts';
import {share, textAt, type SampleRecord} from './signature.ts';

const isObject = (record: SampleRecord): boolean =>
	/^(LoginHistory|SetupAuditTrail|VerificationHistory)$/.test(textAt(record, 'attributes', 'type')) && textAt(record, 'attributes', 'url').includes('/sobjects/');

const type = field('attributes', 'type');

const fields: FieldMap = {
	time: oneOf('LoginTime', 'VerificationTime', 'CreatedDate'),
	timeStyle: {kind: 'iso'},
	id: field('Id'),
	// Whoever was logged in as another did it; the other only appears to.
	employee: oneOf('DelegateUser', 'UserId', 'CreatedById'),
	employeeName: first(whereFilled(field('DelegateUser'), field('DelegateUser')), field('CreatedBy', 'Username'), field('CreatedBy', 'Name')),
	onBehalfOf: whereFilled(field('DelegateUser'), field('CreatedById')),
	action: join(':', type, oneOf('Action', 'LoginType', 'Activity')),
	activity: when(type, ['SetupAuditTrail'], literal('update'), literal('login')),
	system: literal('Salesforce'),
	resource: join(': ', oneOf('Section', 'Application', 'Policy'), field('Display')),
	ip: field('SourceIp'),
	device: join(', ', field('Browser'), field('Platform')),
	outcome: when(type, ['SetupAuditTrail'], literal('success'), meaning(field('Status'), ['^(Success|Succeeded|AutomatedSuccess)$', 'success'], ['.', 'error'])),
};

export const salesforceObjects: Format = {
	name: 'salesforce-objects',
	title: 'Salesforce LoginHistory and SetupAuditTrail',
	recognised: 'attributes.type LoginHistory, SetupAuditTrail or VerificationHistory, with the address of the object',
	about: 'Logins, second factors and changes of the setup in Salesforce, as its API gives them. It names no customers; it says who was signed in, from where, and who acted as another user.',
	detect: sample => share(sample, isObject),
	fields: () => fields,
	zone: 'UTC',
	limitations: ['Login and setup histories of Salesforce say nothing of what was read.'],
};
