import {testText} from '../helpers/text-fixture.ts';

const first = '[03/Oct/2022:09:00:01 +0000] ada http-nio-8080-exec-1 192.0.2.10 GET /browse/PROJ-1?customer=C5 HTTP/1.1 200 350ms 12345 https://desk.example.com/issues/PROJ-1 Mozilla/5.0 (X11)';
const content = [
	first,
	'[03/Oct/2022:09:00:30 +0100] 192.0.2.6 bob http-nio-8080-exec-2 0:0:0:0:0:0:0:1 GET /login.jsp HTTP/1.1 302 125ms 8712 http://localhost/ curl/7.85.0',
	'[03/Oct/2022:09:02:00 -0500] - http-nio-8080-exec-4 192.0.2.12 DELETE /rest/api/2/issue/PROJ-2 HTTP/1.1 404 77ms - - curl',
].map(line => `${line}\n`).join('');

testText('web-access-atlassian', {
	title: 'Jira\'s access log before and since 9.4, a user that looks like an address too',
	content,
	expected: [
		{at: '2022-10-03T08:00:30.000Z', employee: 'bob', ip: '0:0:0:0:0:0:0:1', resource: '/login.jsp', outcome: 'unknown'},
		{at: '2022-10-03T09:00:01.000Z', employee: 'ada', ip: '192.0.2.10', activity: 'read', resource: '/browse/PROJ-1', customers: ['C5'], reason: 'PROJ-1', outcome: 'success'},
		{at: '2022-10-03T14:02:00.000Z', employee: undefined, activity: 'delete', outcome: 'error'},
	],
	messy: `${first}\n\n${first.replace('09:00:01', '25:00:01')}\r\njust words\n${first}\n${first}`,
	counts: {read: 5, kept: 3, duplicate: 0, rejected: 2},
	reasons: ['no time', 'time not understood: "03/Oct/2022:25:00:01 +0000"'],
});
