import test from 'ava';
import {fixture, whosaw} from '../helpers/cli.ts';

const crm = fixture('crm.csv');

/** Wrong usage: arguments, and what the message must say. */
const wrong: ReadonlyArray<readonly [string, readonly string[], RegExp]> = [
	['an unknown command', ['reprot', crm], /Did you mean whosaw report\?/],
	['a comparison of one case alone', ['compare', 'a'], /two/],
	['a word that is neither a command nor a file', ['contrast', 'a', 'b'], /no command and no file "contrast"/],
	['a case without its folder', ['case', 'create'], /whosaw case create needs a case/],
	['an unknown option', ['report', crm, '--employe', 'E1'], /Did you mean --employee\?/],
	['a report without a path', ['report'], /needs a path/],
	['sources without a path', ['sources'], /needs a path/],
	['a format that is not there yet', ['report', crm, '--format', 'pdf'], /Say one of: text, json, ndjson, csv, markdown, html/],
	['a format that a brief does not have', ['brief', crm, '--format', 'html'], /Say one of: text, markdown, json/],
	['letters for another audience', ['export', crm, '--reason', 'x', '--output', 'never-made', '--tell-count'], /--audience customers/],
	['a format that sources do not have', ['sources', crm, '--format', 'csv'], /Say one of: text, json/],
	['rows that are not there', ['report', crm, '--by', 'moon'], /Say one of: customer, employee/],
	['rows of events as text', ['report', crm, '--by', 'event'], /Add --format csv or --format ndjson/],
	['an unknown field in a filter', ['report', crm, '--filter', 'emploee:E0042'], /did you mean employee/],
	['an unfinished filter', ['report', crm, '--filter', 'employee:(E0042'], /column/],
	['an unknown time zone', ['report', crm, '--timezone', 'Europe/Lodnon'], /Did you mean Europe\/London\?/],
	['an unknown display zone', ['report', crm, '--display-timezone', 'Nowhere'], /time zone/],
	['a mapping without a role', ['report', crm, '--map', 'emploee=agent'], /Did you mean employee\?/],
	['a day that is not in the calendar', ['report', crm, '--from', '2020-02-31'], /--from/],
	['a format-of without a format', ['sources', crm, '--format-of', 'crm.csv'], /names no format/],
	['an export without a folder', ['export', crm, '--reason', 'test'], /needs --output/],
	['an export without a reason', ['export', crm, '--output', 'never-made'], /needs --reason/],
	['verify without a case file', ['verify'], /takes one case file/],
	['demo with a path', ['demo', 'somewhere'], /takes no path/],
	['a seed that is no number', ['demo', '--seed', 'x', '--output', 'never-made'], /no whole number/],
	['an unknown setting', ['settings', 'investigater'], /Did you mean investigator\?/],
	['a setting of no kind', ['settings', 'burn'], /Settings: investigator/],
	['an unknown format name', ['formats', 'show', 'tabel'], /Did you mean table\?/],
];

for (const [what, args, words] of wrong) {
	test(`${what} is wrong usage: exit code 2, and what to do`, async t => {
		const {exitCode, stdout, stderr} = await whosaw(args);
		t.is(exitCode, 2);
		t.regex(stderr, words);
		t.is(stdout, '');
		t.notRegex(stderr, /\n\s+at /);
	});
}

test('a first word that looks like a file but is none cannot be done: exit code 1', async t => {
	const {exitCode, stderr} = await whosaw(['gone-2020.csv']);
	t.is(exitCode, 1);
	t.true(stderr.includes('gone-2020.csv'));
	t.notRegex(stderr, /\n\s+at /);
});
