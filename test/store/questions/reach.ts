import test from 'ava';
import type {ExecutionContext} from 'ava';
import {createTables} from '../../../source/store/schema.ts';
import {accesses, readFacts} from '../../../source/store/accesses.ts';
import {prepareDirectories} from '../../../source/store/directories.ts';
import {addColumns} from '../../../source/store/record-columns.ts';
import {openDatabase, type Session} from '../../../source/store/database.ts';
import {askReach, type ReachRows} from '../../../source/store/questions/reach.ts';
import {int64, sql, text} from '../../../source/store/sql.ts';
import {makeDice} from '../../helpers/world-dice.ts';

const day = 86_400_000_000;

type Access = {readonly employee: string; readonly customer: string; readonly at: number; readonly denied: boolean};

const store = async (t: ExecutionContext, all: readonly Access[]): Promise<Session> => {
	const database = await openDatabase();
	const session = await database.open();
	t.teardown(() => {
		session.close();
		database.close();
	});
	await createTables(session);
	await prepareDirectories(session);
	await addColumns(session, ['outcome']);
	await session.run(sql`insert into outcome_cell values (7, 'denied')`);
	for (const {employee, customer, at, denied} of all) {
		await session.run(sql`insert into record (source, t, status, employee, customer, data, outcome) values (0, ${int64(at)}, 0, hash(${text(employee)}), hash(${text(customer)}), 0, ${int64(denied ? 7 : 8)})`);
	}

	for (const id of new Set(all.map(({employee}) => employee))) {
		await session.run(sql`insert into employee (key, id) values (hash(${text(id)}), ${text(id)})`);
	}

	for (const id of new Set(all.map(({customer}) => customer))) {
		await session.run(sql`insert into customer (key, id, country) values (hash(${text(id)}), ${text(id)}, 'GB')`);
	}

	return session;
};

const asked = async (session: Session, before?: number): Promise<ReachRows> => {
	const facts = await readFacts(session);
	const question = await accesses({session, filter: {kind: 'all'}, facts, help: {bareText: async () => sql`none`}});
	return askReach(question, {zone: 'UTC', ...(before === undefined ? {} : {before})});
};

const told = ({accounts, columns, firstDay}: ReachRows): readonly string[] =>
	Array.from(columns.account, (account, row) => `${accounts[account]!.id}/${columns.customer[row]!}/${firstDay + columns.day[row]!}`).toSorted();

test('the accesses are those that reached somebody, with places for accounts and customers in the order of their ids', async t => {
	const dice = makeDice(7);
	const all = Array.from({length: 300}, () => ({employee: `E${dice.between(0, 5)}`, customer: `C${dice.between(10, 40)}`, at: dice.between(18_000, 18_020) * day + dice.between(0, 80_000) * 1_000_000, denied: dice.chance(0.1)}));
	const session = await store(t, all);
	const ids = [...new Set(all.map(({customer}) => customer))].toSorted();
	const naive = (before = Infinity): readonly string[] => all.filter(({denied, at}) => !denied && at < before).map(({employee, customer, at}) => `${employee}/${ids.indexOf(customer)}/${Math.floor(at / day)}`).toSorted();
	const rows = await asked(session);
	t.deepEqual(told(rows), naive());
	t.is(rows.customers, ids.length);
	t.deepEqual(rows.markets, ['GB']);
	const before = 18_010 * day;
	t.deepEqual(told(await asked(session, before)), naive(before));
});

test('exports without any access give no rows', async t => {
	const rows = await asked(await store(t, []));
	t.is(rows.columns.account.length, 0);
	t.is(rows.days, 1);
});
