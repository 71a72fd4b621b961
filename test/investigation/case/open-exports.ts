import {execFileSync} from 'node:child_process';
import {closeSync, cpSync, openSync, rmSync, readFileSync, readdirSync, statSync, truncateSync, utimesSync, writeFileSync, writeSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {openCase} from '../../../source/investigation/case/open-case.ts';
import {openExports} from '../../../source/investigation/case/open-exports.ts';
import {requestOfCase} from '../../../source/investigation/case/case-reading.ts';
import type {Progress} from '../../../source/investigation/investigation.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';
import {usedFileNames} from '../../../source/records/reading.ts';
import {openIndex, rewritePart} from '../../../source/store/index-file.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {crm, index, inode, open, world} from '../../helpers/case-exports.ts';
import {everything} from '../../helpers/case-questions.ts';
import {killed} from '../../helpers/kill.ts';

const filters = ['', 'employee:jane@example.com', 'data:(email OR payment_card) NOT reason:*', 'customer:C1003', 'country:GB', 'source:crm.csv', 'source:a.csv', 'count:>=9', 'payment', 'time:2020-10-05..2020-10-10', 'outcome:denied', 'support:supported', 'NOT support:supported'];

test.serial('every number, record and word from the index is that of a fresh load, built or opened again', async t => {
	const of = await world(t);
	const {state} = openCase(of.dir);
	const fresh = await openInvestigation(requestOfCase(of.dir, state));
	t.teardown(async () => fresh.close());
	const expected = await everything(fresh, filters);
	t.deepEqual(await everything(await open(t, of), filters), expected, 'made with the case');
	rmSync(index(of));
	t.deepEqual(await everything(await open(t, of), filters), expected, 'built again');
	const [first, mode] = [inode(of), statSync(index(of)).mode & 0o777];
	t.is(mode, 0o600);
	t.deepEqual(await everything(await open(t, of, {checkHashes: true}), filters), expected);
	t.is(inode(of), first, 'it was opened and not built again');
	t.deepEqual(readdirSync(of.dir).toSorted(), ['case.journal', 'events.duckdb', 'kept']);
	t.false(readFileSync(index(of)).includes(of.folder), 'no path of this machine stands in it');
});

test.serial('a case that is opened from its index knows the days of leaving of its directory, and what was done behind them', async t => {
	const of = await world(t);
	const made = inode(of);
	const {behaviour, caveats} = await (await open(t, of)).leads({});
	t.is(inode(of), made, 'it was opened and not built again');
	t.deepEqual(behaviour.map(({employee, why}) => [employee, why[0]]), [['E0042', '4 events after leaving on 7 Oct 2020, the last on 25 Oct 2020; 4 customers reached']]);
	// By the name that the case has for its copy.
	t.true(caveats.some(caveat => /^1 employee has a day of leaving, from the column “leaving_date” of employees-[\da-f]{12}\.csv\.$/.test(caveat)));
});

test.serial('a case is asked from another folder, by several at once, and the index is called as they call it', async t => {
	const of = await world(t);
	const {state} = openCase(of.dir);
	const [a, b] = [await open(t, of), await open(t, of)];
	t.deepEqual(a.sources, b.sources);
	const elsewhere = `${of.folder}/../${of.folder.split('/').at(-1)!}/leak`;
	const c = await openExports({folder: elsewhere, state, request: requestOfCase(elsewhere, state)});
	t.teardown(async () => c.close());
	t.deepEqual(c.sources.map(({path}) => path), requestOfCase(elsewhere, state).paths);
	t.is((await c.matched({filter: parseFilter('source:crm.csv', {displayTimezone: 'UTC'})})).hash, (await a.matched({filter: parseFilter('source:crm.csv', {displayTimezone: 'UTC'})})).hash);
	// Another process holds no lock that would keep it out.
	const other = execFileSync('node', ['--import=tsx', '-e', 'const {openIndex} = await import("./source/store/index-file.ts"); const opened = await openIndex(process.argv[1], {temporary: "/tmp", onDamage() {}}); console.log(opened.parts.size); opened.database.close();', '--', index(of)], {encoding: 'utf8'});
	t.is(other.trim(), '3');
});

test.serial('an index that is damaged or shorter is built again, which is told, and tells the same', async t => {
	const of = await world(t);
	const before = await open(t, of);
	const {hash} = await before.matched({filter: parseFilter('', {displayTimezone: 'UTC'})});
	const {size} = statSync(index(of));
	const damage: ReadonlyArray<readonly [string, () => void]> = [
		['shorter', () => {
			truncateSync(index(of), size - 262_144);
		}],
		['no index', () => {
			writeFileSync(index(of), 'something else');
		}],
		['flipped in its head', () => {
			const handle = openSync(index(of), 'r+');
			writeSync(handle, Buffer.alloc(64, 7), 0, 64, 4100);
			writeSync(handle, Buffer.alloc(64, 7), 0, 64, 8200);
			closeSync(handle);
		}],
	];
	for (const [what, harm] of damage) {
		harm();
		const harmed = inode(of);
		const notes: string[] = [];
		const again = await open(t, of, {onProgress(progress) {
			notes.push(...progress.kind === 'noted' ? [progress.text] : []);
		}});
		t.is((await again.matched({filter: parseFilter('', {displayTimezone: 'UTC'})})).hash, hash, what);
		t.not(inode(of), harmed, what);
		t.deepEqual(notes, ['the index of the case cannot be read: it is built anew from the exports'], what);
	}
});

test.serial('an index of another whosaw is built again, which is told', async t => {
	const of = await world(t);
	const before = await open(t, of);
	const {hash} = await before.matched({filter: parseFilter('', {displayTimezone: 'UTC'})});
	await before.close();
	const opened = await openIndex(index(of), {temporary: tmpdir(), onDamage: () => t.fail()});
	const key = opened.parts.get('key')!;
	opened.close();
	await rewritePart(index(of), 'key', key.replace('"tool":"', '"tool":"9'));
	const made = inode(of);
	const told: Progress[] = [];
	const again = await open(t, of, {onProgress: progress => told.push(progress)});
	t.deepEqual(told.flatMap(progress => progress.kind === 'noted' ? [progress.text] : []), ['the index of the case was made by another version of whosaw: it is built anew from the exports']);
	t.is((await again.matched({filter: parseFilter('', {displayTimezone: 'UTC'})})).hash, hash);
	t.not(inode(of), made);
});

test.serial('damage that only a question meets is told in words, and the next question is answered', async t => {
	const of = await world(t);
	const {hash} = await (await open(t, of)).matched({filter: parseFilter('', {displayTimezone: 'UTC'})});
	const whole = readFileSync(index(of));
	let told = 0;
	for (let block = 12_288; block < whole.length; block += 262_144) {
		const harmed = Buffer.from(whole);
		harmed.fill(9, block + 64, block + 4096);
		writeFileSync(index(of), harmed);
		try {
			const {state} = openCase(of.dir);
			const investigation = await openExports({folder: of.dir, state, request: requestOfCase(of.dir, state)});
			try {
				t.is((await investigation.matched({filter: parseFilter('', {displayTimezone: 'UTC'})})).hash, hash);
			} finally {
				await investigation.close();
			}
		} catch (error) {
			told++;
			t.regex((error as Error).message, /the index of the case is damaged; it was taken away/);
			t.is((await (await open(t, of)).matched({filter: parseFilter('', {displayTimezone: 'UTC'})})).hash, hash);
		}
	}

	t.log(`${told} of ${Math.ceil((whole.length - 12_288) / 262_144)} blocks were met at a question`);
});

test.serial('an export that was touched is compared by its hash and not loaded again; one that was changed is noticed', async t => {
	const of = await world(t);
	await open(t, of);
	const first = inode(of);
	utimesSync(join(of.folder, 'crm.csv'), new Date('2021-01-01'), new Date('2021-01-01'));
	t.is((await open(t, of)).sources.length, 5);
	t.is(inode(of), first);
	const {mtime} = statSync(join(of.folder, 'crm.csv'));
	writeFileSync(join(of.folder, 'crm.csv'), crm.replace('C1001', 'C1006'));
	t.not((await open(t, of)).sources.find(({path}) => path.endsWith('crm.csv'))?.sha256, openCase(of.dir).state.sources.find(({path}) => path.endsWith('crm.csv'))!.sha256, 'other bytes at another time');
	t.is(inode(of), first, 'what is not the case does not take the place of its index');
	utimesSync(join(of.folder, 'crm.csv'), mtime, mtime);
	t.not((await open(t, of, {checkHashes: true})).sources.find(({path}) => path.endsWith('crm.csv'))?.sha256, openCase(of.dir).state.sources.find(({path}) => path.endsWith('crm.csv'))!.sha256, 'other bytes at the same time, when hashes are asked for');
});

test.serial('what is asked beyond the case is loaded for itself, and the index stays', async t => {
	const of = await world(t);
	await open(t, of);
	const first = inode(of);
	const {state} = openCase(of.dir);
	const request = {...requestOfCase(of.dir, state), rules: []};
	const other = await openExports({folder: of.dir, state, request});
	t.teardown(async () => other.close());
	t.is((await other.matched({filter: parseFilter('data:payment_card', {displayTimezone: 'UTC'})})).customers, 0);
	t.is(inode(of), first);
});

const mountSmall = (place: string, size: string): boolean => {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
};

test.serial('where the disk has no room for the index, or fills while it is built, the case is asked all the same and a note says so (where a disk can be mounted)', async t => {
	const of = await world(t);
	for (const [size, note] of [['900k', /^the case keeps no index of its exports: it may need .*, and .* are free \(.* are missing\)$/], ['3m', /^the case keeps no index of its exports: /]] as const) {
		const place = await mkdtemp(join(tmpdir(), 'whosaw-small-'));
		if (!mountSmall(place, size)) {
			t.pass();
			return;
		}

		t.teardown(() => execFileSync('umount', [place]));
		rmSync(index(of), {force: true});
		cpSync(of.dir, join(place, 'leak'), {recursive: true});
		const small = {folder: of.folder, dir: join(place, 'leak')};
		const journal = readFileSync(join(small.dir, 'case.journal'));
		const {state} = openCase(of.dir);
		const told: Progress[] = [];
		// Its exports stand where they did, seen from there.
		const request = requestOfCase(of.dir, state);
		const investigation = await openExports({folder: small.dir, state: {...state, sources: state.sources.map((source, at) => ({...source, path: request.paths[at]!}))}, request: {...request, ...Object.fromEntries(usedFileNames.map(what => [what, state.created!.reading[what]!.map(path => join(small.dir, path))]))}, options: {onProgress: progress => told.push(progress)}});
		t.is(investigation.sources.length, 5);
		await investigation.close();
		t.regex(told.flatMap(progress => progress.kind === 'noted' ? [progress.text] : []).join('\n'), note);
		t.deepEqual(readdirSync(small.dir).toSorted(), ['case.journal', 'kept']);
		t.deepEqual(readFileSync(join(small.dir, 'case.journal')), journal);
	}
});

test.serial('killed with -9 while the index is built, a case opens, and nothing is left behind', async t => {
	const of = await world(t);
	for (let moment = 0; moment < 3; moment++) {
		await killed('test/investigation/case/_building-child.ts', [of.dir], Math.random() * 300);
	}

	const told: Progress[] = [];
	const investigation = await open(t, of, {onProgress: progress => told.push(progress)});
	t.is(investigation.sources.length, 5);
	t.deepEqual(readdirSync(of.dir).toSorted(), ['case.journal', 'events.duckdb', 'kept']);
	t.deepEqual(told.filter(({kind}) => kind === 'noted'), []);
});
