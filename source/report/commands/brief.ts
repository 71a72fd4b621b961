import {markdownPage} from '../../document/markdown-page.ts';
import {safeJson} from '../../document/safe-json.ts';
import {usageError} from '../../errors.ts';
import {briefOf, type Brief} from '../../investigation/case/brief.ts';
import {corroboratedCustomers} from '../../investigation/case/leaked-lists.ts';
import {openCase} from '../../investigation/case/open-case.ts';
import type {Investigation} from '../../investigation/investigation.ts';
import {blocksText} from '../blocks-text.ts';
import {briefBlocks} from '../brief-blocks.ts';
import {pseudonymsFor} from '../blinding.ts';
import type {Call} from '../call.ts';
import {checkTarget, emit} from '../emit.ts';
import {keepAsked} from '../keep-asked.ts';
import {withInvestigation} from '../load.ts';
import {closeWith} from '../notices.ts';
import type {Text} from '../output.ts';
import {questionOf} from '../question.ts';

const formats: Readonly<Record<string, (brief: Brief, version: string) => Text>> = {
	text: brief => [blocksText(briefBlocks(brief))],
	markdown: brief => markdownPage(briefBlocks(brief)),
	json: (brief, version) => [`${safeJson({schema: 'whosaw.brief/1', tool: {name: 'whosaw', version}, ...brief}, 2)}\n`],
};

const formatOf = ({flags}: Call): (brief: Brief, version: string) => Text => {
	const name = flags.one('format') ?? 'text';
	const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
	if (!format) {
		throw usageError(`whosaw brief has no --format ${name}`, `Say one of: ${Object.keys(formats).join(', ')}.`);
	}

	return format;
};

/** Who stands on the frozen lists of the case. */
const corroboratedIn = async ({opened}: Call, investigation: Investigation): Promise<ReadonlySet<string>> => {
	if (!opened) {
		return new Set();
	}

	const examined = openCase(opened.folder);
	try {
		return await corroboratedCustomers(examined, investigation);
	} finally {
		await examined.close();
	}
};

/** `whosaw brief PATH…|CASE`: one page for a boss or counsel. It names no customer. */
export const brief = async (call: Call): Promise<number> => {
	const {displayTimezone, resolve} = questionOf(call.flags);
	const print = formatOf(call);
	await checkTarget(call);
	const pseudonyms = pseudonymsFor(call);
	return withInvestigation(call, call.request, async (investigation, progress) => {
		if (investigation.sources.length === 0 && investigation.failed.length > 0) {
			return closeWith(call, investigation);
		}

		const masking = await pseudonyms?.(investigation);
		await keepAsked(call, investigation, {resolve, masking});
		const answer = await investigation.answer({filter: resolve(investigation.newest), displayTimezone, signal: call.signal});
		const made = briefOf(answer, call.opened?.state, await corroboratedIn(call, investigation));
		progress.clear();
		await emit(call, print(masking ? {...made, unknown: made.unknown.map(text => masking.text(text))} : made, call.version), investigation.sources);
		return closeWith(call, investigation, masking?.shown);
	});
};
