import test from 'ava';
import {sources} from '../../../source/report/commands/sources.ts';
import {fakeCall} from '../../helpers/fake-call.ts';

test('rejected records are listed only when asked for', async t => {
	const [plain, listed, masked] = [fakeCall(['sources', 'crm.csv']), fakeCall(['sources', 'crm.csv', '--rejected']), fakeCall(['sources', 'crm.csv', '--rejected', '--mask'])];
	t.deepEqual(await Promise.all([plain, listed, masked].map(async ({call}) => sources(call))), [0, 0, 0]);
	t.false(plain.out().includes('eve@example.com'));
	t.regex(listed.out(), /record 4, byte 210: time not understood.*\n.*31\/31\/2020,eve@example\.com/);
	t.false(masked.out().includes('eve@example.com'));
});

test('the mapping, the zone and what is assumed of it are said', async t => {
	const {call, out} = fakeCall(['sources', 'crm.csv']);
	await sources(call);
	for (const words of ['time = When', 'employee = Agent', 'zone UTC,', 'assumed', 'GET /api/customers (3 records)', '--overlapping']) {
		t.true(out().includes(words), words);
	}
});
