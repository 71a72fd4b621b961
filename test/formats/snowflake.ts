import {testFormat} from '../helpers/format-fixture.ts';

testFormat('snowflake', {
	title: 'Snowflake: logins, queries, and the columns that were read',
	records: [
		{EVENT_ID: '1', EVENT_TIMESTAMP: '2020-10-01 09:30:00.123000000', EVENT_TYPE: 'LOGIN', USER_NAME: 'ANN', CLIENT_IP: '192.0.2.1', REPORTED_CLIENT_TYPE: 'OTHER', IS_SUCCESS: 'NO'},
		{QUERY_ID: 'q', QUERY_TEXT: 'select * from customers', QUERY_TYPE: 'SELECT', START_TIME: '2020-10-01 02:31:00.000 -0700', USER_NAME: 'ANN', WAREHOUSE_NAME: 'W', EXECUTION_STATUS: 'SUCCESS', ROWS_PRODUCED: '12'},
		{QUERY_ID: 'q', QUERY_START_TIME: '2020-10-01 09:32:00', USER_NAME: 'ANN', DIRECT_OBJECTS_ACCESSED: '[{"objectName":"CRM.PUBLIC.CUSTOMERS","columns":[{"columnName":"EMAIL"},{"columnName":"PHONE"}]}]'},
	],
	expected: [
		{employee: 'ANN', activity: 'login', outcome: 'denied', ip: '192.0.2.1'}, {activity: 'search', customerScope: 'counted', recordCount: 12, resource: 'select * from customers', outcome: 'success'}, {activity: 'read', dataTypes: ['email', 'phone'], resource: '["CRM.PUBLIC.CUSTOMERS"]'},
	],
	timeless: {EVENT_ID: '9', EVENT_TIMESTAMP: '', USER_NAME: 'ANN', REPORTED_CLIENT_TYPE: 'OTHER', IS_SUCCESS: 'YES'},
	copies: 'known',
});
