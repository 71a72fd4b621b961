import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beginning} from '../case/journal-line.ts';
import {readJournal} from '../case/read-journal.ts';
import {formatCount} from '../document/format-number.ts';
import {infoValues, type BagInfo} from './bag-info-check.ts';
import {fail, pass, type Finding} from './finding.ts';
import {journalFile} from './journal-file.ts';

type Link = {readonly seq: number; readonly previous: string; readonly hash: string};

const broken = (message: string): Finding => fail('journal', `${journalFile.path}: ${message}`);

const linkOf = (text: string): Link | undefined => {
	try {
		const {seq, previous, hash, ...more} = JSON.parse(text) as Readonly<Record<string, unknown>>;
		return typeof seq === 'number' && typeof previous === 'string' && typeof hash === 'string' && Object.keys(more).length === 0 ? {seq, previous, hash} : undefined;
	} catch {
		return undefined;
	}
};

/** The chain without what was done: each line names the hash of the one before. */
const readChain = (text: string): {readonly last: Link | undefined; readonly count: number; readonly problem?: string} => {
	let last: Link | undefined;
	let count = 0;
	for (const line of text.split('\n').slice(0, -1)) {
		const link = linkOf(line);
		count++;
		if (!link) {
			return {last, count, problem: `line ${count} is no line of a chain`};
		}

		if (link.seq !== count || link.previous !== (last?.hash ?? beginning)) {
			return {last, count, problem: `act ${link.seq} does not follow the act before it: an act is missing or was put in`};
		}

		last = link;
	}

	return {last, count, ...(text === '' || text.endsWith('\n') ? {} : {problem: 'its last line was cut'})};
};

/** What stands in the place of a payload that was withheld is told by nobody's hash: the chain is checked as if it were not there. */
const withoutRedacted = (line: string): string => {
	try {
		const {payload_redacted: redacted, ...others} = JSON.parse(line) as Readonly<Record<string, unknown>>;
		return redacted === undefined || Object.hasOwn(others, 'payload') ? line : JSON.stringify(others);
	} catch {
		return line;
	}
};

const read = (bytes: Uint8Array): ReturnType<typeof readChain> => {
	const text = Buffer.from(bytes).toString('utf8');
	if (linkOf(text.slice(0, text.indexOf('\n')))) {
		return readChain(text);
	}

	const {lines, torn, broken: fault} = readJournal(text.includes('"payload_redacted"') ? Buffer.from(text.split('\n').map(line => withoutRedacted(line)).join('\n')) : bytes);
	const problem = fault ? `act ${fault.seq} ${fault.why}` : (torn ? 'its last line was cut' : undefined);
	return {last: lines.at(-1), count: lines.length, ...(problem === undefined ? {} : {problem})};
};

/** The acts follow each other by their hashes, and the last of them is the one that bag-info.txt names. */
export const verifyJournal = async (directory: string, info: BagInfo): Promise<{readonly findings: readonly Finding[]; readonly head?: string}> => {
	const {last, count, problem} = read(await readFile(join(directory, journalFile.path)));
	if (problem !== undefined) {
		return {findings: [broken(problem)]};
	}

	const head = last ? `${last.seq} ${last.hash}` : 'nothing';
	const stated = infoValues(info, 'Whosaw-Journal-Head')[0];
	return stated === head
		? {findings: [pass('journal', `the acts of the examination follow each other: ${formatCount(count, 'act')}`)], head}
		: {findings: [broken(`it ends with act ${head.split(' ')[0]} where bag-info.txt names ${stated === undefined ? 'no last act' : 'another last act'}: acts were cut off or put in`)], head};
};
