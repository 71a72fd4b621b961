import {testFormat} from '../helpers/format-fixture.ts';

testFormat('servicenow', {
	title: 'ServiceNow: fields that were changed, and pages',
	records: [
		{sys_id: 'a', sys_created_on: '2020-10-01 09:30:00', tablename: 'customer_contact', documentkey: 'C1', fieldname: 'email', user: 'ann', oldvalue: 'x', newvalue: 'y', reason: 'CS0001'},
		{sys_id: 'b', sys_created_on: '2020-10-01 09:31:00', sys_created_by: 'ann', url: '/customer_contact_list.do?CSV', response_time: '12', remote_ip: '192.0.2.1'},
	],
	expected: [
		{employee: 'ann', activity: 'update', customers: ['C1'], dataTypes: ['email'], reason: 'CS0001'}, {employee: 'ann', activity: 'export', ip: '192.0.2.1'},
	],
	timeless: {sys_id: 'z', sys_created_on: '', tablename: 't', documentkey: 'd', fieldname: 'f'},
	copies: 'known',
});
