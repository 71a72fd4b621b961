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

const log = (minute: number, type: string, more: object): object => ({EVENT_TYPE: type, TIMESTAMP: `202010010930${String(minute).padStart(2, '0')}.000`, REQUEST_ID: `q${minute}`, ORGANIZATION_ID: '00D', USER_ID: '005000000000002', ...more});

testFormat('salesforce-eventlogfile', {
	title: 'Salesforce EventLogFile: pages of Lightning, jobs that write, reports by their description, and who was logged in as another',
	records: [
		log(1, 'LightningPageView', {PAGE_URL: '/lightning/r/Contact/0030000000000AbCDE/view', UI_EVENT_TYPE: 'x'}),
		log(2, 'LightningPageView', {PAGE_URL: '/lightning/page/home', PAGE_ENTITY_ID: '0010000000000AbCDE'}),
		log(3, 'BulkApi', {OPERATION_TYPE: 'insert', ENTITY_TYPE: 'Contact', ROWS_PROCESSED: '10', SUCCESS: '1'}),
		log(4, 'BulkApi', {OPERATION_TYPE: 'query', ENTITY_TYPE: 'Contact', ROWS_PROCESSED: '150', SUCCESS: '1'}),
		log(5, 'ReportExport', {REPORT_DESCRIPTION: 'Mails of all contacts', URI: '/00O000000000001'}),
		log(6, 'LoginAs', {DELEGATED_USER_ID: '005000000000009', DELEGATED_USER_NAME: 'admin@example.com', USER_NAME: 'bob@example.com'}),
		{EVENT_TYPE: 'Sites', TIMESTAMP: '20201001093007.000', REQUEST_ID: 'q7', ORGANIZATION_ID: '00D', URI: '/x'},
	],
	expected: [
		{activity: 'read', customers: ['0030000000000AbCDE'], resource: '/lightning/r/Contact/0030000000000AbCDE/view', dataTypeBasis: 'rule:sf-contact-page'}, {activity: 'read', customers: ['0010000000000AbCDE']},
		{activity: 'create', recordCount: 10, resource: 'Contact'}, {activity: 'export', recordCount: 150}, {activity: 'export', resource: 'Mails of all contacts /00O000000000001'},
		{activity: 'login', employee: '005000000000009', employeeName: 'admin@example.com', onBehalfOf: '005000000000002'}, {employee: undefined, activity: 'other'},
	],
	timeless: {EVENT_TYPE: 'URI', TIMESTAMP: '20201399093000', REQUEST_ID: 'r', ORGANIZATION_ID: '00D', USER_ID: '005'},
	copies: 'unknown',
});
