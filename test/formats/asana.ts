import {testFormat} from '../helpers/format-fixture.ts';

testFormat('asana', {
	title: 'Asana: exports and failed logins of a workspace',
	records: [
		{gid: '1', created_at: '2020-10-01T09:30:00.150Z', event_type: 'workspace_export_started', event_category: 'admin_settings', actor: {actor_type: 'user', email: 'ann@example.com', gid: '9', name: 'Ann'}, resource: {resource_type: 'workspace', gid: '7', name: 'Example'}, context: {client_ip_address: '192.0.2.1'}, details: {}},
		{gid: '2', created_at: '2020-10-01T09:31:00Z', event_type: 'user_login_failed', event_category: 'logins', actor: {actor_type: 'user', gid: '9'}, resource: {resource_type: 'user', gid: '9'}, context: {}, details: {}},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'export', customerScope: 'unknown', resource: 'workspace/Example', ip: '192.0.2.1', outcome: 'success'}, {employee: '9', activity: 'login', outcome: 'error'},
	],
	timeless: {gid: '3', created_at: null, event_type: 'x', event_category: 'y', actor: {}},
	copies: 'known',
});
