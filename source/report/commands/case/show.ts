import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {actWords} from '../../../investigation/case/act-words.ts';
import type {CaseCounts} from '../../../investigation/case/case-counts.ts';
import {caseCounts} from '../../../investigation/case/case-counts.ts';
import {certificateText, isFinished} from '../../../investigation/case/certificate.ts';
import {journalOf} from '../../../investigation/case/journal-entries.ts';
import {corroboratedCustomers} from '../../../investigation/case/leaked-lists.ts';
import {openCase, type Case} from '../../../investigation/case/open-case.ts';
import {deltas, type Delta} from '../../../investigation/case/select.ts';
import {blindOf} from '../../blind-case.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import type {Pseudonyms} from '../../pseudonyms.ts';
import {folderOf, tellWarnings, withCase, type Calling} from './worker.ts';

type Shown = {readonly opened: Pick<Case, 'state' | 'lines'>; readonly counts: CaseCounts; readonly deltas: readonly Delta[]};

const signed = (count: number): string => count > 0 ? `+${formatNumber(count)}` : (count < 0 ? `−${formatNumber(-count)}` : '0');

const deltaText = (delta: Delta | undefined): string => delta?.changed ? `; now ${signed(delta.events)} events, ${signed(delta.customers)} customers, not accepted yet` : '';

const section = (title: string, lines: readonly string[]): readonly string[] => lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)];

const caseText = ({opened, counts, deltas: changes}: Shown): string => {
	const {state, lines: acts} = opened;
	const {created, sources, selections, exclusions, notes, leaked, lists, review, revision} = state;
	const facts = Object.keys(state.facts);
	return [
		`${visibleText(created?.title ?? 'A case without a title')}`,
		`by ${visibleText(created?.by.name ?? '?')}, ${created?.at.slice(0, 10) ?? '?'} · ${formatNumber(acts.length)} acts · revision ${revision?.hash.slice(0, 12) ?? 'none'}`,
		review ? `reviewed by ${visibleText(review.by.name)}, ${review.at.slice(0, 10)}` : 'NOT REVIEWED',
		...section('Customers', [
			`${formatNumber(counts.accessed.customers).padStart(9)}  accessed (${counts.accessed.basis})`,
			`${formatNumber(counts.withoutSupportedReason.customers).padStart(9)}  without a supported reason (${counts.withoutSupportedReason.basis})`,
			`${formatNumber(counts.corroborated.customers).padStart(9)}  corroborated as disclosed (${counts.corroborated.basis})`,
			...(counts.accessed.affected.atMost === counts.accessed.affected.atLeast ? [] : [`Bulk exports name not everybody: at least ${formatNumber(counts.accessed.affected.atLeast)}, ${counts.accessed.affected.atMost === undefined ? 'no upper bound' : `at most ${formatNumber(counts.accessed.affected.atMost)}`}.`]),
			...((counts.totals.inferred ?? 0) > 0 ? [`Known only from lists behind bulk exports (inferred): ${formatNumber(counts.totals.inferred!)} of those accessed.`] : []),
		]),
		...section('Selections', selections.map(({number, filter, reason, matched, beyondScope}) => `${number}  ${visibleText(filter === '' ? '*' : filter)}: ${formatNumber(matched.events)} events, ${formatNumber(matched.customers)} customers (${visibleText(reason)})${beyondScope ? ', BEYOND THE AUTHORISED SCOPE' : ''}${deltaText(changes.find(each => each.number === number))}`)),
		...section('Excluded', exclusions.map(({number, filter, reason, matched}) => `${number}  ${visibleText(filter)}: ${formatNumber(matched.accesses)} accesses (${visibleText(reason)})`)),
		...section('Exports', sources.map(({path, sha256, records: {read, kept, duplicate, rejected}}) => `${visibleText(path)}: ${formatNumber(read)} read = ${formatNumber(kept)} kept + ${formatNumber(duplicate)} duplicate + ${formatNumber(rejected)} rejected  ${sha256.slice(0, 12)}`)),
		...section('Leaked lists', leaked.map(({path, given, resolved}) => `${visibleText(path)}: ${formatNumber(resolved)} of ${formatNumber(given)} known`)),
		...section('Lists behind bulk exports', lists.map(({path, event, resolved, inferred}) => `${visibleText(path)} behind ${event}: ${formatNumber(resolved)} customers, ${formatNumber(inferred)} of whom its record does not name (inferred)`)),
		...section('Facts', facts.length === 0 ? ['none yet: whosaw case facts DIR --file FILE'] : [facts.map(fact => visibleText(fact)).join(', ')]),
		...section('Notes', notes.map(({text, by, at}) => `${at.slice(0, 10)} ${visibleText(by.name)}: ${visibleText(text)}`)),
		'',
	].join('\n');
};

