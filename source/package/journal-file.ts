import {lineText, type JournalLine} from '../case/journal-line.ts';
import {isRestricted} from './withhold.ts';
import {everyAudience, type PackageContext, type PackageFile} from './payload.ts';

const path = 'data/examination/journal.ndjson';

/** What proves the order and nothing else. */
const chainText = ({seq, previous, hash}: JournalLine): string => `${JSON.stringify({seq, previous, hash})}\n`;

const text = ({contents, tally}: PackageContext): readonly string[] => {
	const {journal} = contents.case;
	if (!isRestricted(contents.audience)) {
		return journal.map(line => lineText(line));
	}

	tally.redactions.push({file: path, what: 'who did what and when in the examination', count: journal.length});
	return journal.map(line => chainText(line));
};

/** The acts of the examination in a chain of hashes, up to the last that changed what the case says. */
export const journalFile: PackageFile = {path, about: 'what was done in the examination, in a chain of hashes', audiences: everyAudience, text};
