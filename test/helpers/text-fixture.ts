import test from 'ava';
import {formats} from '../../source/formats/formats.ts';
import {firstRecords} from '../../source/files/sample-records.ts';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {claimText} from '../../source/investigation/claim-text.ts';
import {everything, load} from './loading.ts';
import {temporaryFile} from './temporary-files.ts';

type Fixture = {
	readonly title: string;
	/** Invented lines, as they stand in a file. */
	readonly content: string;
	/** What is expected of each record, in the order of their times. */
	readonly expected: readonly object[];
	/** The same format with what goes wrong in real files, and the counts and reasons of it. */
	readonly messy: string;
	readonly counts: {readonly read: number; readonly kept: number; readonly duplicate: number; readonly rejected: number};
	readonly reasons: readonly string[];
};

/** Loads a file without an ending and a messy one: everything is accounted for, both readers agree, and no other format claims the records. */
export const testText = (name: string, {title, content, expected, messy, counts, reasons}: Fixture): void => {
	test.serial(title, async t => {
		const investigation = await load(t, {export: content});
		t.deepEqual(investigation.sources.map(({format, records}) => [format, records]), [[name, {read: expected.length, kept: expected.length, duplicate: 0, rejected: 0}]]);
		const events = await investigation.events({filter: everything, offset: 0, limit: 100});
		t.is(events.length, expected.length);
		for (const [at, event] of events.entries()) {
			t.like({...event, at: new Date(event.at / 1000).toISOString()}, expected[at]!);
			const {agrees, raw, citation} = await investigation.record(event.row);
			t.true(agrees);
			t.is(Buffer.from(content).toString('utf8', citation.offset, citation.offset! + citation.length!), raw);
		}

		const sample = firstRecords(claimText(await prepareFile(temporaryFile(t, 'export', content))), 100)!;
		t.deepEqual(formats.filter(format => format.detect(sample) > 0).map(format => format.name), [name]);
	});

	test.serial(`${title}: what cannot be read is told with its reason`, async t => {
		const {sources: [source]} = await load(t, {export: messy});
		t.like(source, {format: name, records: counts});
		t.deepEqual(source!.rejections.map(({reason}) => reason).toSorted(), reasons.toSorted());
	});
};
