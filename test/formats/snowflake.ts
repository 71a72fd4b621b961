import test from 'ava';
import {testFormat} from '../helpers/format-fixture.ts';
import {everything, load} from '../helpers/loading.ts';

testFormat('snowflake', {
	title: 'Snowflake: logins, queries, and the columns that were read',
	records: [
		{EVENT_ID: '1', EVENT_TIMESTAMP: '2020-10-01 09:30:00.123000000', EVENT_TYPE: 'LOGIN', USER_NAME: 'ANN', CLIENT_IP: '192.0.2.1', REPORTED_CLIENT_TYPE: 'OTHER', IS_SUCCESS: 'NO'},
		{QUERY_ID: 'q', QUERY_TEXT: 'select * from customers', QUERY_TYPE: 'SELECT', START_TIME: '2020-10-01 02:31:00.000 -0700', USER_NAME: 'ANN', WAREHOUSE_NAME: 'W', EXECUTION_STATUS: 'SUCCESS', ROWS_PRODUCED: '12'},
		{QUERY_ID: 'q', QUERY_START_TIME: '2020-10-01 09:32:00', USER_NAME: 'ANN', DIRECT_OBJECTS_ACCESSED: '[{"objectName":"CRM.PUBLIC.CUSTOMERS","columns":[{"columnName":"EMAIL"},{"columnName":"PHONE"}]}]'},
		{QUERY_ID: 'r', QUERY_TEXT: 'select email, phone from crm.customers where customer_id = \'C44\'', QUERY_TYPE: 'SELECT', START_TIME: '2020-10-01 02:33:00.000 -0700', USER_NAME: 'ANN', WAREHOUSE_NAME: 'W', EXECUTION_STATUS: 'SUCCESS', ROWS_PRODUCED: '3'},
	],
	expected: [
		{employee: 'ANN', activity: 'login', outcome: 'denied', ip: '192.0.2.1'}, {activity: 'search', customerScope: 'counted', recordCount: 12, resource: 'select * from customers', outcome: 'success'}, {activity: 'read', dataTypes: ['email', 'phone'], resource: '["CRM.PUBLIC.CUSTOMERS"]'},
		{activity: 'search', customers: ['C44'], customerScope: 'listed', dataTypes: ['email', 'phone'], dataTypeBasis: 'logged'},
	],
	timeless: {EVENT_ID: '9', EVENT_TIMESTAMP: '', USER_NAME: 'ANN', REPORTED_CLIENT_TYPE: 'OTHER', IS_SUCCESS: 'YES'},
	copies: 'known',
});

test('times of Snowflake without an offset are in nobody\'s zone until it is said', async t => {
	const login = `${JSON.stringify({EVENT_ID: '1', EVENT_TIMESTAMP: '2020-10-01 09:30:00.123', EVENT_TYPE: 'LOGIN', USER_NAME: 'ANN', REPORTED_CLIENT_TYPE: 'OTHER', IS_SUCCESS: 'YES'})}\n`;
	const assumed = await load(t, {'logins.ndjson': login});
	t.like(assumed.sources[0], {timezone: {name: 'UTC', assumed: true}});
	const said = await load(t, {'logins.ndjson': login}, {timezones: [{files: undefined, value: 'America/Los_Angeles'}]});
	t.is((await said.events({filter: everything, offset: 0, limit: 9}))[0]!.at, Date.UTC(2020, 9, 1, 16, 30, 0, 123) * 1000);
});
