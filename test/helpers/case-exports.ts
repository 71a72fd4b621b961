import {execFileSync} from 'node:child_process';
import {statSync, utimesSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {ExecutionContext} from 'ava';
import {createCase} from '../../source/investigation/case/create-case.ts';
import {openCase} from '../../source/investigation/case/open-case.ts';
import {openExports} from '../../source/investigation/case/open-exports.ts';
import {requestOfCase} from '../../source/investigation/case/case-reading.ts';
import type {LoadOptions, StreamingInvestigation} from '../../source/investigation/investigation.ts';

export const worker = {by: {name: 'J. Rivera', id: 'rivera@example.com'}, now: () => new Date('2026-11-22T10:00:00Z')};

export const crm = [
	'event_id,timestamp,user_id,customer_id,customer_email,country,fields,action,count,ticket', '1,2020-10-03 14:00:00,E0042,C1001,a@example.com,uk,email,export,,', '1,2020-10-03 14:00:00,E0042,C1001,a@example.com,uk,email,export,,',
	'2,2020-10-25 01:30:00,E0042,C1002;C1003,,Germany,"email;phone",export,9,T401', '3,not a time,E0042,C1004,,,email,read,,', '4,2020-10-09 10:00:00,jane@example.com,C1003,c@example.com,DE,phone,read,,"two', 'lines"',
	'5,2020-10-10 10:00:00,E0107,,,,,export,500,', '6,2020-10-11 10:00:00,E0107,"=C1009,\u202Ex",,FR,email,denied,,', '',
].join('\n');
const desk = [{at: '2020-10-04T10:00:00Z', actor: {id: 'E0042'}, customer_id: 'C1001', action: 'view', resource: '/customers/1/payment'}, {at: '2020-10-05T10:00:00Z', actor: {id: 'E0107'}, customer_id: 'C1005', action: 'view', resource: '/orders/2'}].map(row => JSON.stringify(row)).join('\n');
const shop = Buffer.from('\uFEFFtime;user;customer;fields\r\n2020-10-06T10:00:00Z;E0042;Ç1007;email\r\n2020-10-07T10:00:00Z;E0042;C1001;phone\r\n', 'utf16le');

export const exportNames = ['more.zip', 'crm.csv', 'desk.ndjson.gz', 'shop.csv'] as const;

export type World = {readonly folder: string; readonly dir: string};

/** A case of exports of every kind, with directories, rules, tickets and records of presence. `begun`: those that it is made of; the others are there, and can be added. */
export const world = async (t: ExecutionContext, begun: readonly string[] = exportNames): Promise<World> => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-index-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const files = {'crm.csv': crm, 'desk.ndjson.gz': gzipSync(`${desk}\n`), 'shop.csv': shop, 'people.csv': 'customer_id,email,country\nC1001,a@example.com,GB\nC1005,e@example.com,FR\n', 'staff.csv': 'employee_id,email,team,leaving_date\nE0042,jane@example.com,support,2020-10-07\n',
		'tickets.csv': 'ticket_id,customer_id,assignee,opened,closed\nT401,C1002,E0042,2020-10-01T00:00:00Z,2020-11-01T00:00:00Z\nT402,C1009,E0107,2020-10-01T00:00:00Z,\n',
		'roster.csv': 'Employee,From,To,Kind,Site\nE0042,2020-10-04,2020-10-05,leave,\njane@example.com,2020-10-09,2020-10-09,vacation,\nE0107,2020-10-07T09:00:00Z,2020-10-07T17:00:00Z,shift,Cork\nE0107,2020-10-07T10:00:00Z,2020-10-07T11:00:00Z,badge,Leeds\n',
		'rules.yaml': 'version: 1\nrules:\n  - {id: pay, when: {path: "/customers/*/payment"}, types: [payment_card]}\n'};
	for (const [name, content] of Object.entries(files)) {
		writeFileSync(join(folder, name), content);
	}

	execFileSync('python3', ['-c', 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], "w")\nz.writestr("in/b.csv", sys.argv[2])\nz.writestr("in/a.csv", sys.argv[2].replace("C2", "C3"))', join(folder, 'more.zip'), 'time,user,customer,fields\n2020-10-08T10:00:00Z,E0042,C2001,email\n2020-10-08T11:00:00Z,E0107,C2002,phone\n']);
	for (const name of exportNames) {
		// A whole second: what a test writes in its place can have the same time.
		utimesSync(join(folder, name), new Date('2020-11-01'), new Date('2020-11-01'));
	}

	const dir = join(folder, 'leak');
	const made = await createCase({
		folder: dir, worker, about: {}, request: {
			paths: begun.map(name => join(folder, name)), timezones: [{files: 'crm*', value: 'Europe/Dublin'}], overlapping: true,
			maps: [{files: 'crm*', value: {role: 'customer-country', column: 'country'}}, {files: 'crm*', value: {role: 'reason', column: 'ticket'}}, {files: 'desk*', value: {role: 'time', column: 'at'}}, {files: 'desk*', value: {role: 'employee', column: 'actor.id'}}, {files: 'desk*', value: {role: 'customer', column: 'customer_id'}}],
			customers: [join(folder, 'people.csv')], employees: [join(folder, 'staff.csv')], rules: [join(folder, 'rules.yaml')], tickets: [join(folder, 'tickets.csv')], presence: [join(folder, 'roster.csv')],
		},
	});
	await made.close();
	return {folder, dir};
};

export const index = ({dir}: World): string => join(dir, 'events.duckdb');
export const inode = (of: World): number => statSync(index(of)).ino;

export const open = async (t: ExecutionContext, {dir}: World, options: LoadOptions = {}): Promise<StreamingInvestigation> => {
	const {state} = openCase(dir);
	const investigation = await openExports({folder: dir, state, request: requestOfCase(dir, state), options});
	t.teardown(async () => investigation.close());
	return investigation;
};
