import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {usageError} from '../../../errors.ts';
import {createCase} from '../../../investigation/case/create-case.ts';
import {blindError} from '../../blind-errors.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {progressLine} from '../../progress.ts';
import {joinNamed} from './join.ts';
import {callingIn, folderOf, workerOf} from './worker.ts';

const instantText = (text: string | undefined, option: string): string | undefined => {
	if (text === undefined) {
		return undefined;
	}

	const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
	if (Number.isNaN(at)) {
		throw usageError(`${option} ${text}: this is no date`, `Such as ${option} 2020-10-01.`);
	}

	return new Date(at).toISOString();
};

const optional = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const scopeOf = ({flags}: Call): Record<string, unknown> | undefined => {
	const scope = optional({
		employees: flags.many('scope-employee').length > 0 ? flags.many('scope-employee') : undefined,
		from: instantText(flags.one('scope-from'), '--scope-from'), to: instantText(flags.one('scope-to'), '--scope-to'),
	});
	return Object.keys(scope).length > 0 ? scope : undefined;
};

/** What a case should say about itself and what nobody said: a limitation in every document. */
const unsaid = ({flags}: Call): readonly string[] => (['purpose', 'authorised-by', 'legal-basis'] as const).filter(name => flags.one(name) === undefined).map(name => `--${name}`);

/** `whosaw case create DIR PATH…` */
export const create = async (call: Call): Promise<number> => {
	const folder = folderOf(call, 'create');
	const paths = call.operands.slice(2);
	if (paths.length === 0) {
		throw usageError('whosaw case create needs exports', `Name them behind the folder: whosaw case create ${folder} exports/.`);
	}

	const {flags} = call;
	const scope = scopeOf(call);
	const about = optional({title: flags.one('title'), purpose: flags.one('purpose'), authorisedBy: flags.one('authorised-by'), legalBasis: flags.one('legal-basis'), privilege: flags.one('privilege'), scope});
	const progress = progressLine(call);
	try {
		const made = await createCase({folder, request: {...call.request, paths}, worker: workerOf(call), about, copySources: flags.on('copy-sources'), options: {signal: call.signal, onProgress: progress.show}});
		progress.clear();
		const {sources} = made.state;
		const kept = sources.reduce((sum, source) => sum + source.records.kept, 0);
		const joined = await joinNamed(call, made, {signal: call.signal, onProgress: progress.show}).then(async lines => {
			const by = lines.length > 0 ? await callingIn(call, made, {signal: call.signal})() : undefined;
			return lines.map(line => by?.quoting(line) ?? line);
		}).finally(async () => made.close());
		progress.clear();
		const missing = unsaid(call);
		if (missing.length > 0 && !flags.on('quiet')) {
			call.stderr.write(`note: nobody said ${missing.join(', ')}; each stands as a limitation until a case is made with it\n`);
		}

		await writeToStream(call.stdout, [`case  ${visibleText(folder)}\n      ${formatNumber(sources.length)} export${sources.length === 1 ? '' : 's'}, ${formatNumber(kept)} events\n${joined.map(line => `${visibleText(line)}\n`).join('')}\nNext: whosaw case select ${visibleText(folder)} --filter … --reason …\n`]);
		return 0;
	} catch (error) {
		throw flags.on('blind') ? blindError(error) : error;
	} finally {
		progress.clear();
	}
};
