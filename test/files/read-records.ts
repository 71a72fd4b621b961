import test from 'ava';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {readRecords} from '../../source/files/read-records.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

test('records are found whole wherever a stretch of bytes ends, and others have their turn meanwhile', async t => {
	const lines = Array.from({length: 3000}, (_, index) => JSON.stringify({time: '2020-10-03T14:03:11Z', user: `E${index}`, note: '漢é'.repeat((index * 37) % 400), long: index % 1000 === 7 ? 'x'.repeat(400_000) : ''}));
	for (const [name, text] of [['lines.ndjson', lines.map(line => `${line}\n`).join('')], ['array.json', `[\n${lines.join(',\n')}\n]\n`]] as const) {
		const bytes = Buffer.from(text);
		const location = temporaryFile(t, name, bytes);
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		const found: string[] = [];
		for await (const record of readRecords(await prepareFile(name, location))) {
			found.push(record.text);
			if (!record.bytes.equals(bytes.subarray(record.offset, record.offset + record.bytes.length))) {
				t.fail(`record ${record.record} of ${name} is not at ${record.offset}`);
			}
		}

		clearInterval(timer);
		t.deepEqual(found.map(one => JSON.parse(one) as unknown), lines.map(line => JSON.parse(line) as unknown));
		t.true(turns > 0);
	}
});
