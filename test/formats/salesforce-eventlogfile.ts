import {testFormat} from '../helpers/format-fixture.ts';

testFormat('salesforce-eventlogfile', {
	title: 'Salesforce EventLogFile: compact times, records in addresses, rows that were processed',
	records: [
		{EVENT_TYPE: 'URI', TIMESTAMP: '20201001093000.123', REQUEST_ID: 'r1', ORGANIZATION_ID: '00D', USER_ID: '005000000000001', USER_ID_DERIVED: '005000000000001AAA', URI: '/0030000000000AbCDE', CLIENT_IP: '192.0.2.1', REQUEST_STATUS: 'S', ROWS_PROCESSED: ''},
		{EVENT_TYPE: 'ReportExport', TIMESTAMP: '20201001093100.000', REQUEST_ID: 'r2', ORGANIZATION_ID: '00D', USER_ID: '005000000000001', USER_ID_DERIVED: '', URI: '/00O000000000001', ROWS_PROCESSED: '150'},
		{EVENT_TYPE: 'API', TIMESTAMP: '20201001093200.000', REQUEST_ID: 'r3', ORGANIZATION_ID: '00D', USER_ID: '005000000000001', ENTITY_NAME: 'Contact', REQUEST_STATUS: 'A', QUERY: 'SELECT Email, Phone FROM Contact WHERE Id = 1'},
	],
	expected: [
		{at: 1_601_544_600_123_000, employee: '005000000000001AAA', customers: ['0030000000000AbCDE'], activity: 'read', outcome: 'success', ip: '192.0.2.1'}, {employee: '005000000000001AAA', activity: 'export', customerScope: 'counted', recordCount: 150}, {activity: 'search', outcome: 'denied', dataTypes: ['email', 'phone'], resource: 'Contact'},
	],
	timeless: {EVENT_TYPE: 'URI', TIMESTAMP: '20201399093000', REQUEST_ID: 'r', ORGANIZATION_ID: '00D', USER_ID: '005'},
	copies: 'unknown',
});
