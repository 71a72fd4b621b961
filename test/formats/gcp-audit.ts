import {testFormat} from '../helpers/format-fixture.ts';

testFormat('gcp-audit', {
	title: 'Google Cloud: the columns that a query read, and calls that were denied',
	records: [
		{insertId: 'a', timestamp: '2020-10-01T09:30:00.123456789Z', logName: 'projects/x/logs/cloudaudit.googleapis.com%2Fdata_access', protoPayload: {serviceName: 'bigquery.googleapis.com', methodName: 'google.cloud.bigquery.v2.JobService.InsertJob', authenticationInfo: {principalEmail: 'ann@example.com'}, resourceName: 'projects/x/datasets/crm/tables/customers', requestMetadata: {callerIp: '192.0.2.1'}, metadata: {tableDataRead: {fields: ['email', 'phone'], reason: 'JOB'}}}},
		{insertId: 'b', timestamp: '2020-10-01T09:31:00Z', logName: 'projects/x/logs/cloudaudit.googleapis.com%2Factivity', protoPayload: {serviceName: 'storage.googleapis.com', methodName: 'storage.objects.get', authenticationInfo: {principalEmail: 'robot@example.com', serviceAccountDelegationInfo: [{firstPartyPrincipal: {principalEmail: 'ann@example.com'}}]}, authorizationInfo: [{granted: 'false', resource: 'buckets/b'}], requestMetadata: {callerIP: '192.0.2.2'}}},
		{insertId: 'c', timestamp: '2020-10-01T09:32:00Z', logName: 'projects/x/logs/cloudaudit.googleapis.com%2Factivity', protoPayload: {serviceName: 'storage.googleapis.com', methodName: 'storage.objects.list', status: {code: 7}, authenticationInfo: {principalEmail: 'ann@example.com'}}},
		{insertId: 'd', timestamp: '2020-10-01T09:33:00Z', logName: 'projects/x/logs/cloudaudit.googleapis.com%2Factivity', protoPayload: {serviceName: 'compute.googleapis.com', methodName: 'v1.compute.instances.list', authenticationInfo: {principalEmail: 'ann@example.com'}, authorizationInfo: [{granted: false, resource: 'a'}, {granted: true, resource: 'b'}]}},
		{insertId: 'e', timestamp: '2020-10-01T09:34:00Z', logName: 'projects/x/logs/cloudaudit.googleapis.com%2Fdata_access', protoPayload: {serviceName: 'storage.googleapis.com', methodName: 'storage.objects.get', resourceName: 'projects/_/buckets/b/objects/customers/C1002.json', authenticationInfo: {principalEmail: 'ann@example.com'}}},
	],
	expected: [
		{at: 1_601_544_600_123_456, employee: 'ann@example.com', activity: 'read', outcome: 'success', dataTypes: ['email', 'phone'], dataTypeBasis: 'logged', resource: 'projects/x/datasets/crm/tables/customers', ip: '192.0.2.1'},
		{employee: 'ann@example.com', onBehalfOf: 'robot@example.com', activity: 'read', outcome: 'denied', resource: 'buckets/b', ip: '192.0.2.2'}, {activity: 'list', outcome: 'denied'},
		{activity: 'list', outcome: 'success', resource: '["a","b"]'}, {activity: 'read', customers: ['C1002']},
	],
	timeless: {insertId: 'z', logName: 'projects/x/logs/cloudaudit.googleapis.com%2Factivity'},
	copies: 'known',
});