const caseJson = ({opened: {state, lines}, counts, deltas: changes}: Shown): string =>
	`${JSON.stringify({schema: 'whosaw.case-state/1', acts: lines.length, ...state, counts, deltas: changes}, undefined, 2)}\n`;

/** What is left of a case that was disposed of; its exports are not asked. */
const disposedText = async (call: Call, {folder, state, lines}: Case, calling: Calling): Promise<string> => {
	const finished = isFinished(folder, state, lines);
	tellWarnings(call, finished ? [] : ['This disposal is not finished: whosaw case dispose DIR finishes it.']);
	const by = await calling();
	const disposed = by ? blindOf(state.disposed!, by) : state.disposed!;
	return call.flags.one('format') === 'json'
		? `${JSON.stringify({schema: 'whosaw.case-state/1', acts: lines.length, disposed: {...disposed, finished}}, undefined, 2)}\n`
		: certificateText(disposed, lines);
};

/** `whosaw case show DIR`: the case as its journal says it is, and its three counts. */
export const show = async (call: Call): Promise<number> => {
	const opened = openCase(folderOf(call, 'show'));
	return withCase(call, opened, async ({options, calling, progress}) => {
		if (opened.state.disposed) {
			await writeToStream(call.stdout, [await disposedText(call, opened, calling)]);
			return 0;
		}

		const investigation = await opened.investigation(options);
		const by = await calling();
		const {state, lines} = opened;
		const shown = {opened: {lines, state: by ? blindOf(state, by) : state}, counts: await caseCounts(state, investigation, await corroboratedCustomers(opened, investigation)), deltas: await deltas(opened, options)};
		progress.clear();
		await writeToStream(call.stdout, [call.flags.one('format') === 'json' ? caseJson(shown) : caseText(shown)]);
		return 0;
	});
};

/** The line for a program. Where accounts are hidden without its salt: by that a withheld payload could be guessed, and by the first one every pseudonym. */
const lineJson = ({salt, ...line}: Case['lines'][number], by: Pseudonyms | undefined): string => `${JSON.stringify(by ? line : {...line, salt})}\n`;

/** `whosaw case log DIR`: every act, undone ones too. */
export const log = async (call: Call): Promise<number> => {
	const opened = openCase(folderOf(call, 'log'));
	return withCase(call, opened, async ({calling, progress}) => {
		const by = await calling();
		progress.clear();
		const {disposed, sources} = opened.state;
		const state = {sources: by ? sources.map(source => blindOf(source, by)) : sources};
		const undone = new Set(journalOf(opened).flatMap(entry => entry.undone ? [entry.seq] : []));
		const json = call.flags.one('format') === 'json' || call.flags.one('format') === 'ndjson';
		const lines = by ? opened.lines.map(line => line.payload === undefined ? line : {...line, payload: blindOf(line.payload, by)}) : opened.lines;
		await writeToStream(call.stdout, lines.map(line => json
			? lineJson(line, by)
			: `${String(line.seq).padStart(5)}  ${line.at.slice(0, 19).replace('T', ' ')}Z  ${visibleText(line.by.name)}  ${line.act}${undone.has(line.seq) ? ' (taken back)' : ''}  ${visibleText(line.payload === undefined && disposed ? '(destroyed)' : actWords(line, state))}\n`));
		return 0;
	});
};
