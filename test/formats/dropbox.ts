import {testFormat} from '../helpers/format-fixture.ts';

testFormat('dropbox', {
	title: 'Dropbox: downloads and links',
	records: [
		{timestamp: '2020-10-01T09:30:00Z', event_category: {'.tag': 'file_operations'}, event_type: {'.tag': 'file_download', description: 'x'}, actor: {'.tag': 'user', user: {account_id: 'd', email: 'ann@example.com', display_name: 'Ann'}}, assets: [{'.tag': 'file', path: {contextual: '/crm/customers.csv'}}], origin: {geo_location: {ip_address: '192.0.2.1'}}},
		{timestamp: '2020-10-01T09:31:00Z', event_category: {'.tag': 'logins'}, event_type: {'.tag': 'login_fail'}, actor: {'.tag': 'user', user: {account_id: 'd'}}},
	],
	expected: [
		{employee: 'ann@example.com', employeeName: 'Ann', activity: 'export', resource: '/crm/customers.csv', ip: '192.0.2.1'}, {employee: 'd', activity: 'login', outcome: 'error'},
	],
	timeless: {timestamp: '', event_category: {'.tag': 'x'}, event_type: {'.tag': 'y'}},
	copies: 'unknown',
});
