import test from 'ava';
import {formats} from '../../source/formats/formats.ts';
import type {EventRow} from '../../source/records/answer.ts';
import {parseObject} from '../../source/files/sample-records.ts';
import {everything, load} from './loading.ts';

type Fixture = {
	readonly title: string;
	/** Invented records, in the order of their times. */
	readonly records: readonly object[];
	readonly expected: ReadonlyArray<Partial<EventRow>>;
	/** The first record as it comes without a time. */
	readonly timeless: object;
	/** Whether records carry an id by which a copy is known. */
	readonly copies: 'known' | 'unknown';
};

/**
Loads the records as lines, and once more as a mess: line ends of Windows, a blank line, a torn record, one without a time, and the first
record twice. Everything is accounted for, both readers agree, and no other format claims the records.
*/
export const testFormat = (name: string, {title, records, expected, timeless, copies}: Fixture): void => {
	test(title, async t => {
		const lines = records.map(record => JSON.stringify(record));
		const [one = ''] = lines;
		const mess = [one, '', one.slice(0, one.length / 2), JSON.stringify(timeless), one].map(line => `${line}\r\n`).join('');
		const investigation = await load(t, {export: lines.map(line => `${line}\n`).join(''), mess});
		t.deepEqual(investigation.sources.map(({format, records: counts}) => [format, counts]), [
			[name, {read: records.length, kept: records.length, duplicate: 0, rejected: 0}],
			[name, copies === 'known' ? {read: 4, kept: 0, duplicate: 2, rejected: 2} : {read: 4, kept: 2, duplicate: 0, rejected: 2}],
		]);
		const events = (await investigation.events({filter: everything, offset: 0, limit: 20})).filter(({source}) => source.endsWith('export'));
		t.is(events.length, expected.length);
		for (const [at, event] of events.entries()) {
			t.like(event, expected[at]!);
			t.like(await investigation.record(event.row), {agrees: true});
		}

		const rows = lines.flatMap(line => parseObject(line) ?? []) as ReadonlyArray<Readonly<Record<string, unknown>>>;
		t.deepEqual(formats.filter(format => format.detect({kind: 'json', rows}) > 0).map(format => format.name), [name]);
	});
};
