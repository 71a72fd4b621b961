import {field, first, join, literal, when, type FieldMap} from '../records/field-expression.ts';
import {meaning, oneOf} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, share} from './signature.ts';

const fields: FieldMap = {
	time: field('occurredAt'),
	timeStyle: {kind: 'iso'},
	id: field('id'),
	employee: first(field('actingUser', 'userEmail'), field('actingUser', 'userId')),
	customers: when(oneOf('subCategory', 'category'), ['CONTACT', 'CONTACTS', 'COMPANY', 'CRM_CONTACT'], field('targetObjectId')),
	action: join(':', field('subCategory'), field('action')),
	activity: meaning(join(':', field('subCategory'), field('action')), ['EXPORT', 'export'], ['VIEW|PERFORM:READ', 'read'], ['LOGIN', 'login']),
	system: literal('HubSpot'),
	resource: join('/', field('category'), field('subCategory'), field('targetObjectId')),
	outcome: literal('success'),
};

export const hubspot: Format = {
	name: 'hubspot',
	title: 'HubSpot account activity',
	recognised: 'occurredAt, category and action beside actingUser',
	about: 'What users did in HubSpot: exports, views and changes of CRM objects. A contact that an event acted on is taken for a customer.',
	detect: sample => share(sample, record => has(record, 'occurredAt', 'category', 'action') && has(record, 'actingUser')),
	fields: () => fields,
	zone: 'UTC',
	limitations: [unverified],
};
