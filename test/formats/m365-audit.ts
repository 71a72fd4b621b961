import {testFormat} from '../helpers/format-fixture.ts';

testFormat('m365-audit', {
	title: 'Microsoft 365: times without a zone, mailboxes of others, and logins that failed',
	records: [
		{Id: 'a', CreationTime: '2020-10-01T09:30:00', RecordType: 6, Operation: 'FileDownloaded', Workload: 'SharePoint', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', ObjectId: 'https://example.com/customers.xlsx', ClientIP: '192.0.2.1', ResultStatus: 'Succeeded'},
		{Id: 'b', CreationTime: '2020-10-01T09:31:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', LogonType: 1, MailboxOwnerUPN: 'bob@example.com', ClientIPAddress: '192.0.2.2', ResultStatus: 'PartiallySucceeded'},
		{Id: 'c', CreationTime: '2020-10-01T09:32:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', LogonType: 0, MailboxOwnerUPN: 'ann@example.com'},
		{Id: 'd', CreationTime: '2020-10-01T09:33:00', RecordType: 15, Operation: 'UserLoginFailed', Workload: 'AzureActiveDirectory', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', ResultStatus: 'Success'},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'export', outcome: 'success', resource: 'https://example.com/customers.xlsx', ip: '192.0.2.1'}, {activity: 'read', customers: ['bob@example.com'], outcome: 'success', ip: '192.0.2.2'}, {customers: []}, {activity: 'login', outcome: 'denied'},
	],
	timeless: {Id: 'z', RecordType: 6, Operation: 'FileAccessed', Workload: 'SharePoint', UserId: 'ann@example.com'},
	copies: 'known',
});
