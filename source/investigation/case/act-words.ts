import type {Act} from '../../case/acts.ts';
import type {CaseState} from '../../case/case-state.ts';
import type {JournalLine} from '../../case/journal-line.ts';

/** Members of a payload that tell it from others. */
const told = new Set(['title', 'path', 'filter', 'number', 'reason', 'text', 'audience', 'seq', 'revision']);

const toldText = (name: string, value: string | number): string => name === 'revision' ? String(value).slice(0, 12) : (name === 'reason' ? `(${value})` : String(value));

const shownWords: Readonly<Record<'contacts' | 'accounts', string>> = {contacts: 'names, e-mails and phones', accounts: 'accounts by their names'};

/** What was done in an act, in words that tell it from others; the sources say which export a hash is. */
export const actWords = (line: Pick<JournalLine, 'act' | 'payload'>, {sources}: Pick<CaseState, 'sources'>): string => {
	if (line.payload === undefined) {
		return '(withheld)';
	}

	const {act, payload} = line as Act;
	if (act === 'record-opened') {
		return `record ${payload.record} of ${sources.find(({sha256}) => sha256 === payload.sha256)?.path ?? `the export with sha256 ${payload.sha256.slice(0, 12)}`}`;
	}

	return [
		...(act === 'unmasked' && payload.what !== undefined ? [shownWords[payload.what]] : []),
		...Object.entries(payload as Readonly<Record<string, unknown>>).flatMap(([name, value]) => told.has(name) && (typeof value === 'string' || typeof value === 'number') ? [toldText(name, value)] : []),
	].join('  ');
};
