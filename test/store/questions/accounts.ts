import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';

test('every account that was met is known by all that the directory and the logs call it', async t => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-accounts-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const [log, directory] = [join(folder, 'crm.csv'), join(folder, 'employees.csv')];
	await writeFile(log, ['timestamp,user_id,customer_id', '2020-10-03T14:00:00Z,jrivera,C1002', '2020-10-03T14:01:00Z,E0042,C1003', '2020-10-03T14:02:00Z,Jo.Rivera@Example.com,C1004', '2020-10-03T14:03:00Z,nobody known,C1005', ''].join('\n'));
	await writeFile(directory, ['id,login,email,name', 'E0042,jrivera,jo.rivera@example.com,Jo Rivera', 'E0107,aokafor,ada.okafor@example.com,Ada Okafor', ''].join('\n'));
	const investigation = await openInvestigation({paths: [log], employees: [directory]});
	t.teardown(async () => investigation.close());
	t.deepEqual(await investigation.accounts(), [
		{account: 'E0042', names: ['Jo Rivera', 'Jo.Rivera@Example.com', 'jo.rivera@example.com', 'jrivera']},
		{account: 'nobody known', names: []},
	]);
});
