import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {ExpectedError} from '../errors.ts';
import type {LoadRequest} from '../investigation/investigation.ts';
import {likelyLogs} from '../investigation/likely-logs.ts';
import {expandHome, pathCompletions} from '../investigation/path-completions.ts';
import {keyOfAccounts} from './key-of-accounts.ts';
import type {Recent} from '../settings.ts';
import type {TerminalOptions} from '../terminal/terminal.tsx';

/** `/data/2020/exports/crm.csv` → `exports/crm.csv` where it lies below this folder: as a person would type it. */
const asTyped = (each: string): string => {
	const below = path.relative(process.cwd(), each);
	return below !== '' && !below.startsWith('..') && !path.isAbsolute(below) ? below : each;
};

/** What the first screen needs of the disk. The options of the command line hold for whatever is chosen there. */
export const startDoors = (request: LoadRequest, recent: Recent): NonNullable<TerminalOptions['start']> => ({
	recent: recent.map(({paths}) => paths.map(each => asTyped(each))),
	look: async options => likelyLogs(process.cwd(), options),
	complete: pathCompletions,
	async open(typed) {
		const paths = typed.map(each => expandHome(each));
		const [first, ...more] = paths;
		if (first !== undefined && more.length === 0 && existsSync(path.join(first, 'case.journal'))) {
			const {requestOf} = await import('../investigation/case/case-request.ts');
			const {viewText, open, requestToExport, maskKey} = requestOf(first, request.leaked);
			return {request: {...requestToExport, ...(request.stdin ? {stdin: request.stdin} : {})}, commandPaths: paths, filterText: viewText, open, caseFolder: first, ...keyOfAccounts(process.env, maskKey)};
		}

		const missing = paths.find(each => !/[*?[]/.test(each) && !existsSync(each));
		if (missing !== undefined) {
			throw new ExpectedError('no such file or folder', {where: missing, next: 'Check the path'});
		}

		return {request: {...request, paths}, commandPaths: paths};
	},
	async demo() {
		const {demoRequest, makeDemo} = await import('../demo/make-demo.ts');
		await makeDemo({directory: 'whosaw-demo', seed: 1, size: 'small'});
		const opened = demoRequest('whosaw-demo');
		return {request: opened, commandPaths: opened.paths};
	},
});
