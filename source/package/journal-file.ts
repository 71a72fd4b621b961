import {lineText, type JournalLine} from '../case/journal-line.ts';
import {canonicalJson, type Json} from '../records/canonical-json.ts';
import {filterWithoutHomes, withoutHome} from './home-paths.ts';
import {isRestricted} from './withhold.ts';
import {everyAudience, type PackageContext, type PackageFile} from './payload.ts';
import {usedFileNames} from '../records/reading.ts';

const path = 'data/examination/journal.ndjson';

/** What proves the order and nothing else. */
const chainText = ({seq, previous, hash}: JournalLine): string => `${JSON.stringify({seq, previous, hash})}\n`;

/** Members of payloads that are paths or lists of paths, and those that are filters. */
const pathMembers: ReadonlySet<string> = new Set(['path', 'files']);
const listMembers: ReadonlySet<string> = new Set(usedFileNames);

type Place = {readonly name: string; readonly inReading: boolean};

const bare = (value: unknown, {name, inReading}: Place): unknown => {
	if (typeof value === 'string') {
		return pathMembers.has(name) || (inReading && listMembers.has(name)) ? withoutHome(value) : (name === 'filter' ? filterWithoutHomes(value) : value);
	}

	if (Array.isArray(value)) {
		return value.map(item => bare(item, {name, inReading}));
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([member, item]) => [member, bare(item, {name: member, inReading: inReading || name === 'reading'})])) : value;
};

/** The hash of a line does not cover its payload: one that names a home directory is withheld, and stands without that name beside. */
const packed = (line: JournalLine): {readonly text: string; readonly redacted: boolean} => {
	const {payload, ...head} = line;
	const told = bare(payload, {name: '', inReading: false});
	const redacted = payload !== undefined && canonicalJson(told as Json) !== canonicalJson(payload as unknown as Json);
	return {redacted, text: redacted ? `${canonicalJson({...head, payload_redacted: told} as unknown as Json)}\n` : lineText(line)};
};

const text = ({contents, tally}: PackageContext): readonly string[] => {
	const {journal} = contents.case;
	if (isRestricted(contents.audience)) {
		tally.redactions.push({file: path, what: 'who did what and when in the examination', count: journal.length});
		return journal.map(line => chainText(line));
	}

	const lines = journal.map(line => packed(line));
	const count = lines.filter(({redacted}) => redacted).length;
	if (count > 0) {
		tally.redactions.push({file: path, what: 'payloads with the name of a home directory; without it they stand as payload_redacted', count, why: 'no home directory leaves the building'});
	}

	return lines.map(line => line.text);
};

/** The acts of the examination in a chain of hashes, up to the last that changed what the case says. */
export const journalFile: PackageFile = {path, about: 'what was done in the examination, in a chain of hashes ("payload_redacted": without the name of a home directory)', audiences: everyAudience, text};
