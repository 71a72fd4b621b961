import {testFormat} from '../helpers/format-fixture.ts';

testFormat('zendesk', {
	title: 'Zendesk: what was changed, and on which user',
	records: [
		{url: 'https://example.zendesk.com/api/v2/audit_logs/1.json', id: 1, actor_id: 42, actor_name: 'Ann', source_type: 'user', source_id: 7, source_label: 'User: Bob', action: 'update', action_label: 'Updated', change_description: 'E-mail changed', ip_address: '192.0.2.1', created_at: '2020-10-01T09:30:00Z'},
		{url: 'https://example.zendesk.com/api/v2/audit_logs/2.json', id: 2, actor_id: 42, actor_name: 'Ann', source_type: 'account_setting', source_id: 8, source_label: 'Setting', action: 'create', action_label: 'Created', change_description: 'On', created_at: '2020-10-01T09:31:00Z'},
		{url: 'https://example.zendesk.com/api/v2/audit_logs/3.json', id: 3, actor_id: 42, actor_name: 'Ann', source_type: 'user', source_id: 42, source_label: 'User: Ann', action: 'login', action_label: 'Signed in', change_description: '', created_at: '2020-10-01T09:32:00Z'},
	],
	expected: [
		{employee: '42', employeeName: 'Ann', customers: ['7'], activity: 'update', resource: 'user/User: Bob', ip: '192.0.2.1'}, {customers: [], activity: 'create'}, {customers: [], activity: 'login'},
	],
	timeless: {url: 'https://example.zendesk.com/api/v2/audit_logs/9.json', id: 9},
	copies: 'known',
});
