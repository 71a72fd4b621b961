import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {makeDice, type Dice} from '../helpers/world-dice.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

/*
A second computation, plain and slow: every event is held against every record of its account. The store must find the same of every account.
*/

type Record = {readonly account: string; readonly kind: string; readonly since: number; readonly until: number; readonly site: string};
type Event = {readonly account: string; readonly at: number; readonly customers: readonly string[]; readonly denied: boolean; readonly system: string};

const hour = 3_600_000;
const begin = Date.UTC(2020, 9, 1);
const accounts = ['E1', 'E2', 'E3', 'E4', 'E5'];
const sites = ['Dublin', 'Cork', 'Galway'];

/** Half hours make records touch, and events fall on their ends. */
const moment = (dice: Dice, hours: number): number => begin + (dice.between(0, (hours * 2) - 1) * hour / 2);

const recordsOf = (dice: Dice): readonly Record[] => Array.from({length: dice.between(0, 80)}, () => {
	const since = moment(dice, 240);
	return {account: dice.pick(accounts.slice(1)), kind: dice.pick(['shift', 'shift', 'leave', 'badge', 'badge', 'badge', 'vpn']), since, until: since + ((dice.between(0, 30) + 1) * hour / 2), site: dice.pick([...sites, ''])};
});

const eventsOf = (dice: Dice): readonly Event[] => Array.from({length: 300}, () => ({
	account: dice.pick(accounts), at: moment(dice, 260), customers: Array.from({length: dice.between(0, 3)}, () => `C${dice.between(0, 40)}`), denied: dice.between(0, 9) === 0, system: dice.pick(['crm', 'crm', 'desk', 'CORK', 'Dublin']),
}));

const holds = ({since, until}: Record, at: number): boolean => since <= at && at < until;
const day = (at: number): number => Math.floor(at / (24 * hour));

const findingsOf = (own: readonly Record[], {at, system}: Event, known: ReadonlySet<string>): readonly string[] => {
	const shifts = own.filter(({kind}) => kind === 'shift');
	const shiftThatDay = shifts.some(({since, until}) => day(since) <= day(at) && day(at) <= day(until - 1));
	const here = new Set(own.filter(record => record.kind === 'badge' && record.site !== '' && holds(record, at)).map(({site}) => site.toLowerCase()));
	const elsewhere = known.has(system.toLowerCase()) && here.size > 0 && !here.has(system.toLowerCase());
	return [
		...(own.some(record => record.kind === 'leave' && holds(record, at)) ? ['leave'] : []), ...(here.size > 1 || elsewhere ? ['two-sites'] : []),
		...(shiftThatDay && !shifts.some(record => holds(record, at)) ? ['outside-shift'] : []),
	];
};

/** How often an account comes to be at two sites: looked for at every half hour, for nothing changes between. */
const overlapsOf = (own: readonly Record[]): number => {
	const twice = Array.from({length: 600}, (_, index) => new Set(own.filter(record => record.kind === 'badge' && record.site !== '' && holds(record, begin + (index * hour / 2))).map(({site}) => site)).size > 1);
	return twice.filter((is, index) => is && !twice[index - 1]).length;
};

const expected = (records: readonly Record[], events: readonly Event[]) => {
	const known = new Set(records.filter(({kind, site}) => kind === 'badge' && site !== '').map(({site}) => site.toLowerCase()));
	return accounts.flatMap(account => {
		const own = records.filter(record => record.account === account);
		const overlaps = overlapsOf(own);
		const found = events.filter(event => event.account === account && !event.denied).map(event => ({event, findings: findingsOf(own, event, known)}));
		const findings = ['leave', 'two-sites', 'outside-shift'].flatMap(finding => {
			const behind = found.filter(each => each.findings.includes(finding)).map(({event}) => event);
			const twice = finding === 'two-sites' && overlaps > 0 ? {overlaps} : {};
			return behind.length > 0 || 'overlaps' in twice ? [{finding, events: behind.length, customers: new Set(behind.flatMap(({customers}) => customers)).size, ...twice}] : [];
		});
		return findings.length > 0 && events.some(event => event.account === account) ? [{employee: account, findings}] : [];
	});
};

const text = (at: number): string => new Date(at).toISOString();

for (const seed of worldSeeds()) {
	test(`what is found beside records of presence is what a plain second computation finds (world ${seed})`, async t => {
		const dice = makeDice(seed);
		const [records, events] = [recordsOf(dice), eventsOf(dice)];
		const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-presence-'));
		t.teardown(async () => rm(folder, {recursive: true, force: true}));
		const at = (name: string): string => path.join(folder, name);
		await writeFile(at('log.csv'), ['time,employee,customer,data_type,activity,outcome,system', ...events.map(({account, at: when, customers, denied, system}) => [text(when), account, customers.join(';'), 'email', 'read', denied ? 'denied' : 'success', system].join(',')), ''].join('\n'));
		await writeFile(at('roster.csv'), ['employee,from,to,kind,site', 'E404,2020-10-01,2020-10-02,leave,', ...records.map(({account, since, until, kind, site}) => [account, text(since), text(until), kind, dice.between(0, 2) === 0 ? site.toUpperCase() : site].join(',')), ''].join('\n'));
		const investigation = await openInvestigation({paths: [at('log.csv')], presence: [at('roster.csv')]});
		t.teardown(async () => investigation.close());
		const {presence = []} = await investigation.leads({});
		t.deepEqual(presence.map(({employee, findings}) => ({employee, findings})).toSorted((a, b) => a.employee < b.employee ? -1 : 1), expected(records, events) as never);
	});
}
