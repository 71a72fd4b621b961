import {field, first, literal, type FieldMap} from '../records/field-expression.ts';
import {inAnyCase} from './any-case.ts';
import {meaning} from './expressions.ts';
import type {Format} from './format.ts';
import {hasSome, isFolded, share, textAt, valueAt, type SampleRecord} from './signature.ts';

const isEvent = (record: SampleRecord): boolean =>
	/^\w+(\.\w+)+$/.test(textAt(record, 'eventType')) && typeof valueAt(record, 'actor') === 'object' && hasSome(record, 'published', 'legacyEventType');

const fields: FieldMap = {
	time: field('published'),
	timeStyle: {kind: 'iso'},
	id: field('uuid'),
	employee: first(field('actor', 'alternateId'), field('actor', 'id')),
	employeeName: field('actor', 'displayName'),
	customers: field('target', '*?type=User', 'alternateId'),
	action: field('eventType'),
	activity: meaning(field('eventType'), [String.raw`^user\.(session|authentication)|^policy\.evaluate_sign_on|^app\.oauth2\.`, 'login'], [String.raw`\.(grant|assign|add)$`, 'create'], [String.raw`report\.|export`, 'export']),
	system: literal('Okta'),
	resource: first(field('target', '[0]?type=AppInstance', 'displayName'), field('target', '[0]?type=UserGroup|AppGroup', 'displayName'), field('debugContext', 'debugData', 'requestUri'), field('target', '[0]', 'displayName')),
	ip: first(field('client', 'ipAddress'), field('request', 'ipChain', '[0]', 'ip')),
	device: field('client', 'userAgent', 'rawUserAgent'),
	session: first(field('authenticationContext', 'externalSessionId'), field('authenticationContext', 'rootSessionId')),
	outcome: meaning(field('outcome', 'result'), ['^(SUCCESS|ALLOW)$', 'success'], ['^DENY$', 'denied'], ['^(FAILURE|ABANDONED)$', 'error'], ['.', 'unknown']),
};

export const okta: Format = {
	name: 'okta',
	title: 'Okta System Log',
	recognised: 'eventType (user.session.start), published and actor',
	about: 'Logins, sessions and administration of accounts. The users that an event acted on stand where other logs have customers; which data they reached in an app is in the log of that app.',
	detect: sample => sample.kind === 'json' ? share(sample, isEvent) : 0,
	fields: sample => isFolded(sample, 'eventType', 'debugContext') ? inAnyCase(fields) : fields,
	zone: 'UTC',
	limitations: ['Okta keeps its System Log for 90 days.'],
};
