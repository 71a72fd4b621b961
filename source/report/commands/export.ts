import {formatBytes, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {usageError} from '../../errors.ts';
import type {ExportResult} from '../../investigation/investigation.ts';
import type {Call} from '../call.ts';
import {withInvestigation} from '../load.ts';
import {closeWith} from '../notices.ts';
import {writeToStream} from '../output.ts';
import {questionOf} from '../question.ts';
import {sealingOf, shellWord} from '../sealing.ts';

const required = ({flags}: Call, name: 'output' | 'reason', next: string): string => {
	const value = flags.one(name);
	if (value === undefined || value.trim() === '') {
		throw usageError(`whosaw export needs --${name}`, next);
	}

	return value;
};

const exportText = ({directory, files, bytes, customers, records, archive}: ExportResult, given: string): string => {
	const folder = visibleText(shellWord(given));
	return [
		`case file  ${visibleText(directory)}`,
		...(archive === undefined ? [] : [`archive    ${visibleText(archive)}`]),
		`files      ${formatNumber(files)}, ${formatBytes(bytes)}`,
		`customers  ${formatNumber(customers)}`,
		`records    ${formatNumber(records)} of evidence`,
		'',
		'NOT REVIEWED. It names customers: keep it where only those who must see it can.',
		'',
		'To check it:',
		`  whosaw verify ${folder}`,
		'To check it without whosaw:',
		`  cd ${folder}`,
		'  sha256sum -c --strict manifest-sha256.txt',
		'  sha256sum -c --strict tagmanifest-sha256.txt',
		'',
	].join('\n');
};

/** `whosaw export PATH…`: the case file, a sealed folder. */
export const exportCaseFile = async (call: Call): Promise<number> => {
	const directory = required(call, 'output', 'Name a folder that is not there yet, such as --output case-file.');
	const reason = required(call, 'reason', 'Say why these accesses are in the case file, such as --reason "complaint of 12 October".');
	const {displayTimezone, resolve} = questionOf(call.flags);
	return withInvestigation(call, call.request, async (investigation, progress) => {
		if (investigation.sources.length === 0 && investigation.failed.length > 0) {
			return closeWith(call, investigation);
		}

		const result = await investigation.export({
			filter: resolve(investigation.newest), reason, directory, displayTimezone, now: call.now(), signal: call.signal,
			investigator: call.flags.one('investigator'), seal: sealingOf(call.flags),
			onProgress({text, done, of}) {
				progress.say(`${text}  ${formatNumber(done)} of ${formatNumber(of)}`);
			},
		});
		progress.clear();
		await writeToStream(call.stdout, [exportText(result, directory)]);
		return closeWith(call, investigation);
	});
};
