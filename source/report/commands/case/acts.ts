import {readFileSync} from 'node:fs';
import {visibleText} from '../../../document/visible-text.ts';
import {ExpectedError, usageError} from '../../../errors.ts';
import {addSources, describeSource, relocateSources} from '../../../investigation/case/sources.ts';
import {undoLast} from '../../../investigation/case/review.ts';
import {openToChange} from '../../../investigation/case/open-case.ts';
import {readFacts} from '../../../investigation/case/facts.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {joinNamed} from './join.ts';
import {changing, folderOf, tellWarnings, textOf, withCase, workerOf} from './worker.ts';

/** `whosaw case note DIR TEXT` */
export const note = async (call: Call): Promise<number> => {
	const text = call.operands.slice(2).join(' ').trim();
	folderOf(call, 'note');
	if (text === '') {
		throw usageError('whosaw case note needs a text', 'Such as whosaw case note DIR "called the shop, they keep no list".');
	}

	return changing(call, 'note', async opened => {
		const line = opened.append({act: 'note', payload: {text}});
		await writeToStream(call.stdout, [`noted as act ${line.seq}\n`]);
		return 0;
	});
};

const textIn = (path: string): string => {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new ExpectedError(`the file of the facts cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`, {where: path, next: 'Name a JSON file; docs/command-line.md lists the facts.', cause: error});
	}
};

/** `whosaw case facts DIR --file FILE` */
export const facts = async (call: Call): Promise<number> => {
	const path = textOf(call, 'file', 'facts');
	folderOf(call, 'facts');
	const {facts: read, warnings} = readFacts(textIn(path), path);
	return changing(call, 'facts', async opened => {
		opened.append({act: 'facts', payload: {facts: read}});
		tellWarnings(call, warnings);
		await writeToStream(call.stdout, [`facts: ${Object.keys(read).join(', ')}\n`]);
		return 0;
	});
};

/** `whosaw case undo DIR` takes back the last act that can be taken back. */
export const undo = async (call: Call): Promise<number> => changing(call, 'undo', async opened => {
	const undone = undoLast(opened);
	await writeToStream(call.stdout, [`taken back: act ${undone.seq}, ${undone.act}\n`]);
	return 0;
});

/** `whosaw case sources add|describe|relocate DIR PATH…` */
export const sources = async (call: Call): Promise<number> => {
	const [, action, folder, ...paths] = call.operands;
	if (action === undefined || !['add', 'describe', 'relocate'].includes(action)) {
		throw usageError(action === undefined ? 'whosaw case sources what?' : `no action "${action}"`, 'One of: whosaw case sources add DIR PATH…, describe DIR PATH --file FILE, relocate DIR PATH….');
	}

	if (folder === undefined || paths.length === 0) {
		throw usageError(`whosaw case sources ${action} needs a case and a path`, `Such as whosaw case sources ${action} email-leak exports/crm-2.csv${action === 'describe' ? ' --file acquisition.json' : ''}.`);
	}

	const opened = openToChange(folder, workerOf(call));
	return withCase(call, opened, async ({options: {onProgress, signal}, calling, progress}) => {
		const loading = {...(onProgress ? {onProgress} : {}), ...(signal ? {signal} : {})};
		const lines = action === 'add'
			? await addSources(opened, {...call.request, paths, copySources: call.flags.on('copy-sources')}, loading)
			: (action === 'relocate' ? await relocateSources(opened, paths, call.signal) : await describeSource(opened, paths[0]!, textIn(textOf(call, 'file', 'sources describe'))));
		const joined = action === 'add' ? await joinNamed(call, opened, loading) : [];
		const by = await calling();
		progress.clear();
		await writeToStream(call.stdout, [...lines, ...joined].map(line => `${visibleText(by?.quoting(line) ?? line)}\n`));
		return 0;
	});
};
