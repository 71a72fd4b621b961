import {testFormat} from '../helpers/format-fixture.ts';

testFormat('ecs', {
	title: 'Elastic Common Schema: nested',
	records: [
		{'@timestamp': '2020-10-01T09:30:00.123Z', ecs: {version: '8.0'}, event: {id: 'a', action: 'view-record', category: ['web'], dataset: 'crm.access', outcome: 'success'}, user: {name: 'ann', target: {id: 'C1'}}, source: {ip: '192.0.2.1'}, url: {path: '/customers/C1'}},
		{'@timestamp': '2020-10-01T09:31:00Z', 'ecs.version': '8.0', 'event.action': 'export', 'event.dataset': 'crm.access', 'event.outcome': 'failure', 'user.name': 'ann', 'event.id': 'b'},
	],
	expected: [
		{employee: 'ann', activity: 'read', customers: ['C1'], resource: '/customers/C1', ip: '192.0.2.1', system: 'crm.access', outcome: 'success'}, {employee: 'ann', activity: 'export', outcome: 'error'},
	],
	timeless: {'@timestamp': '', ecs: {version: '8.0'}, event: {id: 'z'}},
	copies: 'known',
});
