import test from 'ava';
import {filterFromFlags, type FilterFlags} from '../../source/filter/from-flags.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {printFilter} from '../../source/filter/print.ts';

const context = {displayTimezone: 'UTC'};
const text = (flags: FilterFlags, displayTimezone = 'UTC'): string => printFilter(filterFromFlags(flags, {displayTimezone}));

test('flags make the same tree as the text', t => {
	const flags = {employee: ['E0042'], dataType: ['email'], from: '2020-10-01', to: '2020-10-24'};
	t.deepEqual(filterFromFlags(flags, context), parseFilter('employee:E0042 data:email time:2020-10-01..2020-10-24', context));
});

test('one flag several times means any of them, and different flags mean all', t => {
	t.is(text({employee: ['A', 'B', 'A'], customer: ['C1*'], activity: ['export'], country: ['uk', 'ie'], system: ['crm']}), 'employee:(A OR B) customer:C1* activity:export country:(GB OR IE) system:crm');
});

test('only the two wildcards are special in the value of a flag', t => {
	t.is(text({employee: ['jane "j" (doe) OR x:y AND \\']}), String.raw`employee:"jane \"j\" (doe) OR x:y AND \\"`);
	t.is(text({customer: ['-C 1*']}), 'customer:"-C 1"*');
	t.is(text({employee: ['*']}), 'employee:*');
});

test('no flag is everything, and an empty value is wrong usage', t => {
	t.is(text({}), '');
	t.is(text({employee: [], filter: ' '}), '');
	t.throws(() => text({employee: ['']}), {message: /--employee: this value is empty/});
});

test('a day that ends the range is in it, in the display zone; a moment is not', t => {
	t.is(text({to: '2020-10-24'}, 'Europe/London'), 'time:[* TO 2020-10-24T23:00:00Z)');
	t.is(text({from: '2020-10-01T09:00Z', to: '2020-10-01T17:00Z'}), 'time:[2020-10-01T09:00:00Z TO 2020-10-01T17:00:00Z)');
	t.is(text({from: '2020-10', to: '2020-10'}), 'time:[2020-10-01T00:00:00Z TO 2020-11-01T00:00:00Z)');
});

test('--filter stands beside the flags', t => {
	t.is(text({employee: ['A'], filter: 'team:a OR team:b'}), 'employee:A team:(a OR b)');
	t.is(text({employee: ['A'], filter: 'employee:A data:email'}), 'employee:A data:email');
});

test('a mistake names its flag', t => {
	t.throws(() => text({activity: ['exprt']}), {message: '--activity: no activity "exprt"; did you mean export?'});
	t.throws(() => text({from: 'soon'}), {message: /^--from: time not understood/});
	t.throws(() => text({from: '2020-10-02', to: '2020-10-01'}), {message: /^--from and --to: .*ends before it begins/});
	const error = t.throws(() => text({dataType: ['emial']}), {message: /^--data-type: .*did you mean email\?/});
	t.is((error as {exitCode?: unknown}).exitCode, 2);
});
