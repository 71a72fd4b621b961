import test from 'ava';
import fc from 'fast-check';
import {trimmed} from '../../source/records/evaluate-expression.ts';
import type {TimeStyle} from '../../source/records/field-expression.ts';
import {parseTime} from '../../source/records/parse-time.ts';
import {compileTime, inRange, placeInZone, withTime} from '../../source/store/compile-time.ts';
import {openDatabase, type Session} from '../../source/store/database.ts';
import {identifier, sql} from '../../source/store/sql.ts';
import {timeStyles, timeTexts} from '../helpers/time-texts.ts';

/** One understanding of a time, from either reader. */
type Reading = readonly [text: string, at: number | undefined, ambiguous: boolean, naive: boolean, gap: boolean];

const bySql = async (session: Session, texts: readonly string[], {style, zone}: {readonly style: TimeStyle; readonly zone: string}): Promise<readonly Reading[]> => {
	await session.run(sql`create or replace table given (i bigint, x varchar)`);
	await session.append('given', texts.map((text, index) => [BigInt(index), text]));
	const {at, ambiguous} = placeInZone(identifier('local'), identifier('shift'), zone);
	const rows = await session.all(sql`select x, ${inRange(identifier('t0'))} as t, t0 is null and local is not null as gap, ambiguous, shift is null as naive
		from (select *, ${at} as t0, ${ambiguous} as ambiguous from (${withTime(sql`given`, sql`i, x`, compileTime(sql`x`, style))})) order by i`);
	return rows.map(row => row['t'] === null
		? [row['x'] as string, undefined, false, false, row['gap'] as boolean]
		: [row['x'] as string, Number(row['t']), row['ambiguous'] as boolean, row['naive'] as boolean, false]);
};

const byParser = (texts: readonly string[], {style, zone}: {readonly style: TimeStyle; readonly zone: string}): readonly Reading[] => texts.map(text => {
	const parsed = parseTime(text, style, zone);
	return 'at' in parsed ? [text, parsed.at, parsed.ambiguous, parsed.naive, false] : [text, undefined, false, false, parsed.problem === 'gap'];
});

const zones = ['UTC', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo'];

for (const zone of zones) {
	test(`both readers understand times alike in ${zone}`, async t => {
		const database = await openDatabase();
		const session = await database.open();
		for (const style of timeStyles) {
			const texts = fc.sample(timeTexts(style), 400).map(text => trimmed(text)).filter(text => text !== '');
			const [expected, actual] = [byParser(texts, {style, zone}), await bySql(session, texts, {style, zone})];
			const different = actual.filter((reading, index) => JSON.stringify(reading) !== JSON.stringify(expected[index]));
			t.deepEqual(different, expected.filter((reading, index) => JSON.stringify(reading) !== JSON.stringify(actual[index])), `${JSON.stringify(style)} in ${zone}`);
		}

		session.close();
		database.close();
	});
}

test('both readers agree around every change of the clocks', async t => {
	const database = await openDatabase();
	const session = await database.open();
	const nights: ReadonlyArray<readonly [string, readonly string[]]> = [
		['America/Los_Angeles', ['2020-03-08', '2020-11-01']], ['Europe/Berlin', ['2020-03-29', '2020-10-25']], ['Australia/Lord_Howe', ['2020-04-05', '2020-10-04']],
		['Pacific/Apia', ['2011-12-29', '2011-12-30', '2011-12-31']], ['Africa/Casablanca', ['2020-04-19', '2020-05-31']], ['America/Sao_Paulo', ['2018-02-17', '2018-02-18', '2018-11-04']],
	];
	const style = {kind: 'iso'} as const;
	const kinds = new Set<string>();
	for (const [zone, days] of nights) {
		const texts = days.flatMap(day => Array.from({length: 24 * 12}, (_, index) => `${day} ${String(Math.floor(index / 12)).padStart(2, '0')}:${String((index % 12) * 5).padStart(2, '0')}:00`));
		const expected = byParser(texts, {style, zone});
		t.deepEqual(await bySql(session, texts, {style, zone}), expected, zone);
		for (const reading of expected) {
			kinds.add(reading[4] ? 'gap' : (reading[2] ? 'overlap' : 'once'));
		}
	}

	t.deepEqual([...kinds].toSorted(), ['gap', 'once', 'overlap']);
	session.close();
	database.close();
});
