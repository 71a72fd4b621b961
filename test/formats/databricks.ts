import {testFormat} from '../helpers/format-fixture.ts';

testFormat('databricks', {
	title: 'Databricks: milliseconds, calls, and who was refused',
	records: [
		{timestamp: 1601544600000, requestId: 'a', serviceName: 'unityCatalog', actionName: 'getTable', userIdentity: {email: 'ann@example.com'}, requestParams: {full_name_arg: 'crm.public.customers'}, response: {statusCode: 200}, sourceIPAddress: '192.0.2.1'},
		{timestamp: 1601544601000, requestId: 'b', serviceName: 'notebook', actionName: 'downloadPreviewResults', userIdentity: {email: 'ann@example.com'}, requestParams: {notebookId: '5'}, response: {statusCode: 403}},
	],
	expected: [
		{at: 1_601_544_600_000_000, employee: 'ann@example.com', activity: 'read', outcome: 'success', resource: 'crm.public.customers', action: 'unityCatalog.getTable', ip: '192.0.2.1'}, {activity: 'export', outcome: 'denied', resource: '5'},
	],
	timeless: {serviceName: 'accounts', actionName: 'login', userIdentity: {email: 'ann@example.com'}},
	copies: 'known',
});
