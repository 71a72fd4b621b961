import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import type {Investigation, LoadRequest} from '../../source/investigation/investigation.ts';
import type {FoundPresence} from '../../source/records/presence.ts';

const staff = 'id,email\nE0042,jane.rivera@example.com\nE0117,kim.osei@example.com\nE0200,sam.lee@example.com\n';

type Files = Readonly<Record<string, string>>;

const opened = async (t: ExecutionContext, files: Files, request: Partial<LoadRequest> = {}): Promise<Investigation> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-presence-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const all = {'staff.csv': staff, ...files};
	await Promise.all(Object.entries(all).map(async ([name, text]) => writeFile(path.join(folder, name), text)));
	const at = (name: string): string => path.join(folder, name);
	const investigation = await openInvestigation({paths: [at('log.csv')], employees: [at('staff.csv')], ...(files['roster.csv'] === undefined ? {} : {presence: [at('roster.csv')]}), ...request});
	t.teardown(async () => investigation.close());
	return investigation;
};

const log = (...rows: readonly string[]): string => ['time,employee,customer,data_type,activity,outcome,system,ip', ...rows, ''].join('\n');
const roster = (...rows: readonly string[]): string => ['Employee,From,To,Kind,Site', ...rows, ''].join('\n');

/** What was found, account by account, as `E0042 leave 1/1`. */
const found = async (investigation: Investigation): Promise<readonly string[]> => {
	const {presence} = await investigation.leads({});
	const words = ({finding, events, customers, overlaps}: FoundPresence): string => `${finding} ${events}/${customers}${overlaps === undefined ? '' : ` overlaps ${overlaps}`}`;
	return (presence ?? []).map(({employee, findings}) => `${employee} ${findings.map(each => words(each)).join(', ')}`).toSorted();
};

test('an account was used during leave from the first moment of the leave until before its end, whoever was reached', async t => {
	const investigation = await opened(t, {
		'log.csv': log(
			'2020-10-03T08:59:59Z,E0042,C1001,email,read,,,', '2020-10-03T09:00:00Z,E0042,C1002,email,read,,,', '2020-10-03T11:59:59Z,jane.rivera@example.com,C1002;C1003,email,read,,,', '2020-10-03T12:00:00Z,E0042,C1004,email,read,,,',
			'2020-10-03T10:00:00Z,E0042,C1005,email,read,denied,,', '2020-10-03T10:00:00Z,E0117,C1006,email,read,,,', '2020-10-05T23:59:59Z,E0117,C1006,email,read,,,', '2020-10-06T00:00:00Z,E0117,C1007,email,read,,,',
		),
		// Twice the same leave, and days that mean all of themselves.
		'roster.csv': roster('jane.rivera@example.com,2020-10-03T09:00:00Z,2020-10-03T12:00:00Z,Annual leave,', 'E0042,2020-10-03T10:00:00Z,2020-10-03T11:00:00Z,leave,', 'E0117,2020-10-04,2020-10-05,vacation,'),
	});
	t.deepEqual(await found(investigation), ['E0042 leave 2/2', 'E0117 leave 1/1']);
});

test('outside a shift is said only of days on which the account has one, also of a shift over midnight', async t => {
	const investigation = await opened(t, {
		'log.csv': log(
			'2020-10-03T21:59:00Z,E0042,C1001,email,read,,,', '2020-10-03T22:00:00Z,E0042,C1001,email,read,,,', '2020-10-04T05:59:00Z,E0042,C1001,email,read,,,', '2020-10-04T06:00:00Z,E0042,C1002,email,read,,,',
			'2020-10-04T23:59:00Z,E0042,C1003,email,read,,,', '2020-10-05T00:00:00Z,E0042,C1004,email,read,,,', '2020-10-02T23:59:00Z,E0042,C1004,email,read,,,', '2020-10-04T12:00:00Z,E0117,C1001,email,read,,,',
		),
		'roster.csv': roster('E0042,2020-10-03T22:00:00Z,2020-10-04T06:00:00Z,Night shift is no kind,', 'E0042,2020-10-03T22:00:00Z,2020-10-04T06:00:00Z,shift,'),
	});
	t.deepEqual(await found(investigation), ['E0042 outside-shift 3/3']);
	t.regex(investigation.notes.join('\n'), /1 row of .*roster\.csv was not taken: 1 are of no known kind/);
});

test('days of shifts and times without an offset are those of the zone that was said for the file', async t => {
	const investigation = await opened(t, {
		// 22:30 UTC is half past midnight of the next day in Berlin, on which there is no shift.
		'log.csv': log('2020-07-03T21:30:00Z,E0042,C1001,email,read,,,', '2020-07-03T22:30:00Z,E0042,C1002,email,read,,,', '2020-07-03T07:00:00Z,E0042,C1003,email,read,,,'),
		'roster.csv': roster('E0042,2020-07-03 09:00,2020-07-03 17:00,shift,'),
	}, {timezones: [{files: 'roster.csv', value: 'Europe/Berlin'}]});
	t.deepEqual(await found(investigation), ['E0042 outside-shift 1/1']);
	t.regex(investigation.notes.join('\n'), /Days of the shifts of .*roster\.csv are those of Europe\/Berlin/);
	t.notRegex(investigation.notes.join('\n'), /was not used/);
});

