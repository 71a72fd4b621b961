import test from 'ava';
import {csv, everything, load} from '../helpers/loading.ts';

const office = (...times: readonly string[]): string => csv(
	'"TimeGenerated [UTC]",OfficeWorkload,RecordType,Operation,UserId,OfficeId,"Start_Time [UTC]",MailboxOwnerUPN,Type',
	...times.map((time, at) => `"${time}",Exchange,ExchangeItem,MailItemsAccessed,ann@example.com,o${at},"${time}",bob@example.com,OfficeActivity`),
);

test('a table that the portal of Log Analytics exported has its times below names of its own', async t => {
	const azure = csv('"TimeGenerated [UTC]",OperationNameValue,ResourceId,Caller,CallerIpAddress', '"9/20/2023, 4:05:03.250 PM",MICROSOFT.STORAGE/READ,/subscriptions/1/vault,ann@example.com,192.0.2.1');
	for (const [text, format] of [[office('9/20/2023, 4:05:03.250 PM'), 'm365-audit'], [azure, 'azure-activity'], [office('2023-09-20T16:05:03.25Z'), 'm365-audit']] as const) {
		const investigation = await load(t, {'query.csv': text});
		t.is(investigation.sources[0]!.format, format);
		const [event] = await investigation.events({filter: everything, offset: 0, limit: 5});
		t.deepEqual([new Date(event!.at / 1000).toISOString(), event!.employee], ['2023-09-20T16:05:03.250Z', 'ann@example.com']);
		t.true((await investigation.record(event!.row)).agrees);
	}
});

test('which number of such a date is the day is asked where the export does not say', async t => {
	const error = await t.throwsAsync(load(t, {'query.csv': office('9/10/2023, 4:05:03.000 AM')}));
	t.true(error!.message.includes('two ways'), error!.message);
});
