import test from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {checkFilter, needsNewest, parseFilter} from '../../source/filter/parse.ts';
import {cpuTime} from '../helpers/cpu-time.ts';

const context = {displayTimezone: 'UTC'};

/** The mistake in a text, as the command line shows it. */
const mistakeIn = (text: string): ExpectedError => {
	try {
		parseFilter(text, context);
	} catch (error) {
		if (error instanceof ExpectedError) {
			return error;
		}

		throw error;
	}

	throw new Error(`no mistake in ${text.slice(0, 80)}`);
};

test('an unknown field is answered with its place, the nearest name and what was understood', t => {
	const error = mistakeIn('data:email AND emploee:E0042');
	t.is(error.message, 'no field "emploee"; did you mean employee? (column 16 of the filter)');
	t.is(error.where, 'column 16\n  data:email AND emploee:E0042\n                 ^');
	t.regex(error.next ?? '', /understood so far: data:email$/);
	t.is(error.exitCode, 2);
});

test('words of other tools lead to the field that is meant', t => {
	t.regex(mistakeIn('user:x').message, /no field "user"; did you mean employee\?/);
	t.regex(mistakeIn('date:2020').message, /did you mean time\?/);
	t.regex(mistakeIn('https://x').next ?? '', /put it in quotes/);
	t.regex(mistakeIn('__proto__:x').message, /no field "__proto__"/);
});

/** Text, offset of the mistake, and what is said. */
const unfinished: ReadonlyArray<readonly [string, number, RegExp]> = [
	['a AND', 2, /AND has nothing after it/],
	['a OR ', 2, /OR has nothing after it/],
	['a OR AND b', 5, /AND has nothing before it/],
	['AND a', 0, /AND has nothing before it/],
	['OR', 0, /OR has nothing before it/],
	['a NOT', 2, /NOT has nothing after it/],
	['NOT AND', 0, /NOT has nothing after it/],
	['a -', 2, /- has nothing after it/],
	['a - b', 2, /- stands alone/],
	['"abc', 0, /quote is not closed/],
	['team:"abc\\"', 5, /quote is not closed/],
	['team:a"b', 6, /quote is not closed/],
	['(a', 0, /bracket is not closed/],
	['a (b (c)', 2, /bracket is not closed/],
	['team:(a OR b', 5, /bracket is not closed/],
	['a)', 1, /bracket closes nothing/],
	['()', 0, /nothing stands between/],
	['team:()', 5, /nothing stands between/],
	['a team:', 2, /team: has no value/],
	['team: a', 0, /team: has no value/],
	['team:(a OR)', 8, /OR has nothing after it/],
	['resource:a[0]', 10, /square bracket/],
	['(a]', 2, /square bracket/],
	['time:[2020-10-01 TO 2020-10-02', 5, /range is not understood or not closed/],
	['time:[2020-10-01]', 5, /range is not understood/],
	['time:[2020-10-01 TO nonsense]', 20, /time not understood: "nonsense"/],
	['time:2020-10-01..nonsense', 17, /time not understood: "nonsense"/],
	['employee:[a TO b]', 9, /employee takes no range/],
	['employee:""', 9, /value is empty/],
	['count:many', 6, /"many" is not a whole number/],
	['count:>=', 6, /not a whole number/],
	['count:20..10', 6, /ends before it begins/],
	['count:1*', 6, /count takes no wildcards/],
	['count:99999999999999999', 6, /not a whole number/],
	['leaked:maybe', 7, /true or false/],
	['outcome:sucess', 8, /did you mean success/],
	['support:suported', 8, /did you mean supported/],
	['wild*card', 0, /bare text takes no wildcards/],
	['x nofield:(a b)', 2, /no field "nofield"/],
];

test('what is unfinished or wrong is an error at its place', t => {
	for (const [text, offset, message] of unfinished) {
		const checked = checkFilter(text, context);
		const error = 'error' in checked ? checked.error : undefined;
		t.regex(error?.message ?? 'no mistake', message, text);
		t.is(error?.offset, offset, text);
		t.is(mistakeIn(text).exitCode, 2);
	}
});

test('the caret stands below wide characters, and what is hidden is not printed', t => {
	const error = mistakeIn('"日本" a\u202E\u001B[31m zz:1');
	t.is(error.message.includes('\u001B'), false);
	t.is(error.where?.includes('\u001B'), false);
	t.is(error.where?.includes('\u202E'), false);
	t.is(mistakeIn('日本 zz:1').where, 'column 4\n  日本 zz:1\n       ^');
	t.false(mistakeIn('count:\u001B[2J').message.includes('\u001B'));
	t.false(mistakeIn('count:"\u001B"').message.includes('\u001B'));
});

test('a long filter shows only what surrounds the mistake', t => {
	const error = mistakeIn(`${'team:a '.repeat(1000)}zz:1 ${'team:b '.repeat(1000)}`);
	t.true((error.where?.length ?? 0) < 200);
	t.true((error.next?.length ?? 0) < 500);
});

const inputs: ReadonlyArray<readonly [string, string]> = [
	['brackets inside each other', `${'('.repeat(5000)}a${')'.repeat(5000)}`],
	['open brackets', '('.repeat(10_000)],
	['closing brackets', ')'.repeat(10_000)],
	['brackets of fields', 'team:('.repeat(1700)],
	['dashes', '-'.repeat(10_000)],
	['NOT', 'NOT '.repeat(2500)],
	['quotes', '"'.repeat(9999)],
	['backslashes in quotes', `"${'\\'.repeat(9999)}`],
	['OR', 'a OR '.repeat(2000)],
	['a name that never ends', `${'a'.repeat(10_000)}:`],
	['square brackets', 'time:['.repeat(1700)],
	['wildcards in a field without', `count:${'*?'.repeat(5000)}`],
];

test('10,000 characters of nonsense and 5,000 brackets are answered with an error, at once', t => {
	for (const [name, text] of inputs) {
		t.true(cpuTime(() => {
			t.true(mistakeIn(text).message.length < 400, name);
			t.false(needsNewest(text));
		}) < 2000, name);
	}
});

test('10,000 characters of sense are parsed', t => {
	t.notThrows(() => parseFilter(`team:(${Array.from({length: 2000}, (_, index) => `t${index}`).join(' OR ')})`, context));
	t.notThrows(() => parseFilter('a'.repeat(10_000), context));
	t.notThrows(() => parseFilter(`${'--'.repeat(5000)}a`, context));
	t.notThrows(() => parseFilter(`system:${'*?a'.repeat(3000)}`, context));
	t.notThrows(() => parseFilter(`${'('.repeat(100)}a${')'.repeat(100)}`, context));
});
