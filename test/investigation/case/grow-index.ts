import {execFileSync} from 'node:child_process';
import {copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {CancelledError} from '../../../source/errors.ts';
import {openCase, openToChange} from '../../../source/investigation/case/open-case.ts';
import {addSources} from '../../../source/investigation/case/sources.ts';
import type {Progress} from '../../../source/investigation/investigation.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {crm, exportNames, index, inode, open, worker, world, type World} from '../../helpers/case-exports.ts';
import {everything} from '../../helpers/case-questions.ts';
import {indexTables} from '../../helpers/index-tables.ts';
import {killed} from '../../helpers/kill.ts';

/** Few: the tables are compared as well. */
const filters = ['', 'data:(email OR payment_card) NOT reason:*', 'country:GB', 'support:supported'];

/** Adds exports, and gives what was told and the lines that were said. */
const add = async ({folder, dir}: World, names: readonly string[]): Promise<{readonly told: readonly Progress[]; readonly lines: readonly string[]}> => {
	const told: Progress[] = [];
	const opened = openToChange(dir, worker);
	try {
		return {told, lines: await addSources(opened, {paths: names.map(name => join(folder, name))}, {onProgress: progress => told.push(progress)})};
	} finally {
		await opened.close();
	}
};

const textsOf = (told: readonly Progress[], kind: 'noted' | 'phase'): readonly string[] => told.flatMap(progress => progress.kind === kind && 'text' in progress ? [progress.text] : []);
const wasGrown = (told: readonly Progress[]): boolean => textsOf(told, 'phase').some(text => text.startsWith('adding ')) && textsOf(told, 'noted').length === 0;

/** What the index gives and holds must be what a load of all gives and holds. */
const sameAsFresh = async (t: ExecutionContext, of: World, what: string): Promise<void> => {
	const built = inode(of);
	const grown = await everything(await open(t, of), filters);
	t.is(inode(of), built, `${what}: it was not built again`);
	const kept = join(of.folder, 'grown.duckdb');
	copyFileSync(index(of), kept);
	rmSync(index(of));
	t.deepEqual(grown, await everything(await open(t, of), filters), what);
	t.deepEqual(await indexTables(kept), await indexTables(index(of)), what);
};

const orders: ReadonlyArray<readonly [readonly string[], ReadonlyArray<readonly string[]>]> = [
	[['crm.csv'], [['shop.csv'], ['desk.ndjson.gz'], ['more.zip']]], [['more.zip'], [['desk.ndjson.gz', 'crm.csv'], ['shop.csv']]], [['desk.ndjson.gz', 'shop.csv'], [['crm.csv', 'more.zip']]],
];

for (const [begun, steps] of orders) {
	test.serial(`a case of ${begun.join(' and ')} is with every export that is added what a load of all is, and only that one is loaded`, async t => {
		const of = await world(t, begun);
		for (const step of steps) {
			const before = inode(of);
			const {told} = await add(of, step);
			t.true(wasGrown(told), step.join(', '));
			t.not(inode(of), before);
			await sameAsFresh(t, of, step.join(', '));
		}

		t.deepEqual(readdirSync(of.dir).toSorted(), ['case.journal', 'events.duckdb', 'kept']);
	});
}

/** The header of the CRM, a record again, one that contradicts its id, a customer by another address, and one that is new. */
const tomorrow = [
	'event_id,timestamp,user_id,customer_id,customer_email,country,fields,action,count,ticket', '1,2020-10-03 14:00:00,E0042,C1001,a@example.com,uk,email,export,,', '4,2020-10-09 10:00:00,jane@example.com,C1005,c@example.com,DE,phone,read,,T401',
	'2,2020-10-25 01:30:00,E0107,C1002;C1003,,Germany,"email;phone",export,9,T401', '6,nowhere near a time,E0107,C1003,,FR,email,read,,', '9,2020-10-12 10:00:00,E0200,a@example.com,,IE,"email;iban",read,,"T401 and #t402"', '',
].join('\n');

test.serial('records that an older export holds are the same duplicates and conflicts, whichever comes first', async t => {
	for (const [first, second] of [[crm, tomorrow], [tomorrow, crm]] as const) {
		const of = await world(t, ['crm.csv']);
		writeFileSync(join(of.folder, 'crm.csv'), first);
		writeFileSync(join(of.folder, 'crm-2.csv'), second);
		const again = {...of, dir: join(of.folder, 'again')};
		const {createCase} = await import('../../../source/investigation/case/create-case.ts');
		const {created} = openCase(of.dir).state;
		await (await createCase({folder: again.dir, worker, about: {}, request: {paths: [join(of.folder, 'crm.csv')], maps: created!.reading.maps!.filter(({files}) => files === 'crm*'), tickets: [join(of.folder, 'tickets.csv')], rules: [join(of.folder, 'rules.yaml')]}})).close();
		const {told, lines} = await add(again, ['crm-2.csv']);
		t.true(wasGrown(told));
		t.regex(lines.join('\n'), /crm-2\.csv was added: \d+ events/);
		const [one, two] = (await open(t, again)).sources;
		t.true(one!.conflicts > 0 && two!.conflicts === one!.conflicts && two!.records.duplicate > 0, 'a conflict is counted at both');
		await sameAsFresh(t, again, first === crm ? 'older first' : 'newer first');
	}
});

/** Something else of the same size and time: whoever read it would come to other numbers. */
const spoil = (path: string): (() => void) => {
	const bytes = readFileSync(path);
	const {atime, mtime} = statSync(path);
	const put = (content: Buffer): void => {
		writeFileSync(path, content);
		utimesSync(path, atime, mtime);
	};

	put(Buffer.alloc(bytes.length, '\n'));
	return () => {
		put(bytes);
	};
};

test.serial('the exports that were loaded before are not read when another is added', async t => {
	const of = await world(t, ['crm.csv', 'desk.ndjson.gz']);
	const restore = ['crm.csv', 'desk.ndjson.gz'].map(name => spoil(join(of.folder, name)));
	t.true(wasGrown((await add(of, ['shop.csv'])).told));
	for (const each of restore) {
		each();
	}

	await sameAsFresh(t, of, 'shop.csv');
});

test.serial('an export that the case has already is not loaded again, in a folder with one that is new', async t => {
	const of = await world(t, ['crm.csv', 'shop.csv']);
	const {lines, told} = await add(of, ['crm.csv', 'shop.csv', 'desk.ndjson.gz']);
	t.deepEqual(lines.map(line => line.replace(`${of.folder}/`, '')), ['crm.csv is in the case already', 'shop.csv is in the case already', 'desk.ndjson.gz was added: 2 events. whosaw case show tells what it changes.']);
	t.true(wasGrown(told));
	t.deepEqual((await add(of, ['crm.csv'])).lines.length, 1);
	await sameAsFresh(t, of, 'desk.ndjson.gz');
});

test.serial('another member of an archive that was loaded makes all be loaded, and that is said', async t => {
	const of = await world(t, ['more.zip!in/b.csv', 'crm.csv']);
	const {told} = await add(of, ['more.zip!in/a.csv']);
	t.deepEqual(textsOf(told, 'noted'), ['all exports of the case are loaded, and not the new ones alone: a new one stands in an archive with others that were loaded before']);
	await sameAsFresh(t, of, 'a member');
});

test.serial('dates that may be read in two ways are read as all exports of their kind tell, and where that changes the old ones all are loaded', async t => {
	const of = await world(t, ['crm.csv']);
	const {createCase} = await import('../../../source/investigation/case/create-case.ts');
	const day = (name: string, dates: readonly string[]): string => {
		writeFileSync(join(of.folder, name), `id,time,user,customer\n${dates.map((date, at) => `${name}-${at},${date} 10:00,E0042,C100${at}\n`).join('')}`);
		return join(of.folder, name);
	};

	const again = {...of, dir: join(of.folder, 'again')};
	await (await createCase({folder: again.dir, worker, about: {}, request: {paths: [day('1.csv', ['05/05/2020', '06/06/2020'])]}})).close();
	day('2.csv', ['07/07/2020']);
	t.true(wasGrown((await add(again, ['2.csv'])).told), 'nothing hangs on it yet');
	day('3.csv', ['13/08/2020', '01/09/2020']);
	t.deepEqual(textsOf((await add(again, ['3.csv'])).told, 'noted'), ['all exports of the case are loaded, and not the new ones alone: the new ones show that day and month of the others were read the wrong way round']);
	day('4.csv', ['02/09/2020']);
	t.true(wasGrown((await add(again, ['4.csv'])).told), 'which it is was told by the third');
	await sameAsFresh(t, again, 'four days');
});

test.serial('what many small exports of one kind say of people is the same whether they come together or one after another', async t => {
	const of = await world(t, ['crm.csv']);
	const {createCase} = await import('../../../source/investigation/case/create-case.ts');
	const countries = ['Germany', 'FR', '', 'uk', 'Ireland', 'FR', 'nowhere'];
	for (const [day, country] of countries.entries()) {
		writeFileSync(join(of.folder, `day-${day}.csv`), [
			'id,time,user,user_name,customer,customer_email,country,fields', `${day},2020-10-0${9 - day} 10:00,E0042,${day % 3 === 0 ? '' : `Name ${day}`},C1001,${day % 2 === 0 ? '' : `c${day}@example.com`},${country},email`,
			`${day}b,2020-10-0${day + 1} 11:00,jane@example.com,Jane,C1005;C10${day},,${countries[6 - day]!},iban`, `2b,2020-10-0${day + 1} 12:00,E01${day},,E@example.com,,,phone`, `,2020-10-07 12:00,E0107,,C1001,${day > 3 ? 'A@example.com' : ''},,phone`, `x,never,E0107,,C1001,,,phone`, '',
		].join('\n'));
	}

	const names = countries.map((_, day) => `day-${day}.csv`);
	const maps = [['employee-name', 'user_name'], ['customer-country', 'country'], ['customer-email', 'customer_email'], ['id', 'id']].map(([role, column]) => ({files: 'day*', value: {role: role!, column: column!}}));
	for (const [begun, ...steps] of [[1, 6], [3, 1, 3]]) {
		const again = {...of, dir: join(of.folder, `from-${begun}`)};
		await (await createCase({folder: again.dir, worker, about: {}, request: {
			maps, overlapping: begun === 3, paths: names.slice(0, begun).map(name => join(of.folder, name)), customers: [join(of.folder, 'people.csv')], employees: [join(of.folder, 'staff.csv')], tickets: [join(of.folder, 'tickets.csv')],
		}})).close();
		let known = begun!;
		for (const step of steps) {
			t.true(wasGrown((await add(again, names.slice(known, known + step))).told));
			known += step;
		}

		await sameAsFresh(t, again, `${begun} and then ${steps.join(', ')}`);
	}
});

test.serial('an older export that was touched is compared by its hash, and one that was changed is refused', async t => {
	const of = await world(t, ['crm.csv', 'shop.csv']);
	utimesSync(join(of.folder, 'crm.csv'), new Date('2021-01-01'), new Date('2021-01-01'));
	t.true(wasGrown((await add(of, ['desk.ndjson.gz'])).told));
	await sameAsFresh(t, of, 'touched');
	writeFileSync(join(of.folder, 'crm.csv'), crm.replace('C1001', 'C1006'));
	const {told} = await add(of, ['more.zip']);
	t.false(wasGrown(told));
	t.is(openCase(of.dir).state.sources.length, 5, 'what comes is taken for itself');
	t.not((await open(t, of)).sources.find(({path}) => path.endsWith('crm.csv'))?.sha256, openCase(of.dir).state.sources[0]!.sha256);
});

test.serial('a case is made with its index, and one that cannot be made leaves nothing', async t => {
	const of = await world(t);
	const first = inode(of);
	t.is((await open(t, of)).sources.length, 5);
	t.is(inode(of), first, 'nothing was loaded again');
	const {createCase} = await import('../../../source/investigation/case/create-case.ts');
	writeFileSync(join(of.folder, 'damaged.parquet'), 'PAR1 and nothing else PAR1');
	const failing = createCase({folder: join(of.folder, 'cases', 'other'), worker, about: {}, request: {paths: [join(of.folder, 'crm.csv'), join(of.folder, 'damaged.parquet')], rules: [join(of.folder, 'rules.yaml')]}});
	await t.throwsAsync(failing, {message: /^the case was not made, for an export cannot be read/});
	await t.throwsAsync(createCase({folder: join(of.folder, 'cases', 'other'), worker, about: {}, request: {paths: [join(of.folder, 'crm.csv')], maps: [{value: {role: 'reason', column: 'nowhere'}}]}}));
	t.false(readdirSync(of.folder).includes('cases'));
});

test.serial('making a case can be stopped, which leaves nothing, and what a killed process left is swept away', async t => {
	const of = await world(t, ['crm.csv']);
	const {createCase} = await import('../../../source/investigation/case/create-case.ts');
	const folder = join(of.folder, 'cases', 'other');
	const request = {paths: [join(of.folder, 'crm.csv')], rules: [join(of.folder, 'rules.yaml')]};
	const stop = new AbortController();
	await t.throwsAsync(createCase({folder, worker, about: {}, request, options: {
		signal: stop.signal,
		onProgress({kind}) {
			if (kind === 'loading') {
				stop.abort();
			}
		},
	}}), {instanceOf: CancelledError});
	t.false(readdirSync(of.folder).includes('cases'));
	mkdirSync(join(folder, 'whosaw-999999999-killed'), {recursive: true});
	mkdirSync(join(folder, 'kept'));
	writeFileSync(join(folder, 'kept', 'rules-000000000000.yaml'), 'half of');
	await (await createCase({folder, worker, about: {}, request})).close();
	t.deepEqual(readdirSync(folder).toSorted(), ['case.journal', 'events.duckdb', 'kept']);
});

test.serial('without room for a copy of the index an export is added all the same, and a note says what is missing (where a disk can be mounted)', async t => {
	const of = await world(t, ['crm.csv', 'shop.csv']);
	const place = await mkdtemp(join(tmpdir(), 'whosaw-small-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${statSync(index(of)).size + 1_500_000}`, 'tmpfs', place], {stdio: 'ignore'});
	} catch {
		t.pass();
		return;
	}

	t.teardown(() => execFileSync('umount', [place]));
	cpSync(of.folder, place, {recursive: true});
	const small = {folder: of.folder, dir: join(place, 'leak')};
	for (const name of exportNames) {
		copyFileSync(join(of.folder, name), join(place, name));
	}

	const {told, lines} = await add(small, ['desk.ndjson.gz']);
	t.regex(textsOf(told, 'noted').join('\n'), /^the case keeps no index of its exports: it may need .*, and .* are free \(.* are missing\)$/);
	t.regex(lines.join('\n'), /was added: 2 events/);
});

test.serial('killed with -9 while exports are added to the index, a case has the old one, the new one or none, and all of them tell the same', async t => {
	const of = await world(t, ['crm.csv', 'desk.ndjson.gz']);
	const older = join(of.folder, 'older.duckdb');
	copyFileSync(index(of), older);
	await add(of, ['shop.csv', 'more.zip']);
	const {hash} = await (await open(t, of)).matched({filter: parseFilter('', {displayTimezone: 'UTC'})});
	for (let moment = 0; moment < 4; moment++) {
		await killed('test/investigation/case/_growing-child.ts', [of.dir, older], Math.random() * 700);
		const again = await open(t, of);
		t.is((await again.matched({filter: parseFilter('', {displayTimezone: 'UTC'})})).hash, hash);
		t.is(again.sources.length, 5);
		t.deepEqual(readdirSync(of.dir).toSorted(), ['case.journal', 'events.duckdb', 'kept']);
	}
});
