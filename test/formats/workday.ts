import {testFormat} from '../helpers/format-fixture.ts';

testFormat('workday', {
	title: 'Workday: tasks, and whom they were about',
	records: [
		{requestTime: '2020-10-01T09:30:00.123Z', systemAccount: 'ann', taskDisplayName: 'View Payment Elections', activityAction: 'READ', ipAddress: '192.0.2.1', sessionId: 's', target: {id: 'C1', descriptor: 'Bob'}},
		{requestTime: '2020-10-01T09:31:00Z', systemAccount: 'ann', taskDisplayName: 'Change Home Address', activityAction: 'WRITE', target: {id: 'C2'}},
	],
	expected: [
		{employee: 'ann', activity: 'read', customers: ['C1'], resource: 'View Payment Elections', ip: '192.0.2.1'}, {activity: 'update', customers: ['C2']},
	],
	timeless: {requestTime: '', systemAccount: 'ann', taskDisplayName: 'x'},
	copies: 'unknown',
});
