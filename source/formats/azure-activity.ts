import {field, first, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {meaning, oneOf} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {asExported, utcColumn} from './log-analytics-csv.ts';
import {hasSome, share} from './signature.ts';

const claim = (name: string): FieldExpression => field('identity', 'claims', name);

const times = ['eventTimestamp', 'time', 'TimeGenerated'] as const;

const fields: FieldMap = {
	time: oneOf(...times),
	timeStyle: {kind: 'iso'},
	id: oneOf('eventDataId', 'EventDataId'),
	employee: first(oneOf('caller', 'Caller'), claim('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'), claim('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name'), claim('appid'), field('identity', 'upn')),
	action: first(field('operationName', 'value'), field('operationName'), field('OperationNameValue')),
	activity: meaning(first(field('operationName', 'value'), field('operationName'), field('OperationNameValue')), ['/(read|READ)$|^Get', 'read'], ['/(write|WRITE)$', 'update'], ['/(delete|DELETE)$', 'delete'], ['[Ll]ist', 'list']),
	system: first(field('resourceProviderName', 'value'), field('ResourceProviderValue'), field('category', 'value'), field('category')),
	resource: oneOf('resourceId', '_ResourceId', 'ResourceId'),
	ip: first(oneOf('callerIpAddress', 'CallerIpAddress'), field('httpRequest', 'clientIpAddress')),
	outcome: meaning(first(field('subStatus', 'value'), field('resultSignature'), field('status', 'value'), oneOf('resultType', 'ActivityStatusValue', 'statusCode')),
		['[Ff]orbidden|[Uu]nauthorized|^40[13]|Denied', 'denied'], ['^[Ff]ail|^[45][0-9][0-9]|Error', 'error'], ['^([Ss]ucce|Accept|Created|OK|2[0-9][0-9])', 'success'], ['.', 'unknown']),
};

export const azureActivity: Format = {
	name: 'azure-activity',
	title: 'Azure activity and resource logs',
	recognised: 'operationName and resourceId beside caller, callerIpAddress or category; or the columns of AzureActivity',
	about: 'Calls to Azure by user or app. It names resources, not customers.',
	detect: sample => share(sample, record => (hasSome(record, 'operationName', 'OperationNameValue') && hasSome(record, 'resourceId', '_ResourceId', 'ResourceId') && hasSome(record, 'caller', 'callerIpAddress', 'CallerIpAddress', 'correlationId') && hasSome(record, ...times, utcColumn('TimeGenerated')))),
	fields: sample => asExported(fields, times, sample),
	zone: 'UTC',
	limitations: [unverified, 'Azure keeps its activity log for 90 days, and what was sent elsewhere as long as it is kept there.', 'Azure records reads of data only in resource logs, and only where those were switched on.'],
};
