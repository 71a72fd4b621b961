import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {formatBytes, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {ExpectedError, usageError} from '../../errors.ts';
import type {ExportRequest, ExportResult} from '../../investigation/investigation.ts';
import type {OptionName} from '../../options.ts';
import type {Call} from '../call.ts';
import {withInvestigation} from '../load.ts';
import type {ProgressLine} from '../progress.ts';
import {closeWith} from '../notices.ts';
import {writeToStream} from '../output.ts';
import {questionOf} from '../question.ts';
import {tellWarnings, workerOf} from './case/worker.ts';
import {sealingOf, shellWord} from '../sealing.ts';

const required = ({flags}: Call, name: 'output' | 'reason', next: string): string => {
	const value = flags.one(name);
	if (value === undefined || value.trim() === '') {
		throw usageError(`whosaw export needs --${name}`, next);
	}

	return value;
};

const filterOptions: readonly OptionName[] = ['filter', 'employee', 'customer', 'data-type', 'activity', 'country', 'system', 'from', 'to'];

const warnings: Readonly<Record<string, string>> = {
	'law-enforcement': 'It names customers and accounts', internal: 'It names customers and accounts', customers: 'It holds a letter for each customer', hr: 'It names accounts', regulator: 'It names nobody',
};

type Told = {readonly given: string; readonly audience: string; readonly reviewed: boolean; readonly signed: boolean; readonly notes?: readonly string[]};

const exportText = ({directory, files, bytes, customers, records, archive, sha256}: ExportResult, {given, audience, reviewed, signed, notes = []}: Told): string => {
	const folder = visibleText(shellWord(given));
	return [
		`case file  ${visibleText(directory)}`,
		...(archive === undefined ? [] : [`archive    ${visibleText(archive)}`]),
		`for        ${audience}`,
		`files      ${formatNumber(files)}, ${formatBytes(bytes)}`,
		`customers  ${formatNumber(customers)}`,
		`records    ${formatNumber(records)} of evidence`,
		`sha256     ${sha256}`,
		'           of tagmanifest-sha256.txt, which covers all: tell it to the receiver',
		'           by another way',
		'',
		`${reviewed ? '' : 'NOT REVIEWED. '}${warnings[audience] ?? ''}: keep it where only those who must see it can.`,
		...notes,
		'',
		'To check it:',
		`  whosaw verify ${folder}`,
		'To check it without whosaw:',
		`  cd ${folder}`,
		'  sha256sum -c --strict manifest-sha256.txt',
		'  sha256sum -c --strict tagmanifest-sha256.txt',
		...(signed ? ['  ssh-keygen -Y check-novalidate -n whosaw-casefile@v1 -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt'] : []),
		'',
	].join('\n');
};

type Common = Pick<ExportRequest, 'directory' | 'audience' | 'displayTimezone' | 'now' | 'signal' | 'seal' | 'jurisdictions' | 'documents'>;

/** What the letters are told: a template of one's own, and whether they may say how many others there are. */
const documentsOf = async ({flags}: Call): Promise<NonNullable<ExportRequest['documents']>> => {
	const path = flags.one('template');
	const tellCount = flags.on('tell-count');
	if ((path !== undefined || tellCount) && flags.one('audience') !== 'customers') {
		throw usageError(`${path === undefined ? '--tell-count' : '--template'} is for letters, which are written with --audience customers`, 'Add --audience customers, or leave it out.');
	}

	return {...(path === undefined ? {} : {template: {name: basename(path), text: await templateText(path)}}), ...(tellCount ? {tellCount} : {})};
};

const templateText = async (path: string): Promise<string> => {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(await readFile(path));
	} catch (error) {
		throw new ExpectedError('the template of the letters cannot be read', {where: path, next: 'Name a file of UTF-8 text that ends in .txt, .md or .html.', cause: error});
	}
};

const commonOf = async (call: Call): Promise<Common> => {
	const directory = required(call, 'output', 'Name a folder that is not there yet, such as --output case-file.');
	const table = call.flags.one('jurisdictions');
	const {jurisdictionsIn} = await import('../../investigation/case/export-case.ts');
	return {
		directory, audience: call.flags.one('audience') as NonNullable<ExportRequest['audience']>, displayTimezone: questionOf(call.flags).displayTimezone, now: call.now(), signal: call.signal,
		seal: sealingOf(call.flags), documents: await documentsOf(call), ...(table === undefined ? {} : {jurisdictions: jurisdictionsIn(table)}),
	};
};

const telling = (progress: ProgressLine): Pick<ExportRequest, 'onProgress'> => ({
	onProgress({text, done, of}) {
		progress.say(`${text}  ${formatNumber(done)} of ${formatNumber(of)}`);
	},
});

/** `whosaw export CASE`: what the case selects, and the journal says that it was exported. */
const exportOfCase = async (call: Call, folder: string): Promise<number> => {
	const common = await commonOf(call);
	const [{openCase}, {exportCase, factNotes, letterNotes, requestToExport}] = await Promise.all([import('../../investigation/case/open-case.ts'), import('../../investigation/case/export-case.ts')]);
	const opened = openCase(folder, workerOf(call));
	try {
		tellWarnings(call, [...opened.warnings, ...factNotes(opened.state, common.audience!), ...(opened.readOnly === undefined ? [] : [`the journal will not say that this was exported: ${opened.readOnly}`])]);
		return await withInvestigation(call, requestToExport(opened), async (investigation, progress) => {
			const reviewed = opened.state.review !== undefined;
			const result = await exportCase(opened, investigation, {...common, ...telling(progress)});
			progress.clear();
			await writeToStream(call.stdout, [exportText(result, {given: common.directory, audience: common.audience!, reviewed, signed: call.flags.many('sign').length > 0, notes: common.audience === 'customers' ? letterNotes(opened.state) : []})]);
			return closeWith(call, investigation);
		});
	} finally {
		await opened.close();
	}
};

/** `whosaw export CASE|PATH…`: the case file, a sealed folder. */
export const exportCaseFile = async (call: Call): Promise<number> => {
	if (call.opened) {
		if (filterOptions.some(name => call.flags.said(name))) {
			throw usageError('a case is exported as it selects', 'Add or exclude accesses with whosaw case select and whosaw case exclude, or export the files themselves.');
		}

		return exportOfCase(call, call.opened.folder);
	}

	const common = await commonOf(call);
	const reason = required(call, 'reason', 'Say why these accesses are in the case file, such as --reason "complaint of 12 October".');
	const {resolve} = questionOf(call.flags);
	const {readingToPack} = await import('../../investigation/case/export-case.ts');
	return withInvestigation(call, call.request, async (investigation, progress) => {
		if (investigation.sources.length === 0 && investigation.failed.length > 0) {
			return closeWith(call, investigation);
		}

		const result = await investigation.export({
			...common, ...readingToPack(call.request), filter: resolve(investigation.newest), reason, investigator: call.flags.one('investigator'), ...telling(progress),
		});
		progress.clear();
		await writeToStream(call.stdout, [exportText(result, {given: common.directory, audience: common.audience!, reviewed: false, signed: call.flags.many('sign').length > 0})]);
		return closeWith(call, investigation);
	});
};
