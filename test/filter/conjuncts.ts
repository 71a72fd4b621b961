import test from 'ava';
import {chips, timeLabel} from '../../source/filter/chips.ts';
import {conjuncts, exactly, fieldsUsed, timeBounds, without, withNot, withOnly, withoutField, withTime} from '../../source/filter/conjuncts.ts';
import {combineFilters} from '../../source/filter/build.ts';
import {everything, type Filter, type FilterField} from '../../source/filter/filter.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {printFilter} from '../../source/filter/print.ts';

const parse = (text: string): Filter => parseFilter(text, {displayTimezone: 'UTC'});
const only = (text: string, field: FilterField, value: string): string => printFilter(withOnly(parse(text), field, value));
const not = (text: string, field: FilterField, value: string): string => printFilter(withNot(parse(text), field, value));
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) * 1000;

test('chips are the conjuncts, in order, with their group and a short label', t => {
	const shown = chips(parse('employee:(E0042 OR E0107) data:email time:2020-10-01..2020-10-24 NOT system:batch country:GB activity:export team:(a OR b) (team:a OR data:name) "x y"'));
	t.deepEqual(shown.map(({group, label}) => `${group} ${label}`), [
		'WHO E0042 OR E0107', 'WHAT email', 'WHEN 2020-10-01..24', 'OTHER not system batch', 'OTHER country GB', 'WHAT activity export', 'WHO team (a OR b)', 'OTHER team:a OR data:name', 'OTHER "x y"',
	]);
	t.is(shown[0]?.text, 'employee:(E0042 OR E0107)');
	t.deepEqual(chips(everything), []);
});

test('the text of every chip parses to its filter', t => {
	for (const {text, filter} of chips(parse('employee:("a b" OR C*) NOT (team:x OR y) time:2020-10-01.. count:>5 ip:10.0.0.0/8'))) {
		t.deepEqual(parse(text), filter);
	}
});

test('times are labelled as people write them, in the display zone', t => {
	t.is(timeLabel({from: day('2020-10-01'), to: day('2020-10-02')}, 'UTC'), '2020-10-01');
	t.is(timeLabel({from: day('2020-10-01'), to: day('2020-11-03')}, 'UTC'), '2020-10-01..2020-11-02');
	t.is(timeLabel({from: day('2020-10-01')}, 'UTC'), '2020-10-01..');
	t.is(timeLabel({to: day('2020-10-25')}, 'UTC'), '..2020-10-24');
	t.is(timeLabel({from: day('2020-10-01'), to: day('2020-10-02')}, 'Asia/Kolkata'), '2020-10-01 05:30..2020-10-02 05:30');
});

test('only this value replaces what was said about the field, and stands beside the rest', t => {
	t.is(only('', 'employee', 'E0042'), 'employee:E0042');
	t.is(only('employee:(A OR B) data:email', 'employee', 'C'), 'employee:C data:email');
	t.is(only('data:email NOT employee:A', 'employee', 'C'), 'data:email employee:C');
	t.is(only('(employee:A OR team:b)', 'employee', 'C'), '(employee:A OR team:b) employee:C');
	t.is(only('employee:A', 'employee', 'Jane@Example.com'), 'employee:jane@example.com');
	t.is(only('', 'resource', 'a* "b"'), String.raw`resource:"a* \"b\""`);
	t.is(only('', 'team', ''), 'NOT team:*');
});

test('not this value is added once, and a chip that asked for it goes', t => {
	t.is(not('data:email', 'employee', 'A'), 'data:email NOT employee:A');
	t.is(not('employee:A data:email', 'employee', 'A'), 'data:email NOT employee:A');
	t.is(not('NOT employee:A', 'employee', 'A'), 'NOT employee:A');
	t.is(not('employee:(A OR B)', 'employee', 'A'), 'employee:(A OR B) NOT employee:A');
	t.is(not('', 'team', ''), 'team:*');
});

test('a value that the field cannot have is refused', t => {
	t.throws(() => exactly('ip', 'nowhere'), {name: 'ExpectedError'});
	t.throws(() => exactly('time', 'last 7 days'), {name: 'ExpectedError'});
	t.deepEqual(exactly('data', 'Loyalty'), parse('data:"Loyalty"'));
});

test('a chip, or all chips of a field, can go', t => {
	const filter = parse('employee:A NOT employee:B data:email');
	t.is(printFilter(without(filter, 1)), 'employee:A data:email');
	t.is(printFilter(without(filter, 9)), printFilter(filter));
	t.is(printFilter(withoutField(filter, 'employee')), 'data:email');
	t.is(printFilter(without(parse('team:a'), 0)), '');
	t.deepEqual(conjuncts(everything), []);
	t.is(conjuncts(filter).length, 3);
});

test('a range of time takes the place of the one before', t => {
	const filter = withTime(parse('time:2020-10 data:email'), {from: day('2020-10-01')});
	t.is(printFilter(filter), 'time:[2020-10-01T00:00:00Z TO *) data:email');
	t.is(printFilter(withTime(filter, {})), 'data:email');
});

test('the bounds of time are those that nothing outside can match', t => {
	t.deepEqual(timeBounds(parse('time:2020-10 time:2020-10-24.. data:email')), {from: day('2020-10-24'), to: day('2020-11-01')});
	t.deepEqual(timeBounds(parse('time:(2020-10-01 OR 2020-10-05)')), {from: day('2020-10-01'), to: day('2020-10-06')});
	t.deepEqual(timeBounds(parse('time:2020-10-01 OR data:email')), {});
	t.deepEqual(timeBounds(parse('NOT time:2020-10')), {});
	t.deepEqual(timeBounds(parse('..')), {});
});

test('fields are told once each, and filters combine', t => {
	t.deepEqual(fieldsUsed(parse('data:email (team:a OR NOT employee:b) x data:name')), ['employee', 'team', 'data', 'text']);
	t.is(printFilter(combineFilters(parse('team:a data:email'), everything, parse('data:email OR *'), parse('team:b team:a'))), 'team:a data:email team:b');
});

test('several values of a field make one chip, and leave one chip out', t => {
	const filter = parse('data:email');
	t.is(printFilter(withOnly(filter, 'employee', 'E0042', 'E0107')), 'data:email employee:(E0042 OR E0107)');
	t.is(printFilter(withNot(parse('employee:E0042 data:email'), 'employee', 'E0042', 'E0107')), 'data:email NOT employee:(E0042 OR E0107)');
});
