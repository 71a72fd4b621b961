import {testFormat} from '../helpers/format-fixture.ts';

testFormat('okta', {
	title: 'Okta: logins, and the users that were acted on',
	records: [
		{uuid: 'a', published: '2020-10-01T09:30:00.123Z', eventType: 'user.session.start', actor: {id: '1', type: 'User', alternateId: 'ann@example.com', displayName: 'Ann'}, client: {ipAddress: '192.0.2.1'}, outcome: {result: 'FAILURE', reason: 'INVALID_CREDENTIALS'}, target: null},
		{uuid: 'b', published: '2020-10-01T09:31:00Z', eventType: 'user.lifecycle.delete.initiated', actor: {id: '1', alternateId: 'ann@example.com'}, outcome: {result: 'SUCCESS'}, target: [{type: 'User', alternateId: 'bob@example.com'}, {type: 'AppInstance', displayName: 'CRM'}, {type: 'User', alternateId: 'eve@example.com'}]},
		{uuid: 'd', published: '2020-10-01T09:31:30Z', eventType: 'group.user_membership.add', actor: {id: '1'}, client: {ipAddress: null}, request: {ipChain: [{ip: '192.0.2.9'}]}, outcome: {result: 'SUCCESS'}, target: [{type: 'User', alternateId: 'bob@example.com'}, {type: 'UserGroup', displayName: 'Support'}]},
		{uuid: 'c', published: '2020-10-01T09:32:00Z', eventType: 'policy.evaluate_sign_on', actor: {id: '1'}, outcome: {result: 'DENY'}},
	],
	expected: [
		{employee: 'ann@example.com', employeeName: 'Ann', activity: 'login', outcome: 'error', ip: '192.0.2.1'}, {activity: 'delete', outcome: 'success', customers: ['bob@example.com', 'eve@example.com'], resource: 'CRM'}, {activity: 'create', resource: 'Support', ip: '192.0.2.9', customers: ['bob@example.com']}, {employee: '1', activity: 'login', outcome: 'denied'},
	],
	timeless: {uuid: 'z', eventType: 'user.session.start', actor: {id: '1'}, published: 'redacted'},
	copies: 'known',
});
