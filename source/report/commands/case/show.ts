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
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {progressLine} from '../../progress.ts';
import {folderOf, loadOptions, tellWarnings} from './worker.ts';

type Shown = {readonly opened: Case; readonly counts: CaseCounts; readonly deltas: readonly Delta[]};

const signed = (count: number): string => count > 0 ? `+${formatNumber(count)}` : (count < 0 ? `−${formatNumber(-count)}` : '0');

const deltaText = (delta: Delta | undefined): string => delta?.changed ? `; now ${signed(delta.events)} events, ${signed(delta.customers)} customers, not accepted yet` : '';

const section = (title: string, lines: readonly string[]): readonly string[] => lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)];

const caseText = ({opened, counts, deltas: changes}: Shown): string => {
	const {state, lines} = opened;
	const {created, sources, selections, exclusions, notes, leaked, review, revision} = state;
	const facts = Object.keys(state.facts);
	return [
		`${visibleText(created?.title ?? 'A case without a title')}`,
		`by ${visibleText(created?.by.name ?? '?')}, ${created?.at.slice(0, 10) ?? '?'} · ${formatNumber(lines.length)} acts · revision ${revision?.hash.slice(0, 12) ?? 'none'}`,
		review ? `reviewed by ${visibleText(review.by.name)}, ${review.at.slice(0, 10)}` : 'NOT REVIEWED',
		...section('Customers', [
			`${formatNumber(counts.accessed.customers).padStart(9)}  accessed (${counts.accessed.basis})`,
			`${formatNumber(counts.withoutSupportedReason.customers).padStart(9)}  without a supported reason (${counts.withoutSupportedReason.basis})`,
			`${formatNumber(counts.corroborated.customers).padStart(9)}  corroborated as disclosed (${counts.corroborated.basis})`,
			...(counts.accessed.affected.atMost === counts.accessed.affected.atLeast ? [] : [`Bulk exports name not everybody: at least ${formatNumber(counts.accessed.affected.atLeast)}, ${counts.accessed.affected.atMost === undefined ? 'no upper bound' : `at most ${formatNumber(counts.accessed.affected.atMost)}`}.`]),
		]),
		...section('Selections', selections.map(({number, filter, reason, matched, beyondScope}) => `${number}  ${visibleText(filter === '' ? '*' : filter)}: ${formatNumber(matched.events)} events, ${formatNumber(matched.customers)} customers (${visibleText(reason)})${beyondScope ? ', BEYOND THE AUTHORISED SCOPE' : ''}${deltaText(changes.find(each => each.number === number))}`)),
		...section('Excluded', exclusions.map(({number, filter, reason, matched}) => `${number}  ${visibleText(filter)}: ${formatNumber(matched.accesses)} accesses (${visibleText(reason)})`)),
		...section('Exports', sources.map(({path, sha256, records: {read, kept, duplicate, rejected}}) => `${visibleText(path)}: ${formatNumber(read)} read = ${formatNumber(kept)} kept + ${formatNumber(duplicate)} duplicate + ${formatNumber(rejected)} rejected  ${sha256.slice(0, 12)}`)),
		...section('Leaked lists', leaked.map(({path, given, resolved}) => `${visibleText(path)}: ${formatNumber(resolved)} of ${formatNumber(given)} known`)),
		...section('Facts', facts.length === 0 ? ['none yet: whosaw case facts DIR --file FILE'] : [facts.map(fact => visibleText(fact)).join(', ')]),
		...section('Notes', notes.map(({text, by, at}) => `${at.slice(0, 10)} ${visibleText(by.name)}: ${visibleText(text)}`)),
		'',
	].join('\n');
};

const caseJson = ({opened: {state, lines}, counts, deltas: changes}: Shown): string =>
	`${JSON.stringify({schema: 'whosaw.case-state/1', acts: lines.length, ...state, counts, deltas: changes}, undefined, 2)}\n`;

/** What is left of a case that was disposed of; its exports are not asked. */
const showDisposed = async (call: Call, opened: Case): Promise<number> => {
	const {folder, state, lines} = opened;
	const finished = isFinished(folder, state, lines);
	tellWarnings(call, [...opened.warnings, ...(finished ? [] : ['This disposal is not finished: whosaw case dispose DIR finishes it.'])]);
	await opened.close();
	await writeToStream(call.stdout, [call.flags.one('format') === 'json'
		? `${JSON.stringify({schema: 'whosaw.case-state/1', acts: lines.length, disposed: {...state.disposed, finished}}, undefined, 2)}\n`
		: certificateText(state.disposed!, lines)]);
	return 0;
};

/** `whosaw case show DIR`: the case as its journal says it is, and its three counts. */
export const show = async (call: Call): Promise<number> => {
	const opened = openCase(folderOf(call, 'show'));
	if (opened.state.disposed) {
		return showDisposed(call, opened);
	}

	const progress = progressLine(call);
	try {
		tellWarnings(call, opened.warnings);
		const options = loadOptions(call, progress);
		const investigation = await opened.investigation(options);
		const shown = {opened, counts: await caseCounts(opened.state, investigation, await corroboratedCustomers(opened, investigation)), deltas: await deltas(opened, options)};
		progress.clear();
		await writeToStream(call.stdout, [call.flags.one('format') === 'json' ? caseJson(shown) : caseText(shown)]);
		return 0;
	} finally {
		progress.clear();
		await opened.close();
	}
};

/** `whosaw case log DIR`: every act, undone ones too. */
export const log = async (call: Call): Promise<number> => {
	const opened = openCase(folderOf(call, 'log'));
	try {
		tellWarnings(call, opened.warnings);
		const {state} = opened;
		const undone = new Set(journalOf(opened).flatMap(entry => entry.undone ? [entry.seq] : []));
		const json = call.flags.one('format') === 'json' || call.flags.one('format') === 'ndjson';
		await writeToStream(call.stdout, opened.lines.map(line => json
			? `${JSON.stringify(line)}\n`
			: `${String(line.seq).padStart(5)}  ${line.at.slice(0, 19).replace('T', ' ')}Z  ${visibleText(line.by.name)}  ${line.act}${undone.has(line.seq) ? ' (taken back)' : ''}  ${visibleText(line.payload === undefined && opened.state.disposed ? '(destroyed)' : actWords(line, state))}\n`));
		return 0;
	} finally {
		await opened.close();
	}
};
