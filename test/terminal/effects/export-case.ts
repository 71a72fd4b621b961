import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {contentsFor, figuresOf} from '../../../source/terminal/components/export-form/contents.ts';
import {exportWords} from '../../../source/terminal/components/export-form/command.ts';
import {audiences} from '../../../source/terminal/components/export-form/form.ts';
import {exportLines} from '../../../source/terminal/components/export-form/view.ts';
import {lineText} from '../../../source/terminal/drawing/line.ts';
import {driveApp} from '../../helpers/app-driver.ts';
import {whosaw} from '../../helpers/cli.ts';
import {fill, filesOf, formOf, goTo, makeCase, openCase} from './_case-world.ts';

test('for each audience the dialogue writes the same bytes as the command that it shows', async t => {
	const {folder, dir} = await makeCase(t);
	const app = await openCase(t, dir);
	const key = join(folder, 'key');
	execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
	for (const audience of audiences.filter(each => each !== 'customers')) {
		const place = join(folder, audience);
		app.press('e');
		while (formOf(app.state())!.audience !== audience) {
			app.press('right');
		}

		fill(app, 'directory', place);
		fill(app, 'key', key);
		goTo(app, 'start');
		app.press('enter');
		const words = exportWords(app.state(), formOf(app.state())!);
		await app.until(state => ['done', 'asking'].includes(formOf(state)!.status.is));
		t.is(formOf(app.state())!.status.is, 'done', JSON.stringify(formOf(app.state())!.status));
		app.press('escape');
		const scripted = await whosaw(words.map(word => word === place ? `${place}-scripted` : word));
		t.is(scripted.exitCode, 0, scripted.stderr);
		t.deepEqual(filesOf(place), filesOf(`${place}-scripted`), audience);
		t.true(filesOf(place).has('tagmanifest-sha256.txt.sig'));
	}
});

test('the figures that the form shows are those that are then packed', async t => {
	const {folder, dir} = await makeCase(t);
	const app = await openCase(t, dir);
	app.press('e');
	await app.until(state => formOf(state)?.outlines !== undefined);
	const form = formOf(app.state())!;
	const figures = figuresOf(app.state(), form)!;
	t.like(figures, {customers: 3, accounts: 1, records: 4, exclusions: 1, exports: 1});
	t.regex(contentsFor(form, figures)!.holds.join(), /3 customers with contact,1 account,4 records of evidence,1 exclusion with its reason/);
	t.regex(contentsFor({...form, audience: 'regulator'}, figures)!.heldBack.join(), /3 customers by name,names of accounts,4 records of evidence/);
	t.regex(contentsFor({...form, audience: 'hr'}, figures)!.heldBack.join(), /3 customers by name,4 records of evidence/);
	t.deepEqual(contentsFor({...form, audience: 'customers'}, figures)!.holds, ['3 letters', 'the journal as bare hashes']);
	fill(app, 'directory', join(folder, 'bag'));
	goTo(app, 'start');
	app.press('enter');
	await app.until(state => formOf(state)!.status.is === 'done');
	const files = filesOf(join(folder, 'bag'));
	const rows = (path: string): number => files.get(path)!.toString().trimEnd().split('\n').length - (path.endsWith('.csv') ? 1 : 0);
	t.deepEqual([rows('data/affected/customers.csv'), rows('data/accounts/accounts.csv'), rows('data/evidence/records.ndjson')], [figures.customers, figures.accounts, figures.records]);
	t.is(app.state().opened?.journal[0]?.act, 'exported');
});

test('an export that is stopped on the way leaves no half package, also when the app is left', async t => {
	const {folder, dir} = await makeCase(t);
	for (const stop of ['escape', 'leave'] as const) {
		const app = await openCase(t, dir);
		const before = readdirSync(folder).toSorted();
		app.press('e');
		fill(app, 'directory', join(folder, 'stopped'));
		goTo(app, 'start');
		let ended: Promise<void> | undefined;
		const unsubscribe = app.store.subscribe(() => {
			const status = formOf(app.state())?.status;
			if (status?.is === 'running' && status.of > 0 && !ended) {
				ended = stop === 'leave' ? app.end() : Promise.resolve();
				app.press('escape');
			}
		});
		app.press('enter');
		await app.until(state => formOf(state)!.status.is === 'asking');
		unsubscribe();
		await ended;
		t.deepEqual(readdirSync(folder).toSorted(), before, stop);
		t.regex(JSON.stringify(formOf(app.state())!.status), /Stopped\. Nothing was written/);
		await app.end();
	}
});

