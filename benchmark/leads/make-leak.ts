import {createWriteStream, existsSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {dice, fullSize, timeText} from '../make-log.ts';

/*
A log in which 3,000 accounts reach a million customers over 153 days, four of whom took 10,000 customers beside their work within two weeks each; a directory of
the accounts; and a list of half of what the four took, with one entry in ten from elsewhere. Invented, and the same bytes on every machine.
*/

export const accounts = 3000;
const teams = 120;
const customers = 1_000_000;
const countries = ['DE', 'FR', 'GB', 'ES', 'IT', 'NL', 'PL', 'SE', 'AT', 'IE'];
const systems = ['crm-emea', 'crm-americas', 'crm-asia', 'support-desk', 'shop-admin', 'billing', 'warehouse', 'marketing'];
const dataTypes = ['email', 'phone', 'address', 'name', 'order_history', 'payment_card'];
const activities = ['read', 'read', 'read', 'read', 'search', 'update', 'export'];
const start = Date.UTC(2020, 6, 1) / 1000;
const days = 153;
const day = 86_400;
const takenEach = 10_000;
const takers = [{account: 211, from: 20}, {account: 998, from: 61}, {account: 1717, from: 90}, {account: 2890, from: 131}];
const daysOfTaking = 14;
/** Drawn one by one: some are drawn again, and 19,000 stay. */
const listed = 26_000;

export const accountId = (account: number): string => `E${String(account + 1).padStart(4, '0')}`;
const customerId = (customer: number): string => `C${1_000_000 + customer}`;

/** Those who took customers, as the leads should name them. */
export const takerIds: readonly string[] = takers.map(({account}) => accountId(account));

type Roll = (sides: number) => number;

const rowText = (row: number, second: number, {account, customer, roll}: {readonly account: number; readonly customer: number; readonly roll: Roll}): string =>
	`EV${String(row + 1).padStart(10, '0')},${timeText(second)},${accountId(account)},${customerId(customer)},${countries[Math.floor(customer % 55 / 5.5)]!},${dataTypes[roll(6)]!},${activities[roll(7)]!},${systems[account % 7 === roll(7) ? 7 : account % 7]!},${roll(3) === 0 ? '' : `T${roll(900_000)}`}\n`;

/** Of each taker the customers, evenly over the days. */
const takingsOf = (roll: Roll): ReadonlyArray<{readonly account: number; readonly customer: number; readonly second: number}> => takers.flatMap(({account, from}) =>
	Array.from({length: takenEach}, (_, index) => ({account, customer: roll(customers), second: start + from * day + Math.floor(index / takenEach * daysOfTaking * day)}))).toSorted((a, b) => a.second - b.second);

/** A team works a part of the customers of its own; every account has a pace. */
const writeLog = async (path: string, rows: number, takings: ReturnType<typeof takingsOf>): Promise<void> => {
	const roll = dice(4711);
	const stream = createWriteStream(path);
	stream.write('event_id,time,employee,customer,country,data_type,activity,system,ticket\n');
	let [block, taken] = ['', 0];
	for (let row = 0; row < rows; row++) {
		const second = start + Math.floor(row / rows * days * day);
		const taking = takings[taken];
		if (taking && taking.second <= second) {
			block += rowText(row, second, {...taking, roll});
			taken++;
		} else {
			const account = Math.min(roll(accounts), roll(accounts * 2));
			const own = Math.floor(customers / teams);
			const customer = roll(4) === 0 ? roll(customers) : (account % teams * own) + Math.min(roll(own), roll(own));
			block += rowText(row, second, {account, customer, roll});
		}

		if (block.length > 1 << 20) {
			if (!stream.write(block)) {
				await once(stream, 'drain');
			}

			block = '';
		}
	}

	stream.end(block);
	await finished(stream);
};

export type Leak = {readonly log: string; readonly staff: string; readonly list: string};

/** The log of as many accesses as the benchmark is told, made now or found made. */
export const makeLeak = async (): Promise<Leak> => {
	const rows = fullSize();
	const folder = join(tmpdir(), 'whosaw-benchmark', `leak-${rows}`);
	const leak = {log: join(folder, 'log.csv'), staff: join(folder, 'staff.csv'), list: join(folder, 'leaked.txt')};
	if (!existsSync(leak.log)) {
		await mkdir(folder, {recursive: true});
		process.stderr.write(`making ${leak.log}\n`);
		const roll = dice(815);
		const takings = takingsOf(roll);
		await writeFile(leak.staff, `employee,name,team\n${Array.from({length: accounts}, (_, account) => `${accountId(account)},Person ${account + 1},Team ${account % teams + 1}\n`).join('')}`);
		await writeFile(leak.list, [
			...Array.from({length: listed}, () => customerId(takings[roll(takings.length)]!.customer)), ...Array.from({length: listed / 10}, () => customerId(roll(customers))), 'nobody@example.com',
		].map(id => `${id}\n`).join(''));
		await writeLog(`${leak.log}.part`, rows, takings);
		await rename(`${leak.log}.part`, leak.log);
	}

	return leak;
};