test('two sites at once are badges in at both, or an event from another site than the one that one is badged in at', async t => {
	const investigation = await opened(t, {
		'log.csv': log(
			'2020-10-03T09:30:00Z,E0042,C1001,email,read,,crm,', '2020-10-03T10:00:00Z,E0042,C1002,email,read,,crm,', '2020-10-03T10:59:00Z,E0042,C1003,email,read,,crm,', '2020-10-03T11:00:00Z,E0042,C1004,email,read,,crm,',
			// Named by its system or its address; there, and elsewhere; and where nobody is badged in.
			'2020-10-03T10:00:00Z,E0117,C1001,email,read,,DUBLIN,', '2020-10-03T10:00:00Z,E0117,C1002,email,read,,Cork,', '2020-10-03T10:00:00Z,E0117,C1003,email,read,,crm,192.0.2.9', '2020-10-03T18:00:00Z,E0117,C1004,email,read,,Cork,',
			'2020-10-03T10:00:00Z,E0200,C1001,email,read,,Cork,',
		),
		'roster.csv': roster(
			'E0042,2020-10-03T09:00:00Z,2020-10-03T11:00:00Z,badge,Dublin', 'E0042,2020-10-03T10:00:00Z,2020-10-03T12:00:00Z,badge,Cork', 'E0042,2020-10-03T12:00:00Z,2020-10-03T13:00:00Z,badge,Dublin', 'E0042,2020-10-03T12:30:00Z,2020-10-03T13:00:00Z,badge,dublin ',
			'E0117,2020-10-03T09:00:00Z,2020-10-03T17:00:00Z,badge,Dublin', 'E0200,2020-10-03T09:00:00Z,2020-10-03T17:00:00Z,badge,', 'E0200,2020-10-05T09:00:00Z,2020-10-05T17:00:00Z,badge,192.0.2.9',
		),
	});
	t.deepEqual(await found(investigation), ['E0042 two-sites 2/2 overlaps 1', 'E0117 two-sites 2/2']);
});

