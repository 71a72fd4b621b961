import {testFormat} from '../helpers/format-fixture.ts';

testFormat('onepassword', {
	title: '1Password: items used, acts of administration, and sign-ins',
	records: [
		{uuid: 'a', timestamp: '2020-10-01T09:30:00.123456789Z', item_uuid: 'i', vault_uuid: 'v', user: {uuid: 'u', email: 'ann@example.com', name: 'Ann'}, client: {ip_address: '192.0.2.1', app_name: 'Browser'}},
		{uuid: 'b', timestamp: '2020-10-01T09:31:00Z', actor_uuid: 'u', actor_details: {email: 'ann@example.com'}, action: 'export', object_type: 'vault', object_uuid: 'v', session: {ip: '2001:db8::1'}},
		{uuid: 'c', timestamp: '2020-10-01T09:32:00Z', session_uuid: 's', category: 'credentials_failed', type: 'password_secret_bad', target_user: {email: 'ann@example.com'}},
		{uuid: 'd', timestamp: '2020-10-01T09:33:00Z', item_uuid: 'i', vault_uuid: 'v', user: {email: 'ann@example.com'}, action: 'export'},
	],
	expected: [
		{at: 1_601_544_600_123_456, employee: 'ann@example.com', activity: 'read', resource: 'v/i', ip: '192.0.2.1'}, {activity: 'export', resource: 'vault/v', ip: '2001:db8::1'}, {activity: 'login', outcome: 'error'}, {activity: 'export', resource: 'v/i'},
	],
	timeless: {uuid: 'z', timestamp: '', item_uuid: 'i', vault_uuid: 'v'},
	copies: 'known',
});
