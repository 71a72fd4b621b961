import {testFormat} from '../helpers/format-fixture.ts';

testFormat('slack', {
	title: 'Slack: seconds, downloads and shares',
	records: [
		{id: 'a', date_create: 1601544600, action: 'file_downloaded', actor: {type: 'user', user: {id: 'U1', name: 'Ann', email: 'ann@example.com'}}, entity: {type: 'file', file: {id: 'F1', name: 'customers.csv'}}, context: {ip_address: '192.0.2.1'}},
		{id: 'b', date_create: 1601544601, action: 'user_login_failed', actor: {type: 'user', user: {id: 'U1'}}, entity: {type: 'user', user: {id: 'U1'}}, context: {}},
	],
	expected: [
		{at: 1_601_544_600_000_000, employee: 'ann@example.com', activity: 'export', resource: 'file/customers.csv', ip: '192.0.2.1'}, {employee: 'U1', activity: 'login', outcome: 'error'},
	],
	timeless: {id: 'z', date_create: null, action: 'x', actor: {}, entity: {}},
	copies: 'known',
});
