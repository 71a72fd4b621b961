import test from 'ava';
import {listCaveats} from '../../../../source/investigation/leads/list-words.ts';
import {shortCaveat} from '../../../../source/terminal/screens/leads/short-caveats.ts';
import {textWidth} from '../../../../source/terminal/text/fit-text.ts';

test('what is said of a list has a few words of its own, whatever the file is called', t => {
	const said = listCaveats({path: 'a very long folder: of lists/leaked, 2 customers known.txt', sha256: '0', given: 1238, resolved: 1, repeated: 1, same: 2, ambiguous: 1, unknown: ['a', 'b'], column: 'id', customers: []});
	t.deepEqual(said.map(each => shortCaveat(each)), ['list: 1 of 1,238 known', 'list: 1 repeated', 'list: 2 mean the same', 'list: 1 mean several', 'list: 2 unknown']);
});

test('names of the data do not push the numbers away, and a sentence that is not known is begun, never left out', t => {
	const name = 'A system with a very long name indeed';
	t.is(shortCaveat(`${name}: 3 gaps of 3 days or more without any record, the longest from 2020-10-01 to 2020-10-05: what was reached then is not known.`), 'A system wi… name indeed: gaps, 3');
	t.is(shortCaveat('exports/crm.csv could not be read (no such file): its accesses are not ranked.'), 'exports/crm.csv not read');
	t.is(textWidth(shortCaveat('Something that nobody has shortened yet, and which goes on and on and on.')), 40);
	t.is(shortCaveat('Brief.'), 'Brief.');
});

test('what is said of days of leaving has a few words of its own', t => {
	const said = [
		'12 employees have a day of leaving, from the column “left” of staff.csv.', '2 days of leaving in staff.csv are no days of the calendar, and were not taken: record 1 (“31/31/2026”), record 4; write 2026-03-31.',
		'1 day of leaving in staff.csv can be read with the month first or the day first, and was not taken: record 1 (“01/04/2026”); say --date-order mdy or --date-order dmy, or write 2026-03-31.',
		'1 day of leaving in staff.csv is a moment of UTC, which is another day elsewhere, and was not taken: record 3 (“2026-03-30T22:00:00Z”); write the day alone, 2026-03-31.',
		'2 days of leaving in staff.csv lie before the days of hiring in the same records, and were not taken: record 2 (“2026-03-31”), record 3 (“2026-03-31”); write the day on which the employee left last, or none.',
		'1 employee has rows that differ in the day of leaving, and none was taken: record 1 of staff.csv and record 3 of staff.csv. Write one day for each, or none.',
	];
	t.deepEqual(said.map(each => shortCaveat(each)), ['days of leaving: 12', 'leaving on no day: 2', 'leaving, month or day first: 1', 'leaving at a moment of UTC: 1', 'leaving before hiring: 2', 'days of leaving that differ: 1']);
});
