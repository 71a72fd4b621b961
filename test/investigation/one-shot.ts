import {closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {allOf} from '../../source/filter/build.ts';
import type {FilterFlags} from '../../source/filter/from-flags.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {asked, opened} from '../helpers/loading.ts';

const folder = mkdtempSync(join(tmpdir(), 'one-shot-'));
test.after.always(() => {
	rmSync(folder, {recursive: true, force: true});
});

const pad = (value: number): string => String(value).padStart(2, '0');

type Shape = {readonly header: string; readonly row: (index: number) => string; readonly about: FilterFlags};

/** About 40 MB: enough for the scan that keeps only what can match. */
const write = (name: string, {header, row}: Shape): string => {
	const path = join(folder, name);
	const file = openSync(path, 'w');
	writeSync(file, `${header}\n`);
	for (let from = 0; from < 420_000; from += 10_000) {
		writeSync(file, Array.from({length: 10_000}, (_, index) => `${row(from + index)}\n`).join(''));
	}

	closeSync(file);
	return path;
};

const time = (index: number): string => `2020-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}T${pad(index % 24)}:${pad(index % 60)}:${pad((index * 7) % 60)}Z`;
const cells = (index: number): string => {
	const employee = ['E1', 'e1', ' E1 ', 'E11', 'ann@example.com', 'Ann@Example.com'][index % 3001] ?? `E${index % 997}`;
	const outcome = index % 501 === 0 ? 'denied' : 'ok';
	return `${index % 70_001 === 5 ? 'half past nine' : time(index)},${employee},${index % 45 === 0 ? `C${index % 5000};C${(index + 1) % 5000}` : `C${index % 5000}`},${index % 91 === 0 ? 'export' : 'view'},${index % 3 === 0 ? 'email' : 'phone'},${outcome},a note that makes the row long enough`;
};

const header = 'timestamp,employee,customer,action,data_type,outcome,note';
const shapes: Readonly<Record<string, Shape>> = {
	'without ids': {header, row: cells, about: {employee: ['ann@example.com'], from: '2020-03-01', to: '2020-08-01'}},
	'with ids, of which some repeat': {header: `event_id,${header}`, row: index => `${index % 60_000 === 59_999 ? `id-${index - 1}` : `id-${index}`},${cells(index % 60_000 === 59_999 ? index - 1 : index)}`, about: {employee: ['E1']}},
};

for (const [name, shape] of Object.entries(shapes)) {
	test.serial(`an answer about one employee is the same whether all records were loaded or only those that can match: ${name}`, async t => {
		const path = write(`${name.split(' ')[1]!}.csv`, shape);
		t.true(statSync(path).size > 33 * 1024 * 1024);
		const whole = await opened(t, {paths: [path]});
		const filter = asked(shape.about);
		const only = await opened(t, {paths: [path], only: filter});
		t.true((await only.totals({filter})).totals.events > 10);
		t.deepEqual(await only.answer({filter}), await whole.answer({filter}));
		t.deepEqual(only.sources.map(source => ({...source, rejections: []})), whole.sources.map(source => ({...source, rejections: []})));
	});
}

test.serial('reasons are held against tickets of customers whom the filter leaves out, and lists against all customers', async t => {
	const path = write('tickets.csv', {header: `${header},reason`, row: index => `${time(index)},${index % 997 === 1 ? 'Z9' : `E${index % 997}`},C${index % 5000},view,email,ok,a note that makes the row long enough,T${(index * 7) % 5000}`, about: {}});
	const tickets = join(folder, 'system.csv');
	writeFileSync(tickets, ['id,customer,account,opened', ...Array.from({length: 5000}, (_, index) => `T${index},C${index},Z9,2019-01-01T00:00:00Z`), ''].join('\n'));
	const leaked = join(folder, 'leaked.txt');
	writeFileSync(leaked, Array.from({length: 500}, (_, index) => `C${index * 10}\n`).join(''));
	const whole = await opened(t, {paths: [path], tickets: [tickets], leaked: [leaked]});
	const filter = asked({employee: ['Z9']});
	const only = await opened(t, {paths: [path], tickets: [tickets], leaked: [leaked], only: filter});
	for (const text of ['support:contradicted', 'support:claimed', 'support:supported', 'leaked:true']) {
		const part = allOf([filter, parseFilter(text, {displayTimezone: 'UTC'})]);
		t.deepEqual(await only.answer({filter: part}), await whole.answer({filter: part}), text);
	}

	t.true((await only.totals({filter: allOf([filter, parseFilter('support:contradicted', {displayTimezone: 'UTC'})])})).totals.events > 100);
	t.deepEqual(only.leaked, whole.leaked);
});
