import {testFormat} from '../helpers/format-fixture.ts';

testFormat('ocsf', {
	title: 'OCSF: milliseconds, calls, and errors',
	records: [
		{class_uid: 6003, category_uid: 6, time: 1601544600000, metadata: {version: '1.1.0', uid: 'a', product: {name: 'CloudTrail'}}, actor: {user: {name: 'ann', uid: 'U1'}}, api: {operation: 'GetObject', service: {name: 's3.amazonaws.com'}}, resources: [{uid: 'r1'}, {uid: 'r2'}], src_endpoint: {ip: '192.0.2.1'}, status: 'Success'},
		{class_uid: 6003, category_uid: 6, time: 1601544601000, metadata: {version: '1.1.0', uid: 'b', product: {name: 'CloudTrail'}}, actor: {user: {name: null, uid: 'U2'}}, api: {operation: 'ListUsers', service: {name: 'iam.amazonaws.com'}, response: {error: 'AccessDenied'}}, status: 'Failure'},
		{class_uid: 6005, category_uid: 6, time: 1601544602000, metadata: {version: '1.3.0', uid: 'c'}, actor: {user: {name: 'ann'}}, activity_name: 'Read', databucket: {name: 'exports'}, ticket: {uid: 'T-55'}, comment: 'looked up', status_id: 1},
		{class_uid: 6005, category_uid: 6, time: 1601544603000, metadata: {version: '1.3.0', uid: 'd'}, actor: {user: {name: 'ann'}}, activity_name: 'Read', status_id: 2},
		{class_uid: 6005, category_uid: 6, time: 1601544604000, metadata: {version: '1.3.0', uid: 'e'}, actor: {user: {name: 'ann'}}, activity_name: 'Read', status: 'Failure', status_detail: 'AccessDenied'},
	],
	expected: [
		{at: 1_601_544_600_000_000, employee: 'ann', activity: 'read', outcome: 'success', resource: '["r1","r2"]', ip: '192.0.2.1', system: 's3.amazonaws.com'}, {employee: 'U2', activity: 'list', outcome: 'denied'},
		{resource: 'exports', reason: 'T-55', outcome: 'success'}, {outcome: 'error'}, {outcome: 'denied'},
	],
	timeless: {class_uid: 6003, time: null, metadata: {version: '1.1.0', uid: 'z'}},
	copies: 'known',
});
