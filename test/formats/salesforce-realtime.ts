import {testFormat} from '../helpers/format-fixture.ts';

testFormat('salesforce-realtime', {
	title: 'Salesforce real-time events: records that are listed, columns, and policies that block',
	records: [
		{EventIdentifier: 'a', EventDate: '2020-10-01T09:30:00.240+0000', UserId: '005A', Username: 'ann@example.com', LoginKey: 'k', Operation: 'ReportExported', Records: '{"totalSize":1000,"done":true,"records":[{"attributes":{"type":"Contact"},"Id":"003A","Name":"x"},{"Id":"003B"}]}', ColumnHeaders: '[EMAIL, PHONE]', RowsProcessed: 1000, SourceIp: '192.0.2.1'},
		{EventIdentifier: 'b', EventDate: '2020-10-01T09:31:00.000+0000', UserId: '005A', SessionKey: 's', Operation: 'ReportRunFromLightning', PolicyOutcome: 'Block'},
		{EventIdentifier: 'c', EVENT_TYPE: 'UriEvent', EventDate: '2020-10-01T09:32:00.000+0000', UserId: '005A', LoginKey: 'k', Operation: 'Update', RecordId: '003000000000001'},
		{EventIdentifier: 'd', EVENT_TYPE: 'FileEvent', EventDate: '2020-10-01T09:33:00.000+0000', UserId: '005A', LoginKey: 'k', FileAction: 'UI_DOWNLOAD', FileName: 'list.csv'},
		{EventIdentifier: 'e', EVENT_TYPE: 'LoginAsEvent', EventDate: '2020-10-01T09:34:00.000+0000', UserId: '005B', Username: 'bob@example.com', DelegatedUsername: 'admin@example.com', LoginKey: 'k'},
		{EVENT_TYPE: 'ListViewEventStore', EventDate: '2020-10-01T09:35:00.000+0000', UserId: '005A', RowsProcessed: 5},
	],
	expected: [
		{employee: '005A', employeeName: 'ann@example.com', customers: ['003A', '003B'], customerScope: 'counted', recordCount: 1000, dataTypes: ['email', 'phone'], activity: 'export', ip: '192.0.2.1'}, {activity: 'list', outcome: 'denied'},
		{activity: 'update', customers: ['003000000000001']}, {activity: 'export', action: 'FileEvent:UI_DOWNLOAD', resource: 'list.csv'}, {activity: 'login', employee: 'admin@example.com', onBehalfOf: '005B'}, {activity: 'list', system: 'Salesforce', recordCount: 5},
	],
	timeless: {EventIdentifier: 'z', EventDate: '', UserId: '005A'},
	copies: 'known',
});
