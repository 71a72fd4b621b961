import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {startWhosaw} from '../../helpers/pty.ts';

test('from the setting “none” the themes go round as from any other, and the one that is chosen is kept', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-theme-'));
	const settings = path.join(folder, 'config.json');
	await writeFile(settings, JSON.stringify({theme: 'none'}));
	await writeFile(path.join(folder, 'crm.csv'), 'timestamp,user_id,customer_id,action\n2020-10-03T14:00:00Z,E0042,C1002,read\n');
	const pty = startWhosaw(['crm.csv'], {cwd: folder, env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('1 event · 1 customer');
	t.false(pty.output().includes('\u001B[36m'));
	for (const theme of ['default', 'high-contrast', 'none', 'default']) {
		await pty.press(':');
		pty.type('next theme');
		await pty.waitFor('Next theme');
		await pty.press('enter');
		await pty.waitFor(`Theme: ${theme}.`);
	}

	await pty.press('q');
	await pty.waitFor('Leave whosaw?');
	await pty.press('y');
	await pty.exit;
	t.true(pty.output().includes('\u001B[36m'));
	t.like(JSON.parse(await readFile(settings, 'utf8')), {theme: 'default'});
});
