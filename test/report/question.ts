import test from 'ava';
import {printFilter} from '../../source/filter/print.ts';
import type {OptionName} from '../../source/options.ts';
import {flagsOf, type Flags} from '../../source/options/flags.ts';
import {formatInstant} from '../../source/records/instant.ts';
import {timeBounds} from '../../source/filter/conjuncts.ts';
import {questionOf, questionText} from '../../source/report/question.ts';

const flags = (given: Partial<Record<OptionName, readonly string[]>>): Flags =>
	flagsOf({command: 'report', given: new Map(Object.entries(given) as Array<[string, readonly string[]]>), environment: {}});

const said = flags({filter: ['activity:read'], employee: ['E0042', 'E0107'], from: ['2020-10-01'], to: ['2020-10-24']});

test('the flags and the filter are one question, parsed before anything is loaded', t => {
	const {filter} = questionOf(said);
	t.is(printFilter(filter!), 'employee:(E0042 OR E0107) time:[2020-10-01T00:00:00Z TO 2020-10-25T00:00:00Z) activity:read');
	t.is(questionText(said), printFilter(filter!));
});

test('a question that counts back from the newest event waits for the load', t => {
	const question = questionOf(flags({filter: ['time:"last 7 days"'], employee: ['E0042']}));
	t.is(question.filter, undefined);
	t.regex(printFilter(question.resolve(Date.parse('2020-10-24T00:00:00Z') * 1000)), /^employee:E0042 time:\[2020-10-17/);
	t.is(questionText(flags({filter: ['time:"last 7 days"'], employee: ['E0042']})), 'employee:E0042 (time:"last 7 days")');
});

test('days break in the display zone', t => {
	const {filter} = questionOf(flags({from: ['2020-10-01'], 'display-timezone': ['America/Toronto']}));
	t.is(formatInstant(timeBounds(filter!).from!), '2020-10-01T04:00:00Z');
});

test('the window of a question is what all of it is bound to', t => {
	const window = timeBounds(questionOf(flags({filter: ['time:2020-10 time:2020-10-20.. data:email']})).filter!);
	t.deepEqual([formatInstant(window.from!), formatInstant(window.to!)], ['2020-10-20T00:00:00Z', '2020-11-01T00:00:00Z']);
	t.deepEqual(timeBounds(questionOf(flags({filter: ['time:2020-10 OR data:email']})).filter!), {});
	t.deepEqual(timeBounds(questionOf(flags({})).filter!), {});
});

test('an unknown display zone is wrong usage', t => {
	t.throws(() => questionOf(flags({'display-timezone': ['Mars/Olympus']})), {message: /Mars\/Olympus/});
});
