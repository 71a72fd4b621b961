import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {projectFolder} from './program.ts';
import {startWhosaw} from './pty.ts';

/* The pictures of the readme: the app over the demo world, in a real terminal. `npm run pictures` takes them anew. */

const media = path.join(projectFolder, 'media');
const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-pictures-'));
await mkdir(media, {recursive: true});
const app = startWhosaw(['demo'], {columns: 120, rows: 36, cwd: folder, env: {COLORTERM: 'truecolor', WHOSAW_SETTINGS_FOLDER: path.join(folder, 'settings'), TZ: 'UTC'}});

/** Loaded, answered, and drawn to the end. */
const isAnswered = (screen: readonly string[]): boolean => !screen.some(row => /asking…|loading/.test(row));

try {
	await app.waitFor(/ events · [\d,]+ rejected/, 120_000);
	await app.waitFor(isAnswered, 60_000);
	await app.press('f');
	app.type('employee:E0014 data:email time:2020-10-01..2020-10-24');
	await app.press('enter');
	await app.waitFor(screen => isAnswered(screen) && screen.some(row => row.includes('WHO E0014')), 60_000);
	await app.settle(1000);
	await app.snapshotSvg(path.join(media, 'explore.svg'));
	await app.press('enter');
	await app.waitFor('a second reader agrees', 60_000);
	await app.settle(1000);
	await app.snapshotSvg(path.join(media, 'record.svg'));
	await app.press('escape');
	await app.waitWithout('a second reader agrees');
	await app.press('X', '2');
	await app.waitFor(screen => isAnswered(screen) && screen.some(row => row.includes('separable')), 60_000);
	await app.settle(1000);
	await app.snapshotSvg(path.join(media, 'leads.svg'));
} catch (error) {
	console.error(app.screen().join('\n'));
	throw error;
} finally {
	app.kill();
	await rm(folder, {recursive: true, force: true});
}
