import test from 'ava';
import {asked, csv, everything, load} from '../helpers/loading.ts';

/* The shapes beside plain lines that exports of known formats come in, all in one load. */

const quoted = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
const mail = (id: string, more: object = {}): object => ({Id: id, CreationTime: '2020-10-01T09:30:00', RecordType: 6, Operation: 'FileAccessed', Workload: 'SharePoint', UserId: 'ann@example.com', UserKey: 'k', ClientIP: '192.0.2.1', ...more});
const patient = {resourceType: 'AuditEvent', id: 'f1', recorded: '2020-10-01T09:30:00Z', action: 'R', agent: [{requestor: true, altId: 'ann'}], entity: [{role: {code: '1'}, what: {reference: 'Patient/C1'}}]};
const login = (id: string): object => ({uuid: id, published: '2020-10-01T09:30:00Z', eventType: 'user.session.start', actor: {id: '1', alternateId: 'ann@example.com'}, outcome: {result: 'SUCCESS'}, target: [{type: 'User', alternateId: 'bob@example.com'}]});

const files = {
	'portal.csv': csv('CreationDate,UserIds,Operations,AuditData', `2020-10-01T09:30:00.0000000Z ,ann@example.com,FileAccessed,${quoted(mail('p1'))}`, '2020-10-01T09:31:00.0000000Z ,bob@example.com,FileDownloaded,"{torn"', `9/20/2020 4:05:03 AM,ann@example.com,FileAccessed,${quoted(mail('p2'))}`),
	'purview.csv': csv('RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames', `r1,2020-10-01T09:30:00.0000000Z,6,FileAccessed,ann@example.com,${quoted(mail('v1'))},,`),
	'items.csv': `\uFEFF${csv('File ID,Custodian,Compound path,Date,Item class,Immutable ID,To,Subject/Title,Workload', ',Ann,a/b,2020-10-01 09:30:00Z,IPM.Note,i1,bob@example.com;eve@example.com,Hello,Exchange')}`,
	'lake.ndjson': `${JSON.stringify(Object.fromEntries(Object.entries(mail('l1')).map(([key, value]) => [key.toLowerCase(), value as unknown])))}\n`,
	'bundle.json': JSON.stringify({resourceType: 'Bundle', type: 'searchset', entry: [{fullUrl: 'urn:1', resource: {...patient, id: 'f2'}}, {fullUrl: 'urn:2', resource: {...patient, id: 'f3'}}]}, null, 2),
	'one.json': JSON.stringify(patient, null, 2),
	'single.json': JSON.stringify(login('o1')),
	'splunk.json': ['o2', 'o3'].map(id => `${JSON.stringify({preview: false, result: {_raw: JSON.stringify(login(id)), host: 'h'}})}\n`).join(''),
	'channel.json': `${JSON.stringify({channel: '/event/ListViewEventStream', data: {schema: 'x', payload: {EventIdentifier: 'c1', EventDate: '2020-10-01T09:30:00Z', UserId: '005A', SessionKey: 's', Records: '{"totalSize":1,"records":[{"Id":"003A"}]}'}}})}\n`,
	'sink.ndjson': `${JSON.stringify({insertId: 's1', timestamp: '2020-10-01 09:30:00.123 UTC', protopayload_auditlog: {serviceName: 'bigquery.googleapis.com', methodName: 'tabledata.list', authenticationInfo: {principalEmail: 'ann@example.com'}, metadataJson: '{"tableDataRead":{"fields":["email"]}}'}})}\n`,
	'audit.csv': csv('event_id,event_time,service_name,action_name,user_identity,request_params,response', `d1,2020-10-01T09:30:00Z,unityCatalog,getTable,${quoted({email: 'ann@example.com'})},${quoted({full_name_arg: 'crm.customers'})},${quoted({status_code: 200})}`),
};

test('each is known, read, and counted', async t => {
	const investigation = await load(t, files);
	t.deepEqual(Object.fromEntries(investigation.sources.map(({path, format, records: {kept, rejected}}) => [path.split('/').at(-1), [format, kept, rejected]])), {
		'portal.csv': ['m365-audit', 3, 0], 'purview.csv': ['m365-audit', 1, 0], 'items.csv': ['m365-ediscovery', 1, 0], 'lake.ndjson': ['m365-audit', 1, 0], 'bundle.json': ['fhir-auditevent', 2, 0], 'one.json': ['fhir-auditevent', 1, 0],
		'single.json': ['okta', 1, 0], 'splunk.json': ['okta', 2, 0], 'channel.json': ['salesforce-realtime', 1, 0], 'sink.ndjson': ['gcp-audit', 1, 0], 'audit.csv': ['databricks', 1, 0],
	});
	const events = await investigation.events({filter: everything, offset: 0, limit: 50});
	const of = (name: string) => events.filter(({source}) => source.endsWith(name));
	t.like(of('portal.csv').find(({employee}) => employee === 'bob@example.com'), {activity: 'export', at: 1_601_544_660_000_000});
	t.like(of('lake.ndjson')[0], {employee: 'ann@example.com', activity: 'read', ip: '192.0.2.1', system: 'SharePoint'});
	t.like(of('items.csv')[0], {employee: 'Ann', customers: ['bob@example.com', 'eve@example.com'], resource: 'Hello'});
	t.like(of('one.json')[0], {employee: 'ann', customers: ['Patient/C1']});
	t.like(of('splunk.json')[0], {employee: 'ann@example.com', activity: 'login', customers: ['bob@example.com']});
	t.like(of('channel.json')[0], {action: 'ListViewEventStream', activity: 'list', customers: ['003A']});
	t.like(of('sink.ndjson')[0], {activity: 'read', dataTypes: ['email'], at: 1_601_544_600_123_000});
	t.like(of('audit.csv')[0], {employee: 'ann@example.com', resource: 'crm.customers', outcome: 'success'});
	for (const {row} of events) {
		t.like(await investigation.record(row), {agrees: true});
	}
});

test('a log of one\'s own that only resembles a format is not taken for it', async t => {
	const own = ['C1', 'C2'].map(customer => `${JSON.stringify({created_at: '2020-10-01T09:30:00Z', actor: 'E0042', action: 'customer.view', customer_id: customer})}\n`).join('');
	const investigation = await load(t, {'own.ndjson': own});
	t.like(investigation.sources[0], {format: 'ndjson', records: {kept: 2}});
	t.is((await investigation.totals({filter: asked({})})).totals.customers, 2);
});
