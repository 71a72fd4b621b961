import test from 'ava';
import fc from 'fast-check';
import {gapsOf} from '../../../source/terminal/app/coverage-gaps.ts';
import {cpuTime} from '../../helpers/cpu-time.ts';

const systemOf = (days: readonly number[], index: number) => ({system: `s${index}`, days, events: days.map(() => 1)});

const rising = fc.uniqueArray(fc.integer({min: 100, max: 125}), {maxLength: 20}).map(days => days.toSorted((a, b) => a - b));

test('gaps are what a look at every day of every system finds', t => {
	fc.assert(fc.property(fc.array(rising, {minLength: 1, maxLength: 4}), fc.integer({min: 95, max: 130}), fc.nat(12), (lists, first, length) => {
		const systems = lists.map((days, index) => systemOf(days, index));
		const all = lists.flat();
		const lacking = (day: number): readonly string[] => day < Math.min(...all) || day > Math.max(...all) ? [] : systems.filter(({days}) => !days.includes(day)).map(({system}) => system);
		const days = Array.from({length: length + 1}, (_, index) => first + index);
		const gaps = gapsOf(systems);
		t.is(gaps.size, Array.from({length: 26}, (_, index) => 100 + index).filter(day => lacking(day).length > 0).length);
		t.is(gaps.within({first, last: first + length}), days.filter(day => lacking(day).length > 0).length);
		t.deepEqual(gaps.silent({first, last: first + length}), [...new Set(days.flatMap(day => lacking(day)))]);
	}), {numRuns: 500});
});

test('a record of a wrong century costs nothing', t => {
	const systems = Array.from({length: 30}, (_, index) => systemOf([-700_000, ...Array.from({length: 300}, (_each, day) => 18_000 + day + index), 2_900_000], index));
	const work = cpuTime(() => {
		const gaps = gapsOf(systems);
		t.is(gaps.within({first: 0, last: 999}), 1000);
		t.is(gaps.size, 3_600_001 - 2 - 271);
	});
	t.true(work < 100, `${work} ms`);
});
