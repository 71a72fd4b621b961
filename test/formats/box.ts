import {testFormat} from '../helpers/format-fixture.ts';

testFormat('box', {
	title: 'Box: previews, downloads, and failed logins',
	records: [
		{type: 'event', event_id: 'a', created_at: '2020-10-01T02:30:00-07:00', event_type: 'DOWNLOAD', created_by: {type: 'user', id: '1', login: 'ann@example.com', name: 'Ann'}, source: {item_type: 'file', item_id: '5', item_name: 'customers.csv', parent: {name: 'CRM'}}, ip_address: '192.0.2.1'},
		{type: 'event', event_id: 'b', created_at: '2020-10-01T02:31:00-07:00', event_type: 'FAILED_LOGIN', created_by: {id: '1', login: 'ann@example.com'}, source: {name: 'Ann'}},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'export', resource: 'CRM/customers.csv', ip: '192.0.2.1'}, {activity: 'login', outcome: 'error'},
	],
	timeless: {type: 'event', event_id: 'z', event_type: 'PREVIEW', created_by: {login: 'ann@example.com'}, source: {}},
	copies: 'known',
});
