import {testFormat} from '../helpers/format-fixture.ts';

testFormat('google-workspace', {
	title: 'Google Workspace: parameters in a list and by key',
	records: [
		{kind: 'admin#reports#activity', id: {time: '2020-10-01T09:30:00.123Z', uniqueQualifier: '-1', applicationName: 'drive'}, actor: {email: 'ann@example.com'}, ipAddress: '192.0.2.1', events: [{type: 'access', name: 'download', parameters: [{name: 'doc_id', value: 'd1'}, {name: 'doc_title', value: 'Customers'}]}]},
		{id: {time: '2020-10-01T09:31:00Z', uniqueQualifier: '2', applicationName: 'drive'}, actor: {email: 'ann@example.com'}, type: 'acl_change', name: 'change_user_access', parameters: {doc_id: 'd1', doc_title: 'Customers', target_user: 'bob@example.com'}},
		{id: {time: '2020-10-01T09:32:00Z', uniqueQualifier: '3', applicationName: 'login'}, actor: {email: 'ann@example.com'}, type: 'login', name: 'login_failure'},
		{id: {time: '2020-10-01T09:33:00Z', uniqueQualifier: '4', applicationName: 'drive'}, actor: {email: 'ann@example.com'}, events: [{type: 'access', name: 'view', parameters: [{name: 'doc_title', value: 'A'}]}, {type: 'access', name: 'download', parameters: [{name: 'doc_title', value: 'B'}]}]},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'export', resource: 'Customers d1', ip: '192.0.2.1', system: 'drive'}, {activity: 'share', resource: 'Customers d1'}, {activity: 'login', outcome: 'error'}, {activity: 'export', action: 'download', resource: 'B'},
	],
	timeless: {id: {applicationName: 'drive'}, actor: {email: 'ann@example.com'}, name: 'view'},
	copies: 'known',
});
