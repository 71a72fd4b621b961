import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import type {Investigation, LoadRequest} from '../../../source/investigation/investigation.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';

/** Record 2 counts, 3 names one of four, 4 says nothing, 5 was denied, 6 is record 2 again, 7 is not understood, 8 and 9 are ordinary. */
export const log = `time,employee,customer,activity,count,outcome,id,reason
2020-10-03T10:00:00Z,E0042,C1001,read,,success,a1,
2020-10-03T10:01:00Z,E0042,,export,5,success,a2,T401
2020-10-03T10:02:00Z,E0117,C1002,export,4,success,a3,
2020-10-03T10:03:00Z,E0117,,export,,success,a4,
2020-10-03T10:04:00Z,E0042,,export,9,denied,a5,
2020-10-03T10:01:00Z,E0042,,export,5,success,a2,T401
not a time,E0042,,export,5,success,a7,
2020-10-03T10:08:00Z,E0042,C1003;C1004,read,2,success,a8,
2020-10-03T10:09:00Z,E0042,,delete,,success,a9,
`;

export const customers = `customer_id,email,country
C1001,c1001@example.com,IE
C2001,Bo@example.com,GB
C2002,shared@example.com,FR
C2003,shared@example.com,FR
`;

type Files = Readonly<Record<string, string | Buffer>>;

export const folderOf = async (t: ExecutionContext, files: Files): Promise<(name: string) => string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-lists-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	await Promise.all(Object.entries({'log.csv': log, 'customers.csv': customers, ...files}).map(async ([name, text]) => writeFile(path.join(folder, name), text)));
	return name => path.join(folder, name);
};

/** The log with lists: event → name of a file. */
export const openedWith = async (t: ExecutionContext, files: Files, lists: ReadonlyArray<readonly [event: string, file: string]>, more: (at: (name: string) => string) => Partial<LoadRequest> = () => ({})): Promise<Investigation> => {
	const at = await folderOf(t, files);
	const investigation = await openInvestigation({paths: [at('log.csv')], customers: [at('customers.csv')], lists: lists.map(([event, file]) => ({event, path: at(file)})), ...more(at)});
	t.teardown(async () => investigation.close());
	return investigation;
};
