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

test('of more reasons than can be listed the most frequent are, in order, and the others are counted', async t => {
	const broken = Array.from({length: 5000}, (_, index) => `never-${index},E0042,C1001`);
	const good = Array.from({length: 1000}, (_, index) => `2020-10-03T14:00:00Z,E0042,C${index}`);
	const text = ['time,employee,customer', ...good, ...broken, 'never-4321,E0042,C1001', 'never-4999,E0042,C1001', 'never-4999,E0042,C1002', ''].join('\n');
	const investigation = await openInvestigation({paths: [temporaryFile(t, 'broken.csv', text)]});
	t.teardown(async () => investigation.close());
	const [{rejections, records}] = investigation.sources as [typeof investigation.sources[number]];
	t.is(records.rejected, 5003);
	t.is(rejections.reduce((sum, group) => sum + group.records, 0), 5003);
	t.is(rejections.length, 1001);
	t.deepEqual(rejections.slice(0, 3).map(group => [group.records, group.first.record]), [[3, 6000], [2, 5322], [1, 1001]]);
	t.deepEqual([rejections.at(-1)!.reason, rejections.at(-1)!.records, rejections.at(-1)!.first.record], ['4000 more reasons', 4000, 1999]);
});
