import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {clockWords} from '../case/clock-order.ts';
import {beginning, type JournalLine} from '../case/journal-line.ts';
import {readJournal} from '../case/read-journal.ts';
import {formatCount} from '../document/format-number.ts';
import {infoValues, type BagInfo} from './bag-info-check.ts';
import {fail, pass, warn, type Finding} from './finding.ts';
import {journalFile} from './journal-file.ts';

type Link = {readonly seq: number; readonly previous: string; readonly hash: string};

/** What the journal of a package says to its other files. */
export type JournalSummary = {
	readonly findings: readonly Finding[];
	/** Number and hash of the acts, up to the first that does not hold. */
	readonly acts: ReadonlyMap<number, string>;
	/** sha256 of the lists of leaked customers that were frozen; undefined where the acts are not told. */
	readonly frozen?: readonly string[];
};

type Chain = {/** What its times say of the clocks. */ readonly clocks?: string; readonly links: readonly Link[]; readonly problem?: string; readonly frozen?: readonly string[]};

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
const readChain = (text: string): Chain => {
	const links: Link[] = [];
	for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
		const link = linkOf(line);
		if (!link) {
			return {links, problem: `line ${index + 1} is no line of a chain`};
		}

		if (link.seq !== index + 1 || link.previous !== (links.at(-1)?.hash ?? beginning)) {
			return {links, problem: `act ${link.seq} does not follow the act before it: an act is missing or was put in`};
		}

		links.push(link);
	}

	return {links, ...(text === '' || text.endsWith('\n') ? {} : {problem: 'its last line was cut'})};
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

const frozenIn = (lines: readonly JournalLine[]): readonly string[] => lines.flatMap(({act, payload}) => act === 'leaked-list-frozen' && payload ? [(payload as {readonly sha256: string}).sha256] : []);

const read = (bytes: Uint8Array): Chain => {
	const text = Buffer.from(bytes).toString('utf8');
	if (linkOf(text.slice(0, text.indexOf('\n')))) {
		return readChain(text);
	}

	const {lines, torn, broken: fault} = readJournal(text.includes('"payload_redacted"') ? Buffer.from(text.split('\n').map(line => withoutRedacted(line)).join('\n')) : bytes);
	const problem = fault ? `act ${fault.seq} ${fault.why}` : (torn ? 'its last line was cut' : undefined);
	const clocks = clockWords(lines);
	return {links: lines, frozen: frozenIn(lines), ...(clocks === undefined ? {} : {clocks}), ...(problem === undefined ? {} : {problem})};
};

/** The last act is the one that bag-info.txt names; what is wrong when it is not. */
const endProblem = (last: Link | undefined, stated: string | undefined): string | undefined => {
	const [, seq, hash] = /^(\d{1,15}) ([\da-f]{64})$/.exec(stated ?? '') ?? [];
	if (seq === undefined) {
		return 'bag-info.txt does not name its last act';
	}

	const [ends, named] = [last?.seq ?? 0, Number(seq)];
	if (ends < named) {
		return `acts were cut off: it ends with act ${ends} where bag-info.txt names act ${named} as the last`;
	}

	return ends > named ? `acts were added: it ends with act ${ends} where bag-info.txt names act ${named} as the last` : (last?.hash === hash ? undefined : `its last act, ${ends}, is another one than bag-info.txt names`);
};

/** The acts follow each other by their hashes, and the last of them is the one that bag-info.txt names. */
export const verifyJournal = async (directory: string, info: BagInfo): Promise<JournalSummary> => {
	const {links, problem, frozen, clocks} = read(await readFile(join(directory, journalFile.path)));
	const summary = {acts: new Map(links.map(({seq, hash}) => [seq, hash])), ...(frozen ? {frozen} : {})};
	if (problem !== undefined) {
		return {...summary, findings: [broken(problem)]};
	}

	const last = links.at(-1);
	const problemAtEnd = endProblem(last, infoValues(info, 'Whosaw-Journal-Head')[0]);
	return {...summary, findings: [
		problemAtEnd === undefined ? pass('journal', `the acts of the examination follow each other: ${formatCount(links.length, 'act')}`) : broken(problemAtEnd),
		...(clocks === undefined ? [] : [warn('journal', clocks)]),
	]};
};
