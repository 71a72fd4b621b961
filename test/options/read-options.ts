import test from 'ava';
import type {OptionName} from '../../source/options.ts';
import {flagsOf} from '../../source/options/flags.ts';
import {readingOf} from '../../source/options/read-options.ts';

const reading = (given: Partial<Record<OptionName, readonly string[]>>) =>
	readingOf(flagsOf({command: 'report', given: new Map(Object.entries(given) as Array<[string, readonly string[]]>), environment: {}}));

test('a time zone holds for all files or for those it names', t => {
	t.deepEqual(reading({timezone: ['Europe/Dublin', 'crm*.csv:America/Los_Angeles', 'C:\\logs\\a.csv:UTC']}).timezones, [
		{value: 'Europe/Dublin'}, {files: 'crm*.csv', value: 'America/Los_Angeles'}, {files: 'C:\\logs\\a.csv', value: 'UTC'},
	]);
});

test('an unknown time zone is answered with the nearest one', t => {
	t.throws(() => reading({timezone: ['Europe/Lodnon']}), {message: /Europe\/Lodnon/});
	const error = t.throws(() => reading({timezone: ['Europe/Lodnon']})) as Error & {next: string; exitCode: number};
	t.deepEqual([error.next, error.exitCode], ['Did you mean Europe/London?', 2]);
	t.throws(() => reading({timezone: ['+02:00']}));
	t.throws(() => reading({timezone: ['']}));
});

test('a mapping names a role and a column, for all files or for some', t => {
	t.deepEqual(reading({map: ['time=When', 'crm*.csv:customer=actor.id', 'employee=a:customer=b', 'a:b.csv:id=fields[]']}).maps, [
		{value: {role: 'time', column: 'When'}},
		{files: 'crm*.csv', value: {role: 'customer', column: 'actor.id'}},
		{value: {role: 'employee', column: 'a:customer=b'}},
		{files: 'a:b.csv', value: {role: 'id', column: 'fields[]'}},
	]);
});

test('a mapping without a role or a column is wrong usage', t => {
	for (const map of ['employee', 'employee=', '=When', 'emploee=When', 'crm.csv:emploee=When', '']) {
		const error = t.throws(() => reading({map: [map]})) as Error & {next: string; exitCode: number};
		t.is(error.exitCode, 2, map);
		t.truthy(error.next);
	}
});

test('a format is given to the files of a pattern', t => {
	t.deepEqual(reading({'format-of': ['crm*.log=table', 'a=b.csv=json']}).formats, [{files: 'crm*.log', value: 'table'}, {files: 'a=b.csv', value: 'json'}]);
	t.throws(() => reading({'format-of': ['table']}));
	t.throws(() => reading({'format-of': ['=table']}));
});

test('memory is a number with a unit', t => {
	t.is(reading({memory: ['2GB']}).memory, '2GB');
	t.is(reading({memory: ['512 MiB']}).memory, '512 MiB');
	t.throws(() => reading({memory: ['lots']}));
	t.throws(() => reading({memory: ['2GB; drop table']}));
});

test('nothing said is nothing asked', t => {
	t.deepEqual(reading({}), {timezones: [], maps: [], formats: [], dateOrder: undefined, overlapping: false, employees: [], customers: [], rules: [], tickets: [], presence: [], leaked: [], lists: [], memory: undefined});
});
