import {createWriteStream, existsSync} from 'node:fs';
import {mkdir, rename, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {once} from 'node:events';

/*
A CRM's access log of invented people, as large as asked for: 500 employees, 200,000 customers, July to November 2020.
The same number of rows gives the same bytes on every machine; a log once made is kept in the folder for temporary files.
*/

const rowsPerBlock = 10_000;
const customers = 200_000;
const start = Date.UTC(2020, 6, 1) / 1000;
const seconds = 153 * 86_400;

const firstNames = ['Ada', 'Ben', 'Chidi', 'Dana', 'Elif', 'Femi', 'Grace', 'Hana', 'Ivan', 'Jo', 'Kofi', 'Lena', 'Mateo', 'Nia', 'Omar', 'Priya', 'Quinn', 'Rosa', 'Sven', 'Tala'];
const lastNames = ['Okafor', 'Rivera', 'Lindqvist', 'Tanaka', 'Moreau', 'Novak', 'Adeyemi', 'Castellano', 'Fischer', 'Haddad', 'Iyer', 'Jansen', 'Kowalski', 'Larsen', 'Mbeki', 'Nguyen', 'Ortega', 'Petrov', 'Quispe', 'Rahman', 'Silva', 'Tomlinson', 'Ueda', 'Varga', 'Weber'];
const dataTypes = ['email', 'email', 'email', 'phone', 'phone', 'address', 'address', 'name', 'name', 'order_history', 'order_history', 'payment_card', 'support_case', 'preferences'];
const activities = ['read', 'read', 'read', 'read', 'read', 'read', 'search', 'search', 'update', 'export'];
const systems = ['crm-emea', 'crm-emea', 'crm-americas', 'support-desk', 'shop-admin'];

/** A small generator of our own (mulberry32), so that the bytes do not depend on a version of anything. */
export const dice = (seed: number): ((sides: number) => number) => {
	let state = seed;
	return sides => {
		state = (state + 0x6D_2B_79_F5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296 * sides);
	};
};

/** Every twentieth name holds a comma, so that a reader has to understand quotes. */
const employees = Array.from({length: 500}, (_, index) => {
	const name = `${firstNames[index % 20]} ${lastNames[(index * 7) % 25]}`;
	return `E${String(index + 1).padStart(4, '0')},${index % 20 === 7 ? `"${name}, Jr."` : name}`;
});
const addresses = Array.from({length: 500}, (_, index) => `10.${index % 7}.${Math.floor(index / 250)}.${(index % 250) + 1}`);

export const timeText = (second: number): string => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;

const rowText = (row: number, rows: number, roll: (sides: number) => number): string => {
	const employee = roll(500);
	const ticket = roll(3) === 0 ? '' : `T${100_000 + roll(900_000)}`;
	const customer = `C${1_000_000 + roll(customers)}`;
	return `EV${String(row + 1).padStart(10, '0')},${timeText(start + Math.floor(row / rows * seconds))},${employees[employee]},${customer},${dataTypes[roll(14)]},${activities[roll(10)]},${systems[roll(5)]},${addresses[employee]},${ticket}\n`;
};

const write = async (path: string, rows: number, first: string): Promise<void> => {
	const stream = createWriteStream(path);
	const roll = dice(42);
	stream.write(`${first},time,employee,employee_name,customer,data_type,activity,system,ip,ticket\n`);
	for (let begin = 0; begin < rows; begin += rowsPerBlock) {
		let block = '';
		for (let row = begin; row < Math.min(rows, begin + rowsPerBlock); row++) {
			block += rowText(row, rows, roll);
		}

		if (!stream.write(block)) {
			await once(stream, 'drain');
		}
	}

	stream.end();
	await finished(stream);
};

export type Log = {readonly path: string; readonly rows: number; readonly bytes: number};

/** The log of so many rows, made now or found made. Without ids the same bytes stand in a column that identifies nothing. */
export const makeLog = async (rows: number, {ids = true}: {readonly ids?: boolean} = {}): Promise<Log> => {
	const folder = join(tmpdir(), 'whosaw-benchmark');
	const path = join(folder, `crm-${rows}${ids ? '' : '-without-ids'}.csv`);
	await mkdir(folder, {recursive: true});
	if (!existsSync(path)) {
		process.stderr.write(`making ${path}\n`);
		await write(`${path}.part`, rows, ids ? 'event_id' : 'line_num');
		await rename(`${path}.part`, path);
	}

	return {path, rows, bytes: (await stat(path)).size};
};

/** Exports of twenty customers each beside that log, in no order of time: so many records, made now or found made. */
export const makeLists = async (lists: number): Promise<string> => {
	const path = join(tmpdir(), 'whosaw-benchmark', `lists-${lists}.ndjson`);
	if (!existsSync(path)) {
		const roll = dice(7);
		await writeFile(`${path}.part`, Array.from({length: lists}, () => `${JSON.stringify({
			time: timeText(start + roll(seconds)), employee: `E${String(roll(500) + 1).padStart(4, '0')}`, customers: Array.from({length: 20}, () => `C${1_000_000 + roll(customers)}`),
			data_type: dataTypes[roll(14)], activity: 'export', system: systems[roll(5)], reason: null,
		})}\n`).join(''));
		await rename(`${path}.part`, path);
	}

	return path;
};

/** How large the largest log is: `WHOSAW_BENCHMARK_ROWS`, else ten million. */
export const fullSize = (): number => Number(process.env['WHOSAW_BENCHMARK_ROWS'] ?? 10_000_000);
