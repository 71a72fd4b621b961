import {testText} from '../helpers/text-fixture.ts';

const fields = '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent) cs(Referer) sc-status';
const first = '2020-10-01 09:00:00 192.0.2.9 GET /contacts/view.aspx contactId=C7&tab=1 EXAMPLE\\ann 192.0.2.1 Mozilla/5.0+(Windows) https://desk.example.com/cases/K-12 200';
const content = `#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n${fields}\n${first}\n${fields}\n2020-10-01 09:00:01 192.0.2.9 POST /api/v1.0/export -  -  ::1 curl/7 - 401\n`;

testText('web-access-iis', {
	title: 'the W3C\'s format by the columns that it names, in UTC, cells between one blank or more',
	content,
	expected: [
		{at: '2020-10-01T09:00:00.000Z', employee: 'EXAMPLE\\ann', ip: '192.0.2.1', activity: 'read', resource: '/contacts/view.aspx', customers: ['C7'], outcome: 'success', reason: 'K-12', device: 'Mozilla/5.0 (Windows)'},
		{at: '2020-10-01T09:00:01.000Z', employee: undefined, ip: '::1', activity: 'export', outcome: 'denied', customers: []},
	],
	messy: `${fields}\r\n${first}\r\n2020-10-01 09:00:00 192.0.2.9\n${first.replace('2020-10-01', '2020-13-01')}\n#Fields: time date s-ip cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent) cs(Referer) sc-status\n${first}\n${fields}\n${first}\n`,
	counts: {read: 5, kept: 2, duplicate: 0, rejected: 3},
	reasons: ['3 cells where 11 are expected', 'it follows a #Fields: line with other columns than the first', 'time not understood: "2020-13-01 09:00:00"'],
});
