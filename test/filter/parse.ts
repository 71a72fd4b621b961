import test from 'ava';
import {conjuncts} from '../../source/filter/conjuncts.ts';
import {everything, type Filter} from '../../source/filter/filter.ts';
import {checkFilter, needsNewest, parseFilter} from '../../source/filter/parse.ts';
import {printFilter} from '../../source/filter/print.ts';

const context = {displayTimezone: 'UTC', newest: Date.UTC(2020, 9, 24, 12) * 1000};
const parse = (text: string): Filter => parseFilter(text, context);
const is = (field: string, text: string) => ({kind: 'match', field, test: {kind: 'is', text}});

/** Each text on the left must print as the one on the right. */
const prints = (pairs: ReadonlyArray<readonly [string, string]>) => pairs.map(([text]) => [text, printFilter(parse(text))]);

const isFrozen = (value: unknown): boolean => typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(inner => isFrozen(inner)));

test('the four examples of the design parse to what they say', t => {
	const pairs = [
		['employee:E0042 data:email time:2020-10-01..2020-10-24', 'employee:E0042 data:email time:[2020-10-01T00:00:00Z TO 2020-10-25T00:00:00Z)'],
		['employee:(E0042 OR "jane@example.com") AND activity:export AND NOT reason:*', 'employee:(E0042 OR jane@example.com) activity:export NOT reason:*'],
		['customer:C10* country:GB -system:batch  "free text anywhere in the raw record"', 'customer:C10* country:GB NOT system:batch "free text anywhere in the raw record"'],
		['time:[2020-10-01T09:00Z TO 2020-10-01T17:00Z]   count:>=1000   ip:10.4.0.0/16   leaked:true', 'time:[2020-10-01T09:00:00Z TO 2020-10-01T17:00:00.000001Z) count:>=1000 ip:10.4.0.0/16 leaked:true'],
	] as const;
	t.deepEqual(prints(pairs), pairs.map(pair => [...pair]));
});

test('the tree is frozen data through and through', t => {
	const filter = parse('employee:(E0042 OR C10*) NOT time:2020-10');
	t.true(isFrozen(filter));
	t.deepEqual(parse('employee:E0042 NOT system:batch') as unknown, {kind: 'and', parts: [is('employee', 'E0042'), {kind: 'not', part: is('system', 'batch')}]});
});

test('an empty text is everything', t => {
	t.is(parse(''), everything);
	t.is(parse(' \t\n\u00A0 '), everything);
	t.is(parse('*'), everything);
});

test('NOT binds tighter than AND, and AND tighter than OR', t => {
	const [a, b, c] = [is('team', 'a'), is('team', 'b'), is('team', 'c')];
	t.deepEqual(parse('team:a OR team:b AND team:c') as unknown, {kind: 'or', parts: [a, {kind: 'and', parts: [b, c]}]});
	t.deepEqual(parse('NOT team:a team:b') as unknown, {kind: 'and', parts: [{kind: 'not', part: a}, b]});
	t.deepEqual(parse('team:a team:b OR team:c') as unknown, {kind: 'or', parts: [{kind: 'and', parts: [a, b]}, c]});
	t.deepEqual(parse('(team:a OR team:b) team:c') as unknown, {kind: 'and', parts: [{kind: 'or', parts: [a, b]}, c]});
	t.deepEqual(parse('-(team:a OR team:b)team:c') as unknown, {kind: 'and', parts: [{kind: 'not', part: {kind: 'or', parts: [a, b]}}, c]});
});

test('operators are upper case; in lower case they are words to search for', t => {
	t.is(printFilter(parse('a or b')), 'a or b');
	t.is(conjuncts(parse('a or b')).length, 3);
	t.is(printFilter(parse('ORDER ANDY NOTE')), 'order andy note');
	t.is(printFilter(parse('"AND" "OR"')), 'and or');
	t.is(printFilter(parse('team:AND')), 'team:"AND"');
});

test('a bare value runs to the next blank or bracket and holds what addresses, paths and names hold', t => {
	const values = ['arn:aws:s3:::bucket/key', 'O\'Brien', 'a.b@c', '10:30:00', String.raw`CORP\jdoe`, 'a-b', 'x=1&y=2', '日本語', 'v1..v2', '>5'];
	for (const value of values) {
		t.deepEqual(parse(`(resource:${value})`) as unknown, is('resource', value));
	}
});

test('quotes take anything, and a backslash escapes', t => {
	t.deepEqual(parse(String.raw`resource:"a \"b\" \\ (c) [d] * ? AND x:y"`) as unknown, is('resource', String.raw`a "b" \ (c) [d] * ? AND x:y`));
	t.deepEqual(parse(String.raw`employee:"CORP\jdoe"`) as unknown, is('employee', String.raw`CORP\jdoe`));
	t.deepEqual(parse('resource:"two\nlines"') as unknown, is('resource', 'two\nlines'));
});

