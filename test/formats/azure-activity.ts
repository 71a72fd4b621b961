import {testFormat} from '../helpers/format-fixture.ts';

testFormat('azure-activity', {
	title: 'Azure: calls, claims, and what was forbidden',
	records: [
		{eventDataId: 'a', eventTimestamp: '2020-10-01T09:30:00.1234567Z', caller: 'ann@example.com', operationName: {value: 'Microsoft.Storage/storageAccounts/listKeys/action'}, resourceId: '/subscriptions/1/x', status: {value: 'Succeeded'}, correlationId: 'c', httpRequest: {clientIpAddress: '192.0.2.1'}},
		{time: '2020-10-01T09:31:00Z', callerIpAddress: '192.0.2.2', operationName: 'MICROSOFT.STORAGE/STORAGEACCOUNTS/READ', resourceId: '/SUBSCRIPTIONS/1/X', category: 'Administrative', resultType: 'Failure', resultSignature: 'Failed.Forbidden', identity: {claims: {appid: 'app'}}, correlationId: 'd'},
	],
	expected: [
		{at: 1_601_544_600_123_456, employee: 'ann@example.com', activity: 'list', outcome: 'success', ip: '192.0.2.1'}, {employee: 'app', activity: 'read', outcome: 'denied', ip: '192.0.2.2'},
	],
	timeless: {eventDataId: 'z', time: '', operationName: 'x', resourceId: '/x', correlationId: 'c'},
	copies: 'known',
});
