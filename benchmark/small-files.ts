import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {cli, interleave, runNode} from './measure.ts';
import {runAlone, timeResult, type Result} from './results.ts';

/*
Days of CloudTrail are thousands of files of a few records each. They are looked at, hashed and accounted for one by one, and may take twice as long
as one file of the same records.
*/

const files = 10_000;
const recordsEach = 6;
const people = ['ada.lovelace', 'grace.hopper', 'mary.shelley', 'alan.turing'];

const record = (n: number): unknown => ({
	eventVersion: '1.08', userIdentity: {type: 'IAMUser', arn: `arn:aws:iam::123456789012:user/${people[n % people.length]!}`, accountId: '123456789012', userName: people[n % people.length]},
	eventTime: `${new Date(Date.UTC(2026, 2, 1) + n * 13_000).toISOString().slice(0, 19)}Z`, eventSource: 's3.amazonaws.com', eventName: n % 7 === 0 ? 'PutObject' : 'GetObject', awsRegion: 'eu-west-1',
	sourceIPAddress: `192.0.2.${n % 250}`, userAgent: 'aws-cli/2.1', requestParameters: {bucketName: `customers-${n % 50}`, key: `orders/${n % 3000}.json`}, responseElements: null,
	requestID: `R${n}`, eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, readOnly: true,
	resources: [{type: 'AWS::S3::Object', ARN: `arn:aws:s3:::customers-${n % 50}/orders/${n % 3000}.json`}], eventType: 'AwsApiCall', recipientAccountId: '123456789012',
});

const total = (output: string): string => /^[\d,]+ sources?: (?<total>[\d,]+ read = .*)$/m.exec(output)!.groups!['total']!;

export const smallFiles = async (): Promise<readonly Result[]> => {
	const root = await mkdtemp(join(tmpdir(), 'whosaw-benchmark-'));
	try {
		const folder = join(root, 'days');
		const one = join(root, 'one.json');
		await mkdir(folder);
		const records = Array.from({length: files * recordsEach}, (_, n) => record(n));
		await writeFile(one, JSON.stringify({Records: records}));
		for (let at = 0; at < files; at++) {
			await writeFile(join(folder, `123456789012_CloudTrail_eu-west-1_${String(at).padStart(6, '0')}.json`), JSON.stringify({Records: records.slice(at * recordsEach, (at + 1) * recordsEach)}));
		}

		const {ours, yardstick} = await interleave({ours: async () => runNode(cli, 'sources', folder), yardstick: async () => runNode(cli, 'sources', one)}, 3);
		if (total(ours.output) !== total(yardstick.output)) {
			throw new Error(`the accounts differ: ${total(ours.output)} and ${total(yardstick.output)}`);
		}

		return [timeResult(`small files: ${files} of ${recordsEach} records against one file`, [ours, yardstick], 2)];
	} finally {
		await rm(root, {recursive: true});
	}
};

await runAlone(import.meta.url, smallFiles);
