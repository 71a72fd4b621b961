import test from 'ava';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

test('a JSON file of which every record was rejected is not said to be empty, and an empty one is', async t => {
	const said = async (text: string): Promise<string> => {
		const investigation = await openInvestigation({paths: [temporaryFile(t, 'all.json', text)]});
		t.teardown(async () => investigation.close());
		const [{format, why, records}] = investigation.sources as [typeof investigation.sources[number]];
		return `${format}: ${why} (${records.read} read, ${records.rejected} rejected)`;
	};

	t.is(await said('[{"time": broken}, {"x" 1}]'), 'json: all 2 records were rejected (2 read, 2 rejected)');
	t.is(await said('[{"time": broken}]'), 'json: its one record was rejected (1 read, 1 rejected)');
	t.is(await said('[]'), 'json: there is nothing in it (0 read, 0 rejected)');
});
