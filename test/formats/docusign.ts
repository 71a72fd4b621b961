import {testFormat} from '../helpers/format-fixture.ts';

testFormat('docusign', {
	title: 'DocuSign: views of envelopes, and failures',
	records: [
		{timestamp: '2020-10-01T09:30:00.123Z', eventId: 'a', accountId: 'c', organizationId: 'o', userId: 'u', object: 'Envelope', action: 'Viewed', result: 'Success', ipAddress: '192.0.2.1', data: {EnvelopeId: 'e', UserEmail: 'ann@example.com'}},
		{timestamp: '2020-10-01T09:31:00Z', eventId: 'b', accountId: 'c', userId: 'u', object: 'User', action: 'LoginFailed', result: 'Failure', data: {}},
	],
	expected: [
		{employee: 'u', activity: 'read', resource: 'Envelope/e', ip: '192.0.2.1', outcome: 'success'}, {employee: 'u', activity: 'login', outcome: 'error'},
	],
	timeless: {timestamp: '', eventId: 'z', accountId: 'c', object: 'x', action: 'y'},
	copies: 'known',
});
