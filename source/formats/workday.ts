import {field, first, literal, type FieldMap} from '../records/field-expression.ts';
import {meaning, oneOf} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, hasSome, share} from './signature.ts';

const fields: FieldMap = {
	time: field('requestTime'),
	timeStyle: {kind: 'iso'},
	employee: field('systemAccount'),
	customers: first(field('target', 'id'), field('target', 'descriptor')),
	action: field('activityAction'),
	activity: meaning(first(field('activityAction'), field('taskDisplayName')), ['^READ', 'read'], ['^WRITE', 'update'], ['[Ee]xport', 'export']),
	system: literal('Workday'),
	resource: oneOf('taskDisplayName', 'taskId'),
	ip: field('ipAddress'),
	device: oneOf('deviceType', 'userAgent'),
	session: field('sessionId'),
};

export const workday: Format = {
	name: 'workday',
	title: 'Workday user activity',
	recognised: 'requestTime and systemAccount beside taskDisplayName or activityAction',
	about: 'Which task a worker opened on whom. The person a task was about is taken for a customer; what a task shows comes from rules.',
	detect: sample => share(sample, record => has(record, 'requestTime', 'systemAccount') && hasSome(record, 'taskDisplayName', 'activityAction')),
	fields: () => fields,
	zone: 'UTC',
	limitations: [unverified, 'The user activity of Workday must be switched on before it is recorded.'],
};
