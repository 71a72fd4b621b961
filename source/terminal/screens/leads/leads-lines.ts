import {formatNumber, formatPercent} from '../../../document/format-number.ts';
import {presenceWords} from '../../../document/presence-words.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {Behaviour, Lead, Leads, ListLeftOut, PresenceLead} from '../../../investigation/leads/leads.ts';
import {ownBeginning} from '../../../investigation/leads/own-account.ts';
import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {fitLine, lineText, span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {cutText, fitText} from '../../text/fit-text.ts';
import {bodyBox} from '../frame/body-box.ts';
import {caveatLines, caveatPage, caveatsBriefly, importantFirst} from './caveat-lines.ts';
import {entryUnderCursor, leadEntries, type LeadEntry} from './leads-state.ts';
import {account, evidence, leftOutText, said} from './leads-words.ts';
import {unresolvedLines} from './unresolved-lines.ts';

const reason = (text: string, width: number): readonly Line[] =>
	wrapWords(text, Math.max(8, Math.min(width, 100) - 5)).map((row, index): Line => [span(index === 0 ? '   - ' : '     ', 'quiet'), span(row)]);

/** Room for an account; where it is narrow, what is found of it stays in view. */
const accountWidth = (state: State): number => Math.max(8, Math.min(24, bodyBox(state).width - 41));

const leadRow = (lead: Lead, state: State, listed: number): string => [
	`${String(lead.rank).padStart(2)} ${fitText(account(lead, state), accountWidth(state))}`, lead.strength.padEnd(8), (lead.separable ? 'separable' : 'not separable').padEnd(13),
	`${formatNumber(lead.consistentWith)} of ${formatNumber(listed)}`,
].join('  ');

const behaviourRow = (behaviour: Behaviour, state: State): string => `   ${fitText(account(behaviour, state), accountWidth(state))}  ${behaviour.state.padEnd(11)}  ${said(behaviour.why[0] ?? '', state)}`;

const presenceRow = (presence: PresenceLead, state: State): string => `   ${fitText(account(presence, state), accountWidth(state))}  ${presence.findings.map(found => presenceWords(found)).join('; ')}`;

const entryRow = (entry: LeadEntry, state: State, listed: number): string =>
	'lead' in entry ? leadRow(entry.lead, state, listed) : ('behaviour' in entry ? behaviourRow(entry.behaviour, state) : presenceRow(entry.presence, state));

const evidenceLines = (entry: LeadEntry, state: State, width: number): readonly Line[] => evidence(entry, state).flatMap(text => reason(said(text, state), width));

/** Of the account with most to say: what stands below does not move with the cursor. */
const longestEvidence = (state: State, width: number): number => leadEntries(state.leads).reduce((most, entry) => Math.max(most, evidenceLines(entry, state, width).length), 0);

type Drawn = {readonly lines: readonly Line[]; readonly cursor: number};

const unlikeDays = 'Days unlike the account\'s own and its team\'s';

const noDays = 'No account has a day far from its own other days and from its team.';

/** Said where records were given: it clears nobody. */
export const nothingBeside = 'Beside the records of presence nothing was found of the accounts that have some.';

const leftOutLines = (lists: readonly ListLeftOut[], state: State, width: number): readonly Line[] =>
	lists.length === 0 ? [] : [headingLine('What the answer would be without one of the lists'), ...lists.flatMap(each => reason(leftOutText(each, state), width))];

/** What stands above an entry where a list of them begins, by its place; a list that is empty says so. */
const headings = ({list, behaviour, presence}: Leads, state: State, width: number): ReadonlyMap<number, readonly Line[]> => {
	const leads = list?.leads.length ?? 0;
	const found = new Map<number, readonly Line[]>(leads > 0 ? [[0, [headingLine('Accounts whose accesses are consistent with the list')]]] : []);
	found.set(leads, [...leftOutLines(list?.leaveOneOut ?? [], state, width), behaviour.length > 0 ? headingLine(unlikeDays) : [span(noDays, 'quiet')]]);
	const before = leads + behaviour.length;
	const beside = presence && (presence.length > 0 ? headingLine('Accounts used beside the records of presence') : [span(nothingBeside, 'quiet')]);
	return beside ? found.set(before, [...found.get(before) ?? [], beside]) : found;
};

/** The entries, the one under the cursor with the numbers behind it. */
const entryLines = (leads: Leads, state: State, width: number): Drawn => {
	const lines: Line[] = [];
	let cursor = 0;
	const entries = leadEntries(state.leads);
	const above = headings(leads, state, width);
	for (const [index, entry] of entries.entries()) {
		lines.push(...above.get(index) ?? []);
		const here = index === state.leads.place.cursor;
		const row = entryRow(entry, state, leads.list?.leaked.resolved ?? 0);
		cursor = here ? lines.length : cursor;
		lines.push(here ? fitLine([span(`▸${row}`, 'cursor')], width, 'cursor') : [span(` ${row}`)]);
		lines.push(...(here ? evidenceLines(entry, state, width) : []));
	}

	return {lines: [...lines, ...above.get(entries.length) ?? []], cursor};
};

const noList = 'No list of leaked customers was given (--leaked FILE): only behaviour is compared.';

const verdictText = ({list, caveats}: Leads, state: State): string => {
	// In a few words, so that the verdict stands in the same row: a caveat says it whole.
	const own = caveats.flatMap(caveat => ownBeginning.test(caveat) ? [`${caveat.startsWith('The account') ? 'Your own account is' : 'Your own team is'} ranked here. `] : []).join('');
	if (!list) {
		return `${own}${noList}`;
	}

	const {verdict, because, unexplained, leads} = list;
	// Beside leads a caveat is enough.
	const rest = unexplained === undefined || leads.length > 0 ? '' : ` ${formatPercent(unexplained, 1)} of the list is explained by nobody.`;
	return `${own}${said(`${verdict}: ${because}${rest}`, state)}`;
};

export const verdictLines = (leads: Leads, state: State, width: number): readonly Line[] =>
	wrapWords(verdictText(leads, state), Math.min(width, 100)).map((row): Line => [span(row, leads.list ? 'plain' : 'quiet')]);

/** In so many rows, with `…` where something is missing. */
const cutVerdict = (leads: Leads, state: State, rows: number): readonly Line[] => {
	const {width} = bodyBox(state);
	const whole = verdictLines(leads, state, width);
	return whole.length <= rows ? whole : [...whole.slice(0, rows - 1), [span(cutText(whole.slice(rows - 1).map(line => lineText(line)).join(' '), Math.min(width, 100)))]];
};

export const opening = 'Leads: where to look next. Never a finding, and never who did it.';

/** Too low for more than what it is called, the account under the cursor, and what stands against it. */
const lowScreen = 9;

/** Everything in whole sentences: the account under the cursor with its numbers, the verdict, and what stands against both. */
export const leadsText = (state: State, width: number): readonly Line[] => {
	const {answer} = state.leads;
	if (!answer) {
		return [];
	}

	const entry = entryUnderCursor(state.leads);
	const own = entry ? [[span(entryRow(entry, state, answer.value.list?.leaked.resolved ?? 0).trim(), 'strong')], ...evidenceLines(entry, state, width), []] : [];
	return [...own, headingLine('What the numbers say'), ...verdictLines(answer.value, state, width), ...leftOutLines(answer.value.list?.leaveOneOut ?? [], state, width), [], headingLine('What stands against it'), ...caveatPage(answer.value, state, width), ...unresolvedLines(answer.value, state, width)];
};

/** No account is consistent with the list, or none was ranked by it. */
const isUnranked = ({list}: Leads): boolean => list?.leads.length === 0;

/** What stands above and below the accounts: it does not move with the cursor. Where not all of it fits the verdict is cut, down to one row, and never a caveat. */
const around = (leads: Leads, state: State, most: {readonly evidence: number; readonly entries: number}): {readonly verdict: readonly Line[]; readonly caveats: readonly Line[]} => {
	const {width, height} = bodyBox(state);
	if (height < lowScreen) {
		return {verdict: cutVerdict(leads, state, 1), caveats: [caveatsBriefly(leads, state, width)]};
	}

	const least = caveatLines(leads, state, {width, room: 0});
	// Where nothing is ranked the verdict is the answer: why, and what to do.
	const verdict = cutVerdict(leads, state, Math.max(isUnranked(leads) ? Math.floor(height / 3) : 1, height - 3 - most.evidence - least.length));
	// What the accounts leave; and what the reasons of one of them leave, which nothing else tells.
	const left = height - 1 - verdict.length - most.entries;
	const beside = height - 3 - verdict.length - most.evidence;
	return {verdict, caveats: caveatLines(leads, state, {width, room: Math.max(Math.min(beside, Math.floor(height / 3)), left)}).slice(0, Math.max(2, height - 4))};
};

/** Below a list that ranks nobody an account without a heading would look like its answer: the heading, where it went out of view with what stands above. */
const headingGone = (leads: Leads, {leads: {place}}: State, gone: readonly Line[]): readonly Line[] => {
	const heading = headingLine(unlikeDays);
	return isUnranked(leads) && place.cursor < leads.behaviour.length && gone.some(line => lineText(line) === lineText(heading)) ? [heading] : [];
};

/** Exactly what is in view. */
export const leadsLines = (state: State): readonly Line[] => {
	const {width, height} = bodyBox(state);
	const {answer, failure, working} = state.leads;
	if (!answer) {
		// Whole: behind what happened stands what to do.
		const words = failure === undefined ? [`${working ?? 'asking'}…`] : wrapWords(visibleText(failure), Math.min(width, 100));
		return [headingLine(opening), ...words.map((row): Line => [span(row, failure === undefined ? 'quiet' : 'bad')]), ...(failure === undefined ? [] : [[span('Enter asks again.', 'quiet')]]), ...(working === undefined ? [] : [[span('Esc stops it.', 'quiet')]])].slice(0, height);
	}

	const leads = importantFirst(answer.value);
	const {lines, cursor} = entryLines(leads, state, width);
	const here = entryUnderCursor(state.leads);
	const own = here ? evidenceLines(here, state, width).length : 0;
	const longest = longestEvidence(state, width);
	const {verdict, caveats} = around(leads, state, {evidence: longest, entries: lines.length - own + longest});
	const room = Math.max(1, height - 1 - verdict.length - caveats.length);
	const from = Math.max(0, Math.min(cursor, cursor + 1 + own - room, lines.length - room));
	const above = room > 3 ? headingGone(leads, state, lines.slice(0, from)) : [];
	const top = above.length === 0 ? from : Math.min(cursor, from + 1);
	const shown = [...above, ...lines.slice(top, top + room - above.length)];
	const isCut = cursor - top + own >= room - above.length && room > 1;
	const body = isCut ? [...shown.slice(0, -1), [span('     … w reads all of it', 'quiet')]] : shown;
	return [headingLine(opening), ...verdict, ...body, ...Array.from({length: Math.max(0, room - body.length)}, (): Line => []), ...caveats].slice(0, height);
};
