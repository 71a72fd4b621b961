import test from 'ava';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {coverageLines, gapsOf} from '../../../../source/terminal/screens/sources/coverage-lines.ts';

const day = (text: string): number => Date.parse(text) / 86_400_000;

test('gaps are the days without a record, the longest first, at the ends too', t => {
	t.deepEqual(gapsOf([3, 4, 8], {from: 1, to: 8}), [{from: 5, to: 7}, {from: 1, to: 2}]);
	t.deepEqual(gapsOf([1, 2], {from: 1, to: 2}), []);
});

test('days without a record are hatched and named, and never said to be days without access', t => {
	const systems = [{system: 'crm', days: [day('2020-10-01'), day('2020-10-04')], events: [9, 1]}, {days: [day('2020-10-02')], events: [4]}];
	const lines = coverageLines({zone: 'UTC', systems}, 76).map(line => lineText(line).trimEnd());
	t.deepEqual(lines, [
		'2020-10-01 to 2020-10-04, days of UTC. ░ no record: that is not no access.',
		'crm                 █░░▃', '                    no record on 2 days: 2020-10-02 to 2020-10-03',
		'no system named     ░█░░', '                    no record on 3 days: 2020-10-01, 2020-10-03 to', '                    2020-10-04',
	]);
});