test('of an account without records nothing is said, and what the records cannot say is', async t => {
	const rows = log('2020-10-03T10:00:00Z,E0042,C1001,email,read,,crm,', '2020-10-03T10:00:00Z,E0117,C1001,email,read,,crm,');
	const investigation = await opened(t, {
		'log.csv': rows,
		'roster.csv': roster('E0042,2020-10-01,2020-10-09,leave,', 'E0999,2020-10-01,2020-10-09,leave,', 'E0042,2020-10-01,,leave,', 'E0042,2020-10-09,2020-10-01,leave,', 'E0042,soon,2020-10-01,leave,', ',2020-10-01,2020-10-02,leave,', 'E0042,2020-10-01,,device owner,', 'E0042,2020-10-01,2020-10-02,badge,'),
	});
	t.deepEqual(await found(investigation), ['E0042 leave 1/1']);
	const notes = investigation.notes.join('\n');
	t.regex(notes, /4 records of presence of .*roster\.csv: 2 of leave, 1 of badges, 1 of owners of devices/);
	t.regex(notes, /4 rows of .*roster\.csv were not taken: 1 have no end that can be read; 1 do not end after they begin; 1 have no beginning that can be read; 1 name nobody\./);
	t.regex(notes, /1 record of .*roster\.csv is of 1 employee whom neither the exports nor the directory know/);
	t.false(notes.includes('E0999'), 'the notes go to every audience');
	t.regex(notes, /hold none of shifts: use outside a shift cannot be told/);
	t.regex(notes, /No badge record names a site/);
	t.regex(notes, /read as UTC, and its days are those of UTC \(assumed/);
	const leads = await investigation.leads({});
	t.deepEqual(leads.presenceUnknown, ['E0999']);
	t.false(leads.caveats.join(' ').includes('E0999'), 'a caveat is shown blind, too');
	t.false(JSON.stringify(await investigation.leads({called: () => 'E-1'})).includes('E0999'));
	t.false('presence' in await (await opened(t, {'log.csv': rows})).leads({}));
});

test('beside a lead stands what was found of its account, before the list surfaced, and blind by its pseudonym', async t => {
	const rows = log('2020-10-03T10:00:00Z,E0042,C1001,email,read,,crm,', '2020-10-04T10:00:00Z,E0042,C1002,email,read,,crm,');
	const investigation = await opened(t, {'log.csv': rows, 'roster.csv': roster('E0042,2020-10-01,2020-10-09,leave,')});
	const {presence} = await investigation.leads({surfaced: Date.UTC(2020, 9, 4) * 1000, called: account => `blind ${account}`});
	t.deepEqual(presence, [{employee: 'blind E0042', records: {leave: 1}, findings: [{finding: 'leave', events: 1, customers: 1}]}]);
});

test('a table that says too little is refused with what it has', async t => {
	const rows = log('2020-10-03T10:00:00Z,E0042,C1001,email,read,,crm,');
	await t.throwsAsync(opened(t, {'log.csv': rows, 'roster.csv': 'who,day\nE0042,2020-10-03\n'}), {message: /no column "employee", "from", "to", "kind"/});
	await t.throwsAsync(opened(t, {'log.csv': rows, 'roster.csv': ''}), {message: /it is empty/});
	await t.throwsAsync(opened(t, {'log.csv': rows, 'roster.csv': roster('E0042,2020-10-01,2020-10-02,party,')}), {message: /none of these records is of a known kind; they say "party"/});
	const open = roster('E0042,03/04/2020,05/04/2020,leave,');
	await t.throwsAsync(opened(t, {'log.csv': rows, 'roster.csv': open}), {message: /"03\/04\/2020" can be read with the month first or the day first/});
	t.deepEqual(await found(await opened(t, {'log.csv': log('2020-04-05T23:00:00Z,E0042,C1001,email,read,,crm,'), 'roster.csv': open}, {dateOrder: 'dmy'})), ['E0042 leave 1/1']);
});

test('at the moment of an event the records say what holds, what is of that day, and what follows, and as much in all as beside the accounts', async t => {
	const rows = [
		'2020-10-03T09:30:00Z,E0042,C1001,email,read,,,', '2020-10-03T18:00:00Z,E0042,C1002,email,read,,,', '2020-10-04T10:00:00Z,E0042,C1003,email,read,,,', '2020-10-05T10:00:00Z,E0042,C1004,email,read,,,',
		'2020-10-06T10:00:00Z,E0042,C1005,email,read,,,', '2020-10-03T09:30:00Z,E0117,C1006,email,read,,,',
	];
	const investigation = await opened(t, {
		'log.csv': log(...rows),
		'roster.csv': roster(
			'E0042,2020-10-03T09:00:00Z,2020-10-03T17:00:00Z,shift,', 'jane.rivera@example.com,2020-10-04T00:00:00Z,2020-10-05T00:00:00Z,leave,', 'E0042,2020-10-05T09:00:00Z,2020-10-05T17:00:00Z,badge,Dublin',
			'E0042,2020-10-05T09:30:00Z,2020-10-05T17:00:00Z,badge,Cork', 'E0042,2020-01-01,,device owner,',
		),
	});
	const said = await Promise.all(rows.map(async (_, row) => {
		const {presence} = await investigation.record(row);
		return `${presence!.findings.join(' ')}|${presence!.beside.map(({kind, holds, site}) => `${kind}${site === undefined ? '' : ` ${site}`}${holds ? '' : ' not'}`).join(', ')}|${presence!.records}`;
	}));
	t.deepEqual(said, [
		'|device owner, shift|5', 'outside-shift|device owner, shift not|5', 'leave|device owner, leave|5', 'two-sites|device owner, badge Dublin, badge Cork|5', '|device owner|5', '||0',
	]);
	t.deepEqual(await found(investigation), ['E0042 leave 1/1, two-sites 1/1 overlaps 1, outside-shift 1/1']);
	t.is((await (await opened(t, {'log.csv': log(...rows)})).record(0)).presence, undefined);
});

test('whoever is called by a full name is the one account that has it; a name that several have stands for none of them', async t => {
	const investigation = await opened(t, {
		'staff.csv': 'id,email,name\nE0042,jane.rivera@example.com,Jane Rivera\nE0117,kim.osei@example.com,Kim Osei\nE0118,kim.osei2@example.com,Kim Osei\nE0200,sam.lee@example.com,Sam Lee\n',
		'log.csv': log('2020-10-03T10:00:00Z,E0042,C1001,email,read,,,', '2020-10-03T10:00:00Z,E0117,C1002,email,read,,,', '2020-10-03T10:00:00Z,E0200,C1003,email,read,,,'),
		'roster.csv': ['Name,From,To,Kind', 'jane  RIVERA,2020-10-03,2020-10-03,leave', '"Lee, Sam",2020-10-03,2020-10-04,leave', 'Kim Osei,2020-10-03,2020-10-03,leave', 'Kim Osei,2020-10-05,2020-10-05,leave', 'Ada Reyes,2020-10-03,2020-10-03,leave', ''].join('\n'),
	});
	t.deepEqual(await found(investigation), ['E0042 leave 1/1', 'E0200 leave 1/1']);
	const notes = investigation.notes.join('\n');
	t.regex(notes, /2 records of roster\.csv name 1 employee by a full name that several accounts have: they stand for none of them/);
	t.regex(notes, /1 record of roster\.csv is of 1 employee whom neither the exports nor the directory know/);
	t.deepEqual((await investigation.leads({})).presenceUnknown, ['Ada Reyes']);
});
