import {formatNumber, formatPercent} from '../../../document/format-number.ts';
import {presenceSentences, presenceWords} from '../../../document/presence-words.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {Behaviour, Lead, Leads, PresenceLead} from '../../../investigation/leads/leads.ts';
import {accountShown, blindingOf, freeText} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {maskName, maskText} from '../../drawing/masking.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {fitText} from '../../text/fit-text.ts';
import {bodyBox} from '../frame/body-box.ts';
import {entryUnderCursor, leadEntries, type LeadEntry} from './leads-state.ts';

/** A sentence as it may be shown: nothing of a log raw, and nobody's address until it is asked for. */
export const said = (text: string, state: State): string => {
	const shown = freeText(text, blindingOf(state));
	return visibleText(state.masked ? maskText(shown) : shown);
};

const words = (text: string, width: number, indent: string, tone: 'plain' | 'quiet' = 'plain'): readonly Line[] =>
	wrapWords(text, Math.max(8, Math.min(width, 100) - indent.length - 2)).map((row, index): Line => [span(`${indent}${index === 0 ? '- ' : '  '}`, 'quiet'), span(row, tone)]);

export const account = ({employee, name}: Pick<Lead, 'employee' | 'name'>, state: State): string =>
	visibleText(state.blind || name === undefined ? accountShown(employee, blindingOf(state)) : `${employee} ${state.masked ? maskName(name) : name}`);

const leadRow = (lead: Lead, state: State, listed: number): string => [
	`${String(lead.rank).padStart(2)} ${fitText(account(lead, state), 24)}`, lead.strength.padEnd(8), (lead.separable ? 'separable' : 'not separable').padEnd(13),
	`${formatNumber(lead.consistentWith)} of ${formatNumber(listed)}`,
].join('  ');

const behaviourRow = (behaviour: Behaviour, state: State): string => `   ${fitText(account(behaviour, state), 24)}  ${behaviour.state.padEnd(11)}  ${said(behaviour.why[0] ?? '', state)}`;

const presenceRow = (presence: PresenceLead, state: State): string => `   ${fitText(account(presence, state), 24)}  ${presence.findings.map(found => presenceWords(found)).join('; ')}`;

/** The numbers behind an entry; what was found beside records of presence stands with them. */
export const evidence = (entry: LeadEntry, state: State): readonly string[] => {
	if ('presence' in entry) {
		return presenceSentences(entry.presence);
	}

	const {why, presence = []} = 'lead' in entry ? entry.lead : entry.behaviour;
	const also = 'lead' in entry ? entry.lead.alsoConsistent : [];
	return [...why, ...presenceSentences({findings: presence}), ...(also.length > 0 ? [`also consistent: ${also.map(each => accountShown(each, blindingOf(state))).join(', ')}`] : [])];
};

const entryRow = (entry: LeadEntry, state: State, listed: number): string =>
	'lead' in entry ? leadRow(entry.lead, state, listed) : ('behaviour' in entry ? behaviourRow(entry.behaviour, state) : presenceRow(entry.presence, state));

const evidenceLines = (entry: LeadEntry, state: State, width: number): readonly Line[] => evidence(entry, state).flatMap(text => words(said(text, state), width, '     '));

/** Of the account with most to say: what stands below does not move with the cursor. */
const longestEvidence = (state: State, width: number): number => leadEntries(state.leads).reduce((most, entry) => Math.max(most, evidenceLines(entry, state, width).length), 0);

type Drawn = {readonly lines: readonly Line[]; readonly cursor: number};

const noDays = 'No account has a day far from its own other days and from its team.';

/** Said where records were given: it clears nobody. */
export const nothingBeside = 'Beside the records of presence nothing was found of the accounts that have some.';

/** What stands above an entry where a list of them begins, by its place; a list that is empty says so. */
const headings = ({list, behaviour, presence}: Leads): ReadonlyMap<number, readonly Line[]> => {
	const leads = list?.leads.length ?? 0;
	const found = new Map<number, readonly Line[]>(leads > 0 ? [[0, [headingLine('Accounts whose accesses are consistent with the list')]]] : []);
	found.set(leads, [behaviour.length > 0 ? headingLine('Days unlike the account\'s own and its team\'s') : [span(noDays, 'quiet')]]);
	const before = leads + behaviour.length;
	const beside = presence && (presence.length > 0 ? headingLine('Accounts used beside the records of presence') : [span(nothingBeside, 'quiet')]);
	return beside ? found.set(before, [...found.get(before) ?? [], beside]) : found;
};

