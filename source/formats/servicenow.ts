import {field, first, join, literal, when, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {onlyMeaning, whereFilled} from './expressions.ts';
import {unverified, type Format} from './format.ts';
import {has, share} from './signature.ts';

/** Fields come as texts, or with what is shown beside the value. */
const of = (name: string): FieldExpression => first(field(name, 'display_value'), field(name, 'value'), field(name));

const fields: FieldMap = {
	time: first(field('sys_created_on', 'value'), field('sys_created_on')),
	timeStyle: {kind: 'iso'},
	id: first(field('sys_id', 'value'), field('sys_id')),
	employee: first(of('user'), of('sys_created_by')),
	customers: when(of('tablename'), ['customer_contact', 'csm_consumer', 'customer_account', 'csm_consumer_user'], of('documentkey')),
	dataTypes: of('fieldname'),
	action: whereFilled(of('tablename'), literal('change'), first(of('type'), literal('transaction'))),
	activity: whereFilled(of('tablename'), literal('update'), onlyMeaning(of('url'), ['[?&](CSV|EXCEL|PDF|XML|JSONv2)(&|$)|_export|/export', 'export'], ['_list[.]do', 'list'], ['.', 'read'])),
	system: literal('ServiceNow'),
	resource: first(join('/', of('tablename'), of('documentkey')), of('url')),
	ip: of('remote_ip'),
	session: of('session'),
	reason: of('reason'),
};

export const servicenow: Format = {
	name: 'servicenow',
	title: 'ServiceNow audit and transactions',
	recognised: 'sys_created_on beside tablename, documentkey and fieldname (sys_audit), or beside url and sys_created_by (syslog_transaction)',
	about: 'Which fields of which records were changed, and which pages were asked for. Changed records of customers and consumers are taken for customers. Names of fields are the data.',
	detect: sample => share(sample, record => has(record, 'sys_created_on') && (has(record, 'tablename', 'documentkey', 'fieldname') || has(record, 'sys_created_by', 'url', 'response_time'))),
	fields: () => fields,
	limitations: [unverified, 'ServiceNow audits changes, not views; views are in transactions only, which it keeps for eight weeks unless somebody set another time.', 'Exports of lists as CSV or Excel have times in the zone of whoever exported them: name it with --timezone.'],
};
