import {testFormat} from '../helpers/format-fixture.ts';

testFormat('salesforce-objects', {
	title: 'Salesforce LoginHistory and SetupAuditTrail: who acted as another',
	records: [
		{attributes: {type: 'LoginHistory', url: '/services/data/v64.0/sobjects/LoginHistory/0Ya1'}, Id: '0Ya1', LoginTime: '2020-10-01T09:30:00.000+0000', UserId: '005A', LoginType: 'Application', Status: 'Invalid Password', SourceIp: '192.0.2.1'},
		{attributes: {type: 'SetupAuditTrail', url: '/services/data/v64.0/sobjects/SetupAuditTrail/0Ym1'}, Id: '0Ym1', CreatedDate: '2020-10-01T11:31:00.000+0200', CreatedById: '005B', DelegateUser: 'ann@example.com', Action: 'changedemail', Section: 'Manage Users', Display: 'Changed e-mail'},
	],
	expected: [
		{employee: '005A', activity: 'login', outcome: 'error', ip: '192.0.2.1'}, {employee: 'ann@example.com', onBehalfOf: '005B', activity: 'update', resource: 'Manage Users: Changed e-mail'},
	],
	timeless: {attributes: {type: 'LoginHistory', url: '/services/data/v64.0/sobjects/LoginHistory/0Ya9'}, Id: '0Ya9'},
	copies: 'known',
});