/** The entries, the one under the cursor with the numbers behind it. */
const entryLines = (leads: Leads, state: State, width: number): Drawn => {
	const lines: Line[] = [];
	let cursor = 0;
	const entries = leadEntries(state.leads);
	const above = headings(leads);
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

export const verdictLines = ({list}: Leads, state: State, width: number): readonly Line[] => {
	if (!list) {
		return [[span('No list of leaked customers was given (--leaked FILE): only behaviour is compared.', 'quiet')]];
	}

	const {verdict, because, unexplained, groups} = list;
	const rest = unexplained === undefined ? '' : ` ${formatPercent(unexplained, 1)} of the list is explained by nobody.`;
	const beside = groups.length === 0 ? '' : ` No persons, and consistent too: ${groups.map(({group}) => group).join(', ')}.`;
	return wrapWords(said(`${verdict}: ${because}${rest}${beside}`, state), Math.min(width, 100)).map((row): Line => [span(row)]);
};

/** The caveats are always in view: as many as fit into a third of the screen or into what the accounts leave, and of how many. */
const caveatLines = ({caveats}: Leads, state: State, room: number): readonly Line[] => {
	const {width} = bodyBox(state);
	const lines: Line[] = [];
	let told = 0;
	for (const caveat of caveats) {
		const more = words(said(caveat, state), width, '', 'quiet');
		if (told > 0 && lines.length + more.length > room) {
			break;
		}

		lines.push(...more);
		told++;
	}

	const rest = told < caveats.length ? `── ${formatNumber(told)} of ${formatNumber(caveats.length)} caveats; whosaw leads prints all ` : '';
	return [[span(rest.padEnd(width, '─'), 'quiet')], ...lines];
};

export const opening = 'Leads: where to look next. Never a finding, and never who did it.';

/** Too low for more than what it is called, the account under the cursor, and what stands against it. */
const lowScreen = 9;

/** The alternatives first: they hold whatever the numbers say. */
export const importantFirst = (leads: Leads): Leads => ({...leads, caveats: leads.caveats.toSorted((a, b) => Number(b.startsWith('Other explanations')) - Number(a.startsWith('Other explanations')))});

/** Exactly what is in view. */
export const leadsLines = (state: State): readonly Line[] => {
	const {width, height} = bodyBox(state);
	const {answer, failure, working} = state.leads;
	if (!answer) {
		return [headingLine(opening), [span(failure === undefined ? `${working ?? 'asking'}…` : visibleText(failure), failure === undefined ? 'quiet' : 'bad')], ...(failure === undefined ? [] : [[span('Enter asks again.', 'quiet')]])];
	}

	const leads = importantFirst(answer.value);
	const low = height < lowScreen;
	const verdict = low ? [] : verdictLines(leads, state, width);
	const entries = entryLines(leads, state, width);
	const here = entryUnderCursor(state.leads);
	const own = here ? evidenceLines(here, state, width).length : 0;
	const longest = longestEvidence(state, width);
	// What the accounts leave; and what the reasons of one of them leave, which nothing else tells.
	const left = height - 2 - verdict.length - entries.lines.length + own - longest;
	const beside = height - 4 - verdict.length - longest;
	const caveats = low ? [[span(said(leads.caveats[0]!, state), 'quiet')]] : caveatLines(leads, state, Math.max(3, Math.min(beside, Math.floor(height / 3)), left));
	const room = Math.max(1, height - 1 - caveats.length);
	const lines = [...verdict, ...entries.lines];
	// The verdict stays as long as it leaves room for the row under the cursor, its heading and its evidence.
	const cursor = verdict.length + entries.cursor;
	const top = Math.max(0, Math.min(cursor - 1, cursor + 1 + own - room, lines.length - room));
	const body = lines.slice(top, top + room);
	return [headingLine(opening), ...body, ...Array.from({length: Math.max(0, room - body.length)}, (): Line => []), ...caveats].slice(0, height);
};
