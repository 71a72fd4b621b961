import {testFormat} from '../helpers/format-fixture.ts';

testFormat('notion', {
	title: 'Notion: pages, exports, and events in an envelope',
	records: [
		{event: {id: 'a', timestamp: '2020-10-01T09:30:00.123Z', workspace_id: 'w', actor: {id: 'u', person: {email: 'ann@example.com'}}, ip_address: '192.0.2.1', type: 'page.viewed', details: {target: {type: 'page_id', page_id: 'p'}}}},
		{event: {id: 'b', timestamp: '2020-10-01T09:31:00Z', workspace_id: 'w', actor: {id: 'u'}, type: 'workspace.content_exported', details: {}}},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'read', resource: 'page_id/p', ip: '192.0.2.1'}, {employee: 'u', activity: 'export', customerScope: 'unknown'},
	],
	timeless: {event: {id: 'z', timestamp: '', workspace_id: 'w', actor: {id: 'u'}, type: 'page.viewed'}},
	copies: 'known',
});
