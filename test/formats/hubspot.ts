import {testFormat} from '../helpers/format-fixture.ts';

testFormat('hubspot', {
	title: 'HubSpot: exports, and contacts that were acted on',
	records: [
		{id: 'a', occurredAt: '2020-10-01T09:30:00.123Z', category: 'CRM_OBJECT', subCategory: 'CONTACT', action: 'VIEW', actingUser: {userId: 1, userEmail: 'ann@example.com'}, targetObjectId: 'C1'},
		{id: 'b', occurredAt: '2020-10-01T09:31:00Z', category: 'SECURITY', subCategory: 'EXPORT', action: 'CREATE', actingUser: {userId: 1}},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'read', customers: ['C1'], resource: 'CRM_OBJECT/CONTACT/C1'}, {employee: '1', activity: 'export', customerScope: 'unknown'},
	],
	timeless: {id: 'z', occurredAt: '', category: 'x', action: 'VIEW', actingUser: {}},
	copies: 'known',
});