test('facts that letters need are asked in the form, become an act, and the letters are written', async t => {
	const {folder, dir} = await makeCase(t);
	const app = await openCase(t, dir);
	app.press('e', 'left');
	t.is(formOf(app.state())?.audience, 'customers');
	fill(app, 'directory', join(folder, 'letters'));
	goTo(app, 'start');
	app.press('enter');
	t.is(formOf(app.state())?.part, 'facts');
	t.regex(JSON.stringify(formOf(app.state())?.status), /The letters need the consequences, the measures taken, the advice to customers, the contact/);
	app.press('enter');
	for (const text of ['Example Ltd', 'unwanted mail', 'the way was closed', 'open no attachment', 'care@example.com']) {
		app.type(text);
		app.press('enter');
	}

	await app.until(({layers}) => layers.at(-1)?.kind === 'export');
	t.regex(app.state().message ?? '', /^The facts are act \d+ of the journal\.$/);
	t.deepEqual(app.state().opened?.state.facts['controllers'], [{name: 'Example Ltd'}]);
	// The row that asked for them is gone, and the cursor with it no more.
	t.true(exportLines(app.state(), formOf(app.state())!, {width: 76, height: 20}).some(line => lineText(line).startsWith('▸place')));
	app.press('enter');
	t.is(formOf(app.state())?.part, 'pack');
	goTo(app, 'start');
	app.press('enter');
	await app.until(state => formOf(state)!.status.is === 'done');
	t.is([...filesOf(join(folder, 'letters')).keys()].filter(path => /letters\/\d+\.txt$/.test(path)).length, 3);
});

test('the lists that were named are frozen in the case before the app ranks', async t => {
	const {folder, dir} = await makeCase(t);
	const list = join(folder, 'leaked.txt');
	writeFileSync(list, 'C1001\nC1002\nC1003\n');
	const app = await openCase(t, dir, [list]);
	t.deepEqual(app.state().opened?.state.leaked, []);
	app.press('2');
	await app.until(({leads}) => leads.answer !== undefined);
	t.true(app.state().leads.answer!.value.list !== undefined);
	t.is(app.state().opened?.state.leaked.length, 1);
	t.is(app.state().opened?.counts.corroborated.customers, 3);
	await app.end();
	t.regex((await whosaw(['case', 'log', dir])).stdout, /leaked-list-frozen[^\n]*\n[^\n]*leads-computed/);
	const {stdout} = await whosaw(['report', dir, '--leaked', list, '--filter', 'leaked:true', '--format', 'json']);
	t.is((JSON.parse(stdout) as {totals: {customers: number}}).totals.customers, 3);
});

/** A small disk of its own, where one may be mounted. */
const mounted = (t: ExecutionContext, place: string, options: string): boolean => {
	mkdirSync(place);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], {stdio: 'ignore'});
	} catch {
		return false;
	}

	t.teardown(() => execFileSync('umount', [place]));
	return true;
};

test('a full disk, one that is read-only and a folder that is not there are sentences in the form, and nothing is left (where a disk can be mounted)', async t => {
	const {folder, dir} = await makeCase(t);
	const app = await openCase(t, dir);
	const faults: ReadonlyArray<readonly [place: string, options: string | undefined, problem: RegExp]> = [
		['gone', undefined, /gone: the folder that is to hold the case file does not exist\. Make it first/],
		['full', 'size=64k', /the case file was not written: the disk is full\. Make room/],
		['read-only', 'size=64k,ro', /read-only: this disk is read-only\. Name a folder of your own/],
	];
	app.press('e');
	for (const [name, options, problem] of faults) {
		const place = join(folder, name);
		if (options === undefined || mounted(t, place, options)) {
			fill(app, 'directory', join(place, 'bag'));
			goTo(app, 'start');
			app.press('enter');
			await app.until(state => formOf(state)!.status.is === 'asking');
			t.regex(JSON.stringify(formOf(app.state())!.status), problem);
			t.is(formOf(app.state())!.directory.text, join(place, 'bag'));
			t.deepEqual(existsSync(place) ? readdirSync(place) : [], []);
		}
	}
});

test('without a case the filter is exported as the command does it, read as the exports were read', async t => {
	const {folder} = await makeCase(t);
	const app = driveApp({real: {request: {paths: [join(folder, 'crm.csv')], customers: [join(folder, 'people.csv')], maps: [{value: {role: 'reason', column: 'ticket'}}]}}, filterText: 'employee:E0042'});
	t.teardown(async () => app.end());
	await app.answered();
	app.press('e');
	fill(app, 'reason', 'complaint');
	fill(app, 'directory', join(folder, 'bag'));
	goTo(app, 'start');
	app.press('enter');
	const words = exportWords(app.state(), formOf(app.state())!);
	await app.until(state => formOf(state)!.status.is === 'done');
	t.is((await whosaw(words.map(word => word === join(folder, 'bag') ? join(folder, 'scripted') : word))).exitCode, 0);
	const [mine, scripted] = [filesOf(join(folder, 'bag')), filesOf(join(folder, 'scripted'))];
	t.deepEqual([...mine.keys()], [...scripted.keys()]);
	// The journal that is made on the way has salts, and what cites it its hashes.
	for (const path of ['data/evidence/records.ndjson', 'data/affected/customers.csv', 'data/inventory/sources.csv', 'data/inventory/unused.csv', 'data/accounts/accounts.csv']) {
		t.deepEqual(mine.get(path), scripted.get(path), path);
	}

	const reading = (files: typeof mine): unknown => (JSON.parse(files.get('data/method/query.json')!.toString()) as {readonly reading?: unknown}).reading;
	t.truthy(reading(mine));
	t.deepEqual(reading(mine), reading(scripted));
});
