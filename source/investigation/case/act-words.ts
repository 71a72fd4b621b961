import type {Act} from '../../case/acts.ts';
import type {CaseState} from '../../case/case-state.ts';
import type {JournalLine} from '../../case/journal-line.ts';

/** Members of a payload that tell it from others. */
const told = new Set(['title', 'path', 'filter', 'number', 'reason', 'text', 'audience', 'seq', 'revision', 'verdict']);

const toldText = (name: string, value: string | number): string => name === 'revision' ? String(value).slice(0, 12) : (name === 'reason' ? `(${value})` : String(value));

const shownWords: Readonly<Record<'contacts' | 'accounts', string>> = {contacts: 'names, e-mails and phones', accounts: 'accounts by their names'};

const exportOf = (sha256: string, {sources}: Pick<CaseState, 'sources'>): string => sources.find(source => source.sha256 === sha256)?.path ?? `the export with sha256 ${sha256.slice(0, 12)}`;

/** Acts that are told otherwise than by the members of their payload. */
const wordsOf = (act: Act, state: Pick<CaseState, 'sources'>): string | undefined => {
	switch (act.act) {
		case 'record-opened': {
			return `record ${act.payload.record} of ${exportOf(act.payload.sha256, state)}`;
		}

		case 'source-described': {
			return `${exportOf(act.payload.sha256, state)}: ${Object.keys(act.payload.acquisition).join(', ')}`;
		}

		case 'verified': {
			return `up to ${act.payload.sha256.slice(0, 12)}: it ${act.payload.holds ? 'holds' : 'DOES NOT HOLD'}`;
		}

		case 'event-list-joined': {
			return `${act.payload.path} behind ${act.payload.event}  ${act.payload.resolved} customers, ${act.payload.inferred} of whom its record does not name`;
		}

		case 'facts': {
			return Object.keys(act.payload.facts).join(', ');
		}

		default: {
			return undefined;
		}
	}
};

/** What was done in an act, in words that tell it from others; the sources say which export a hash is. */
export const actWords = (line: Pick<JournalLine, 'act' | 'payload'>, {sources}: Pick<CaseState, 'sources'>): string => {
	if (line.payload === undefined) {
		return '(withheld)';
	}

	const done = line as Act;
	const {act, payload} = done;
	return wordsOf(done, {sources}) ?? [
		...(act === 'unmasked' && payload.what !== undefined ? [shownWords[payload.what]] : []),
		...Object.entries(payload as Readonly<Record<string, unknown>>).flatMap(([name, value]) => told.has(name) && (typeof value === 'string' || typeof value === 'number') ? [toldText(name, value)] : []),
		...('beyondScope' in payload && payload.beyondScope ? ['BEYOND THE AUTHORISED SCOPE'] : []),
	].join('  ');
};
