import test from 'ava';
import {testFormat} from '../helpers/format-fixture.ts';
import {csv, everything, load} from '../helpers/loading.ts';

const quoted = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;

testFormat('m365-audit', {
	title: 'Microsoft 365: times without a zone, mailboxes of others by whichever right, and logins that failed',
	records: [
		{Id: 'a', CreationTime: '2020-10-01T09:30:00', RecordType: 6, Operation: 'FileDownloaded', Workload: 'SharePoint', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', ObjectId: 'https://example.com/customers.xlsx', ClientIP: '192.0.2.1', ResultStatus: 'Succeeded'},
		{Id: 'b', CreationTime: '2020-10-01T09:31:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', LogonType: 1, MailboxOwnerUPN: 'bob@example.com', ClientIPAddress: '192.0.2.2', ResultStatus: 'PartiallySucceeded'},
		{Id: 'c', CreationTime: '2020-10-01T09:32:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', LogonType: 0, MailboxOwnerUPN: 'ann@example.com'},
		{Id: 'd', CreationTime: '2020-10-01T09:33:00', RecordType: 15, Operation: 'UserLoginFailed', Workload: 'AzureActiveDirectory', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', ResultStatus: 'Success'},
		{Id: 'e', CreationTime: '2020-10-01T09:34:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', LogonType: 0, MailboxOwnerUPN: 'carl@example.com', AffectedItems: [{Subject: 'About you'}]},
		{Id: 'f', CreationTime: '2020-10-01T09:35:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'Ann@Example.com', UserKey: 'k', LogonType: 0, MailboxOwnerUPN: 'ann@example.com'},
		{Id: 'g', CreationTime: '2020-10-01T09:36:00', RecordType: 50, Operation: 'MailItemsAccessed', Workload: 'Exchange', OrganizationId: 'o', UserId: 'S-1-5-21-9', UserKey: 'k', LogonUserSid: 'S-1-5-21-9', MailboxOwnerSid: 'S-1-5-21-9', MailboxOwnerUPN: 'ann@example.com'},
		{Id: 'h', CreationTime: '2020-10-01T09:37:00', RecordType: 6, Operation: 'FilePreviewed', Workload: 'SharePoint', OrganizationId: 'o', UserId: 'ann@example.com', UserKey: 'k', SourceFileName: 'customers.xlsx'},
	],
	expected: [
		{employee: 'ann@example.com', activity: 'export', outcome: 'success', resource: 'https://example.com/customers.xlsx', ip: '192.0.2.1'}, {activity: 'read', customers: ['bob@example.com'], outcome: 'success', ip: '192.0.2.2'}, {customers: []}, {activity: 'login', outcome: 'denied'},
		{customers: ['carl@example.com'], resource: 'About you'}, {customers: []}, {customers: []}, {activity: 'read', resource: 'customers.xlsx'},
	],
	timeless: {Id: 'z', RecordType: 6, Operation: 'FileAccessed', Workload: 'SharePoint', UserId: 'ann@example.com'},
	copies: 'known',
});

test('an event that is damaged keeps the time of its line, where the day in it is beyond doubt', async t => {
	const investigation = await load(t, {'portal.csv': csv('CreationDate,UserIds,Operations,AuditData', ...['9/20/2020 4:05:03 AM', '20/9/2020 23:05:03', '9/10/2020 4:05:03 AM', '9/20/2020 11:05:03 PM'].map(time => `${time},ann@example.com,FileDownloaded,"{torn"`), ...Array.from({length: 4}, (_, at) => `,,,${quoted({Id: `p${at}`, CreationTime: '2020-09-20T12:00:00', RecordType: 6, Operation: 'FileAccessed', Workload: 'SharePoint', UserId: 'ann@example.com', UserKey: 'k'})}`))});
	t.deepEqual(investigation.sources[0]!.rejections.map(({reason, records}) => [reason, records]), [['time not understood: "9/10/2020 4:05:03 AM"', 1]]);
	const events = await investigation.events({filter: everything, offset: 0, limit: 20});
	t.deepEqual(events.filter(({activity}) => activity === 'export').map(({at}) => new Date(at / 1000).toISOString()), ['2020-09-20T04:05:03.000Z', '2020-09-20T23:05:03.000Z', '2020-09-20T23:05:03.000Z']);
	for (const {row} of events) {
		t.true((await investigation.record(row)).agrees);
	}
});
