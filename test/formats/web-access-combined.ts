import {testText} from '../helpers/text-fixture.ts';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64)';
const first = `192.0.2.1 - e0042 [01/Oct/2020:09:00:00 +0200] "GET /customers/C1002/orders?page=2 HTTP/1.1" 200 5120 "https://desk.example.com/agent/tickets/4711" "${chrome}"`;
const content = [
	first,
	`desk.example.com:443 2001:db8::1 - Ann Example [01/Oct/2020:07:01:00 +0000] "GET /search?customer_id=C1003&q=\\"x\\" HTTP/2.0" 403 - "-" "-"`,
	'192.0.2.2 - - [01/Oct/2020:07:02:00 +0000] "POST /reports/export HTTP/1.1" 500 12',
	`192.0.2.9, 10.0.0.1 - e0043 [01/Oct/2020:07:02:30 +0000] "GET /customers/jo%40example.com/orders HTTP/1.1" 200 12`,
	'192.0.2.2 - "" [01/Oct/2020:07:03:00 +0000] "-" 408 -',
].map(line => `${line}\n`).join('');

testText('web-access-combined', {
	title: 'Apache\'s and nginx\' combined and common format, with a site and without, names with blanks, and requests that are none',
	content,
	expected: [
		{at: '2020-10-01T07:00:00.000Z', employee: 'e0042', ip: '192.0.2.1', activity: 'read', action: 'GET', resource: '/customers/C1002/orders', customers: ['C1002'], outcome: 'success', reason: '4711', device: chrome, system: 'web'},
		{at: '2020-10-01T07:01:00.000Z', employee: 'Ann Example', ip: '2001:db8::1', resource: '/search', customers: ['C1003'], outcome: 'denied', reason: undefined, device: undefined, system: 'desk.example.com'},
		{at: '2020-10-01T07:02:00.000Z', employee: undefined, activity: 'export', action: 'POST', outcome: 'error'},
		{at: '2020-10-01T07:02:30.000Z', employee: 'e0043', ip: '192.0.2.9', customers: ['jo@example.com']},
		{at: '2020-10-01T07:03:00.000Z', employee: undefined, action: undefined, resource: undefined, outcome: 'error'},
	],
	messy: `${first}\r\n\r\n# turned over\n${first.slice(0, 40)}\nnot a line of a log\n${first.replace('/Oct/', '/Okt/')}\n${first}`,
	counts: {read: 5, kept: 2, duplicate: 0, rejected: 3},
	reasons: ['no time', 'time not understood: "01/Okt/2020:09:00:00 +0200"'],
});
