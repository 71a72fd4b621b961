import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import type {ExecutionContext} from 'ava';
import {match} from '../../../source/filter/build.ts';
import {createCase} from '../../../source/investigation/case/create-case.ts';
import {personOf} from '../../../source/investigation/case/open-case.ts';
import {addSelection, excludeAccesses} from '../../../source/investigation/case/select.ts';
import {requestOf} from '../../../source/investigation/case/case-request.ts';
import type {ExportLayer} from '../../../source/terminal/app/layer.ts';
import type {State} from '../../../source/terminal/app/state.ts';
import {driveApp, type AppDriver} from '../../helpers/app-driver.ts';

/* An invented case on the disk, and the app over it. */

const log = [
	'event_id,timestamp,user_id,customer_id,fields,action,ticket',
	'1,2020-10-03T14:00:00Z,E0042,C1001,email,export,', '2,2020-10-03T14:01:00Z,E0042,C1002,email,export,card 4111 1111 1111 1111', '3,2020-10-03T14:02:00Z,E0042,C1003,email,read,T401',
	'4,2020-10-04T10:00:00Z,E0042,C1003,email,read,', '5,2020-10-05T10:00:00Z,E0042,C1004,phone,read,T402', '6,2020-10-06T10:00:00Z,E0107,C1001,email,read,', 'torn', '',
].join('\n');

/** A folder with a case in it that has one selection and one exclusion. */
export const makeCase = async (t: ExecutionContext): Promise<{readonly folder: string; readonly dir: string}> => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-dialogue-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	writeFileSync(join(folder, 'crm.csv'), log);
	writeFileSync(join(folder, 'people.csv'), 'id,email,name,country\nC1001,ann.orr@example.com,Ann Orr,DE\nC1002,bo.sand@example.com,Bo Sand,GB\n');
	const dir = join(folder, 'leak');
	const made = await createCase({
		folder: dir, request: {paths: [join(folder, 'crm.csv')], customers: [join(folder, 'people.csv')]}, about: {title: 'e-mail leak'}, worker: {by: personOf('J. Rivera'), now: () => new Date(Date.UTC(2020, 9, 23, 9))},
	});
	await addSelection(made, {filter: match('employee', {kind: 'is', text: 'E0042'}), reason: 'complaint of 12 October'});
	await excludeAccesses(made, {filter: match('reason', {kind: 'is', text: 'T402'}), reason: 'the customer asked'});
	await made.close();
	return {folder, dir};
};

/** The app with the case open and counted. */
export const openCase = async (t: ExecutionContext, dir: string, leaked: readonly string[] = []): Promise<AppDriver> => {
	const {requestToExport, open} = requestOf(dir, leaked);
	const app = driveApp({real: {request: requestToExport, open, caseFolder: dir}});
	t.teardown(async () => app.end());
	await app.until(({opened}) => opened !== undefined);
	return app;
};

export const formOf = ({layers}: State): ExportLayer | undefined => layers.find(layer => layer.kind === 'export');

/** Goes down to a row of the form. */
export const goTo = (app: AppDriver, part: ExportLayer['part']): void => {
	for (let presses = 0; formOf(app.state())?.part !== part; presses++) {
		if (presses > 9) {
			throw new Error(`the form has no row ${part}`);
		}

		app.press('down');
	}
};

/** Types into a row what is to stand there. */
export const fill = (app: AppDriver, part: ExportLayer['part'], text: string): void => {
	goTo(app, part);
	app.press('ctrl+u');
	app.type(text);
};

/** Every file of a folder, by its path in it. */
export const filesOf = (folder: string): ReadonlyMap<string, Buffer> => new Map(readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
	.map(entry => join(entry.parentPath, entry.name)).map(path => [relative(folder, path), readFileSync(path)] as const).toSorted(([a], [b]) => a < b ? -1 : 1));