test('wildcards mean something only outside of quotes, and quoted and bare pieces may touch', t => {
	t.deepEqual(parse('customer:C1*0?') as unknown, {kind: 'match', field: 'customer', test: {kind: 'like', pieces: [{literal: 'C1'}, {wildcard: '*'}, {literal: '0'}, {wildcard: '?'}]}});
	t.deepEqual(parse('customer:"C1*"') as unknown, is('customer', 'C1*'));
	t.deepEqual(parse('employee:"jane "*') as unknown, {kind: 'match', field: 'employee', test: {kind: 'like', pieces: [{literal: 'jane '}, {wildcard: '*'}]}});
	t.is(printFilter(parse('system:a*?**?b')), 'system:a??*b');
	t.is(printFilter(parse('system:**')), 'system:*');
});

test('brackets behind a field hold values, colons and all', t => {
	t.is(printFilter(parse('employee:(A OR "b c" OR -d e)')), 'employee:A OR employee:"b c" OR (NOT employee:d employee:e)');
	t.is(printFilter(parse('resource:(a:b OR (c OR http://x))')), 'resource:(a:b OR c OR http://x)');
	t.is(printFilter(parse('time:(2020-10 OR [2020-12-01 TO 2020-12-02))')), 'time:([2020-10-01T00:00:00Z TO 2020-11-01T00:00:00Z) OR [2020-12-01T00:00:00Z TO 2020-12-02T00:00:00Z))');
});

test('the same meaning prints as the same text', t => {
	const pairs = [
		['team:a AND (team:b AND (team:c))', 'team:a team:b team:c'],
		['team:a OR (team:b OR team:c)', 'team:(a OR b OR c)'],
		['team:a team:b team:a', 'team:a team:b'],
		['NOT NOT team:a', 'team:a'],
		['-(NOT team:a)', 'team:a'],
		['--team:a', 'team:a'],
		['employee:Jane@Example.COM', 'employee:jane@example.com'],
		['employee:*@Example.COM', 'employee:*@example.com'],
		['employee:Jane', 'employee:Jane'],
		['resource:Bucket@2', 'resource:Bucket@2'],
		['country:uk', 'country:GB'],
		['country:de', 'country:DE'],
		['country:DEU', 'country:DE'],
		['country:"United Kingdom"', 'country:GB'],
		['country:EMEA', 'country:EMEA'],
		['data:E-Mail', 'data:email'],
		['data:custom:LoyaltyTier', 'data:custom:LoyaltyTier'],
		['activity:Export', 'activity:export'],
		['outcome:DENIED', 'outcome:denied'],
		['Jane', 'jane'],
		['*Jane*', 'jane'],
		['text:Jane', 'jane'],
		['EMPLOYEE:x', 'employee:x'],
		['leaked:yes', 'leaked:true'],
		['leaked:*', 'leaked:true'],
		['team:a OR *', ''],
		['team:a AND NOT *', 'NOT *'],
		['count:=5', 'count:5'],
		['count:10..20', 'count:>=10 count:<=20'],
		['NOT count:[10 TO 20)', 'NOT (count:>=10 count:<=19)'],
	] as const;
	t.deepEqual(prints(pairs), pairs.map(pair => [...pair]));
});

test('a type that only a log knows is written in quotes, so that a slip of the finger is still told', t => {
	t.is(printFilter(parse('data:loyalty')), 'data:"loyalty"');
	t.is(printFilter(parse('data:"Loyalty"')), 'data:"Loyalty"');
	t.is(printFilter(parse('data:"emial"')), 'data:"emial"');
	t.throws(() => parse('data:emial'), {message: /did you mean email\?/});
});

test('addresses have one spelling each', t => {
	const pairs = [
		['10.4.0.7', '10.4.0.7'],
		['10.4.0.7/32', '10.4.0.7'],
		['10.4.3.2/16', '10.4.0.0/16'],
		['10.4.*', '10.4.0.0/16'],
		['0.0.0.0/0', '0.0.0.0/0'],
		['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
		['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
		['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
		['2001:db8:ffff::/33', '2001:db8:8000::/33'],
		['::', '::'],
		['::/0', '::/0'],
		['1::', '1::'],
		['::ffff:10.4.0.1', '10.4.0.1'],
		['::ffff:10.4.0.1/112', '10.4.0.0/16'],
		['64:ff9b::10.4.0.1', '64:ff9b::a04:1'],
	];
	t.deepEqual(pairs.map(([text = '']) => [text, printFilter(parse(`ip:${text}`))]), pairs.map(([text = '', block = '']) => [text, `ip:${block}`]));
	for (const wrong of ['10.4.0', '10.4.0.256', '10.4.0.1/33', '010.4.0.1', ':::', '1::2::3', '1:2:3:4:5:6:7:8:9', 'host', '10.4.0.0/', '10.*.1.2', '12345::']) {
		t.throws(() => parse(`ip:${wrong}`), {message: /neither an address/}, wrong);
	}
});

test('the newest event is needed only where a time counts back from it', t => {
	t.true(needsNewest('employee:a time:"last 7 days"'));
	t.true(needsNewest('NOT (a OR TIME:(2020 OR "last hour"))'));
	t.false(needsNewest('employee:"last 7 days" "last 7 days" time:2020-10'));
	t.false(needsNewest(''));
	t.false(needsNewest('time:"last 7 days'));
});

test('a line being typed gives its mistake back instead of throwing', t => {
	t.deepEqual(checkFilter('team:a', context), {filter: parse('team:a')});
	t.like(checkFilter('team:a AND', context), {error: {message: 'AND has nothing after it', offset: 7}});
});
