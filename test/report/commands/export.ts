import test from 'ava';
import {exportCaseFile} from '../../../source/report/commands/export.ts';
import type {ExportRequest} from '../../../source/investigation/investigation.ts';
import {fakeCall, sampleInvestigation} from '../../helpers/fake-call.ts';

test('an export asks for the whole question and prints how to check it', async t => {
	const asked: ExportRequest[] = [];
	const {call, requests, out} = fakeCall(['export', 'crm.csv', '--employee', 'E0042', '--reason', 'report 7', '--investigator', 'J. Rivera', '--output', 'case file'], {
		investigation: {...sampleInvestigation, async export(request) {
			asked.push(request);
			return sampleInvestigation.export(request);
		}},
	});
	t.is(await exportCaseFile(call), 0);
	t.deepEqual([asked[0]!.reason, asked[0]!.investigator, asked[0]!.directory], ['report 7', 'J. Rivera', 'case file']);
	t.is(requests[0]!.only, undefined);
	t.true(out().includes('whosaw verify \'case file\''));
	t.true(out().includes('customers  3'));
	t.true(out().includes('NOT REVIEWED'));
});
