import {testFormat} from '../helpers/format-fixture.ts';

testFormat('salesforce-realtime', {
	title: 'Salesforce real-time events: records that are listed, columns, and policies that block',
	records: [
		{EventIdentifier: 'a', EventDate: '2020-10-01T09:30:00.240+0000', UserId: '005A', Username: 'ann@example.com', LoginKey: 'k', Operation: 'ReportExported', Records: '{"totalSize":1000,"done":true,"records":[{"attributes":{"type":"Contact"},"Id":"003A","Name":"x"},{"Id":"003B"}]}', ColumnHeaders: '[EMAIL, PHONE]', RowsProcessed: 1000, SourceIp: '192.0.2.1'},
		{EventIdentifier: 'b', EventDate: '2020-10-01T09:31:00.000+0000', UserId: '005A', SessionKey: 's', Operation: 'ReportRunFromLightning', PolicyOutcome: 'Block'},
	],
	expected: [
		{employee: '005A', employeeName: 'ann@example.com', customers: ['003A', '003B'], customerScope: 'counted', recordCount: 1000, dataTypes: ['email', 'phone'], activity: 'export', ip: '192.0.2.1'}, {activity: 'list', outcome: 'denied'},
	],
	timeless: {EventIdentifier: 'z', EventDate: '', UserId: '005A'},
	copies: 'known',
});
