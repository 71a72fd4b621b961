import type {Act} from '../../case/acts.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import type {LeadsAsk} from '../leads/leads.ts';

type Computed = Extract<Act, {readonly act: 'leads-computed'}>['payload'];

/** As the journal writes it, to the microsecond. */
const instantOf = (text: string): number => {
	const [, second = text, fraction = '0'] = /^(.{19})\.(\d{6})Z$/.exec(text) ?? [];
	return Date.parse(second.endsWith('Z') ? second : `${second}Z`) * 1000 + Number(fraction);
};

const computedIn = (lines: readonly JournalLine[]): ReadonlyArray<{readonly seq: number; readonly payload: Computed}> =>
	lines.flatMap(({act, payload, seq}) => act === 'leads-computed' && payload !== undefined ? [{seq, payload: payload as Computed}] : []);

/** What decided the answer when leads were last asked for; undefined where they never were. */
export const lastLeads = (lines: readonly JournalLine[]): Pick<LeadsAsk, 'surfaced' | 'displayTimezone'> | undefined => {
	const asked = computedIn(lines).at(-1)?.payload;
	return asked && {...(asked.surfaced === undefined ? {} : {surfaced: instantOf(asked.surfaced)}), ...(asked.displayTimezone === undefined ? {} : {displayTimezone: asked.displayTimezone})};
};

/** What was said of the list once holds until something else is said: a case file asks for leads as they were asked for last, and so does whoever says no date. */
export const surfacedIn = (lines: readonly JournalLine[], {surfaced: said}: Pick<LeadsAsk, 'surfaced'>): Pick<LeadsAsk, 'surfaced' | 'surfacedAct'> => {
	if (said !== undefined) {
		return {surfaced: said};
	}

	const computed = computedIn(lines);
	const kept = computed.at(-1)?.payload.surfaced;
	// The acts behind the one that said it only took it over.
	return kept === undefined ? {} : {surfaced: instantOf(kept), surfacedAct: computed[computed.findLastIndex(({payload}) => payload.surfaced !== kept) + 1]!.seq};
};
