import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {likelyLogs, type Likely} from '../../source/investigation/likely-logs.ts';
import {pathCompletions} from '../../source/investigation/path-completions.ts';
import {temporaryFolder} from '../helpers/cli.ts';

test('logs, cases and exported case files are found in a folder and in the folders of it; other tables are not', async t => {
	const folder = await temporaryFolder(t);
	for (const name of ['exports', 'case-7', 'bag', 'deep/deeper']) {
		mkdirSync(join(folder, name), {recursive: true});
	}

	const log = 'timestamp,user_id,customer_id\n2020-10-03T14:00:00Z,E0042,C1002\n';
	for (const [name, text] of Object.entries({
		'crm.csv': log, 'exports/mail.csv': log, 'deep/deeper/no.csv': log, 'people.csv': 'id,email\nC1002,jane@example.com\n',
		'case-7/case.journal': '', 'bag/bagit.txt': '', 'bag/log.csv': log, 'notes.md': log, 'broken.json': '{', 'odd.csv': 'moment,w\n2020-10-03T14:00:00Z,E0042\n',
	})) {
		writeFileSync(join(folder, name), text);
	}

	const found: Likely[] = [];
	t.true(await likelyLogs(folder, {onFound: each => found.push(each)}));
	t.deepEqual(found.map(({path, kind, unclear}) => [path, kind, unclear]), [
		['bag', 'package', false], ['case-7', 'case', false], ['crm.csv', 'log', false], ['odd.csv', 'log', true], [join('exports', 'mail.csv'), 'log', false],
	]);
	await t.notThrowsAsync(likelyLogs(join(folder, 'absent'), {onFound: () => t.fail()}));
});

test('a folder of very many logs is looked at in part, and that is known', async t => {
	const folder = await temporaryFolder(t);
	for (let index = 0; index < 50; index++) {
		writeFileSync(join(folder, `${index}.csv`), 'timestamp,user_id,customer_id\n2020-10-03T14:00:00Z,E0042,C1002\n');
	}

	const found: Likely[] = [];
	t.false(await likelyLogs(folder, {onFound: each => found.push(each)}));
	t.is(found.length, 40);
});

test('a path is completed with what lies there; hidden names once a dot is typed', async t => {
	const folder = await temporaryFolder(t);
	mkdirSync(join(folder, 'exports'));
	writeFileSync(join(folder, 'example.csv'), '');
	writeFileSync(join(folder, '.hidden'), '');
	t.deepEqual(await pathCompletions(`${folder}/ex`), [`${folder}/example.csv`, `${folder}/exports/`]);
	t.deepEqual(await pathCompletions(`${folder}/.`), [`${folder}/.hidden`]);
	t.deepEqual(await pathCompletions(`${folder}/absent/`), []);
});
