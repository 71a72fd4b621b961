import test, {type ExecutionContext} from 'ava';
import type {LoadRequest} from '../../source/investigation/investigation.ts';
import {csv, load} from '../helpers/loading.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const april = csv('time,employee,customer,data_type', '2026-03-01T09:00:00Z,E0042,C1001,email', '2026-04-02T09:00:00Z,E0042,C1002,email', '2026-04-02T09:00:00Z,E0117,C1002,email');

/** What is said of days of leaving, and who was found to act behind one. */
const told = async (t: ExecutionContext, directories: Readonly<Record<string, string>>, {log = april, ...request}: Partial<LoadRequest> & {readonly log?: string} = {}) => {
	const investigation = await load(t, {'log.csv': log}, {employees: temporaryFiles(t, directories), ...request});
	const {behaviour, caveats} = await investigation.leads({});
	t.false(investigation.notes.some(note => note.includes('leaving')), 'notes go into every document, whoever it is for');
	return {notes: caveats.filter(caveat => caveat.includes('leaving')), why: behaviour.map(({employee, why}) => `${employee}: ${why[0]!}`)};
};

const after = (day: string): readonly string[] => [`E0042: 1 event after leaving on ${day}, the last on 2 Apr 2026; 1 customer reached`];

/** An access of each of so many employees, E1 and on. */
const logOf = (employees: number): string => csv('time,employee,customer,data_type', ...Array.from({length: employees}, (_, place) => `2026-04-02T09:00:00Z,E${place + 1},C1001,email`));

test('a day of leaving is found under the names that directories have for it, and its column is told', async t => {
	const columns = ['leaving_date', 'Leave Date', 'left', 'left_on', 'end_date', 'Termination Date', 'terminated_on', 'LastDay', 'Last Day of Work', 'exit_date', 'Austrittsdatum', 'Date de sortie'];
	const files = Object.fromEntries(columns.map((column, place) => [`${place + 1}.csv`, csv(`id,name,${column}`, `E${place + 1},Jane Rivera,2026-03-31`)]));
	const nested = '{"login": "E13", "employment": {"end_date": "31-MAR-2026"}}\n{"login": "E14", "employment": {"end_date": null}}\n';
	const {notes, why} = await told(t, {...files, 'nested.ndjson': nested}, {log: logOf(14)});
	t.deepEqual(notes, [`13 employees have a day of leaving, from the column ${columns.map((column, place) => `“${column}” of ${place + 1}.csv, `).join('')}“employment.end_date” of nested.ndjson.`]);
	t.deepEqual(why.toSorted(), Array.from({length: 13}, (_, place) => `E${place + 1}: 1 event after leaving on 31 Mar 2026, the last on 2 Apr 2026; 1 customer reached`).toSorted());
});

test('without a day nothing is said, whatever stands for none', async t => {
	const none = ['', ' ', '-', 'n/a', 'NULL', '9999-12-31', '31.12.9999', '31-DEC-4712', '00.00.0000', '0000-00-00', '9999-12-31T00:00:00Z'];
	t.deepEqual(await told(t, {'staff.csv': csv('id,left', ...none.map((text, place) => `E${place + 1},${text}`))}, {log: logOf(none.length)}), {notes: [], why: []});
	t.deepEqual(await told(t, {'staff.csv': csv('id,name', 'E0042,Jane Rivera')}), {notes: [], why: []});
});

test('what is not one day is told with its record and what to do, never guessed, and the row is kept', async t => {
	const {notes, why} = await told(t, {'staff.csv': csv('id,hired,left', 'E0042,2020-01-01,31/31/2026', 'E0117,2027-01-01,2026-03-31', 'E0200,,2026-03-30T22:00:00Z', 'E0201,,Jane Rivera', 'E0202,,31/12/2025 and later', 'E0203,,46112', 'E0204,,2026-02-30')});
	t.deepEqual(notes, [
		'5 days of leaving in staff.csv are no days of the calendar, and were not taken: record 1 (“31/31/2026”), record 4, record 5 and 2 more; write 2026-03-31.',
		'1 day of leaving in staff.csv is a moment of UTC, which is another day elsewhere, and was not taken: record 3 (“2026-03-30T22:00:00Z”); write the day alone, 2026-03-31.',
		'1 day of leaving in staff.csv lies before the day of hiring in the same record, and was not taken: record 2 (“2026-03-31”); write the day on which the employee left last, or none.',
	]);
	t.deepEqual(why, []);
});

test('which of month and day stands first is told by the other dates of the file or by --date-order, else nothing is taken', async t => {
	const early = ['E0042: 2 events after leaving on 4 Jan 2026, the last on 2 Apr 2026; 2 customers reached'];
	const open = csv('id,hired,left', 'E0042,03/05/2020,01/04/2026', 'E0117,02/02/2020,');
	t.deepEqual(await told(t, {'staff.csv': open}), {notes: ['1 day of leaving in staff.csv can be read with the month first or the day first, and was not taken: record 1 (“01/04/2026”); say --date-order mdy or --date-order dmy, or write 2026-03-31.'], why: []});
	t.deepEqual((await told(t, {'staff.csv': open}, {dateOrder: 'dmy'})).why, after('1 Apr 2026'));
	t.deepEqual((await told(t, {'staff.csv': open}, {dateOrder: 'mdy'})).why, early);
	t.deepEqual((await told(t, {'staff.csv': open.replace('02/02/2020', '25/12/2019')})).why, after('1 Apr 2026'));
	t.deepEqual((await told(t, {'staff.csv': open.replace('02/02/2020', '12/25/2019')}, {dateOrder: 'dmy'})).why, early, 'a directory may be written otherwise than the logs');
});

test('rows of one employee that differ give none, also where one has none; a file without the column says nothing', async t => {
	const differ = (place: string): string => `1 employee has rows that differ in the day of leaving, and none was taken: ${place}. Write one day for each, or none.`;
	t.deepEqual(await told(t, {'staff.csv': csv('id,left', 'E0042,2026-03-31', 'E0117,', 'E0042,2026-04-01')}), {notes: [differ('record 1 of staff.csv and record 3 of staff.csv')], why: []});
	t.deepEqual(await told(t, {'staff.csv': csv('id,left', 'E0042,2026-03-31'), 'again.csv': csv('id,exit_date', 'E0042,')}), {notes: [differ('record 1 of staff.csv and record 1 of again.csv')], why: []});
	t.deepEqual((await told(t, {'staff.csv': csv('id,left', 'E0042,2026-03-31', 'E0042,31.3.2026')})).why, after('31 Mar 2026'));
	t.deepEqual((await told(t, {'staff.csv': csv('id,name', 'E0042,Jane Rivera', 'E0117,Kim Osei'), 'leavers.csv': csv('id,left', 'E0042,2026-03-31')})).why, after('31 Mar 2026'));
});
