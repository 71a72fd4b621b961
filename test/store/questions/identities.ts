import test from 'ava';
import {csv, load} from '../../helpers/loading.ts';
import {temporaryFile} from '../../helpers/temporary-files.ts';

const at = (second: number): string => `2020-10-01T00:00:0${second}Z`;

/** One customer by id and address, one by an id that only the address beside it explains, one by two letters' cases, one by two forms of an id of Salesforce. */
const log = csv('timestamp,employee,customer,customer_email,action',
	`${at(0)},E1,C1,,view`, `${at(1)},jdoe,Ann@Example.com,,view`, `${at(2)},JDOE@corp.example,X9,bo@example.com,view`, `${at(3)},E7,New@example.com,,view`,
	`${at(4)},E1,001A0000006Vm9r,,view`, `${at(5)},E1,001A0000006Vm9rIAC,,view`);

const salesforce = {kind: 'customer', id: '001A0000006Vm9rIAC', asLogged: '001A0000006Vm9r', how: 'salesforce 15/18'} as const;
const spelt = {kind: 'customer', id: 'new@example.com', asLogged: 'New@example.com', how: 'letters\' case'} as const;

test('whom the directories do not have is listed, and every other id, login and address with what says whose it is', async t => {
	const customers = [temporaryFile(t, 'people.csv', csv('id,email', 'C1,ann@example.com', 'C2,bo@example.com'))];
	const employees = [temporaryFile(t, 'staff.csv', csv('id,login,email', 'E1,jdoe,jdoe@corp.example'))];
	const investigation = await load(t, {'a.csv': log}, {customers, employees});
	const merged = [
		salesforce, {kind: 'customer', id: 'C1', asLogged: 'Ann@Example.com', how: 'directory e-mail'}, {kind: 'customer', id: 'C2', asLogged: 'X9', how: 'logged e-mail'}, spelt,
	] as const;
	const accounts = [{kind: 'employee', id: 'E1', asLogged: 'JDOE@corp.example', how: 'directory e-mail'}, {kind: 'employee', id: 'E1', asLogged: 'jdoe', how: 'directory login'}] as const;
	t.deepEqual(await investigation.resolutions({limit: 9}), {
		customers: {unresolved: {first: ['001A0000006Vm9rIAC', 'new@example.com'], more: 0}, merged: {first: merged, more: 0}},
		employees: {unresolved: {first: ['E7'], more: 0}, merged: {first: accounts, more: 0}},
	});
	t.deepEqual(await investigation.resolutions({limit: 1}), {
		customers: {unresolved: {first: ['001A0000006Vm9rIAC'], more: 1}, merged: {first: [salesforce], more: 3}},
		employees: {unresolved: {first: ['E7'], more: 0}, merged: {first: accounts.slice(0, 1), more: 1}},
	});
	const of = async (id: string): Promise<unknown> => investigation.packagedIdentities({filter: {kind: 'match', field: 'customer', test: {kind: 'is', text: id}}});
	t.deepEqual(await of('C1'), [merged[1], ...accounts], 'of the customers and the accounts of the question alone');
	t.deepEqual(await of('new@example.com'), [spelt]);
});

test('without a directory nobody is missed in one, and what the logs join themselves is listed all the same', async t => {
	const {customers, employees} = (await (await load(t, {'a.csv': log})).resolutions({limit: 9}))!;
	t.deepEqual(customers.merged.first, [salesforce, {...spelt, id: 'ann@example.com', asLogged: 'Ann@Example.com'}, spelt]);
	t.deepEqual(employees.merged.first, [{kind: 'employee', id: 'jdoe@corp.example', asLogged: 'JDOE@corp.example', how: 'letters\' case'}]);
	t.deepEqual([customers.unresolved, employees.unresolved], [undefined, undefined]);
});
