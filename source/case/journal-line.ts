import {createHash} from 'node:crypto';
import {canonicalJson, type Json} from '../records/canonical-json.ts';
import type {Act, ActName, Person} from './acts.ts';

/** The version of the lines that are written. Every version ever written keeps opening. */
export const journalVersion = 1;

/**
One act in the journal. `payloadHash` is the sha256 of the salt and the canonical JSON (RFC 8785) of the payload; `hash` covers the line without
its payload. So a payload can be withheld from a reader, or destroyed when its time is over, and the chain still holds.
*/
export type JournalLine = {
	readonly v: number;
	/** From 1, without gaps. */
	readonly seq: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly by: Person;
	readonly act: ActName;
	/** 32 hexadecimal digits of chance: nobody can guess a withheld payload by its hash. */
	readonly salt: string;
	readonly payloadHash: string;
	/** `hash` of the line before; of the first line 64 zeros. */
	readonly previous: string;
	readonly hash: string;
	/** Absent where it was withheld or destroyed. */
	readonly payload?: Act['payload'];
};

/** What the first line follows. */
export const beginning = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const payloadHashOf = (salt: string, payload: unknown): string => sha256(salt + canonicalJson(payload as Json));

/** The hash of a line: over the canonical JSON of all its members but `payload` and `hash`. */
export const lineHash = ({v, seq, at, by, act, salt, payloadHash, previous}: Omit<JournalLine, 'hash' | 'payload'>): string =>
	sha256(canonicalJson({v, seq, at, by: {name: by.name, id: by.id}, act, salt, payloadHash, previous}));

export type NewLine = {readonly act: Act; readonly by: Person; readonly at: Date; readonly salt: string};

/** The line that follows `last`. */
export const nextLine = (last: Pick<JournalLine, 'seq' | 'hash'> | undefined, {act: {act, payload}, by, at, salt}: NewLine): JournalLine => {
	const head = {
		v: journalVersion, seq: (last?.seq ?? 0) + 1, at: at.toISOString(), by: {name: by.name, id: by.id}, act, salt,
		payloadHash: payloadHashOf(salt, payload), previous: last?.hash ?? beginning,
	};
	return {...head, hash: lineHash(head), payload};
};

/** What is wrong with a line behind `last`, as a sentence without its subject; undefined when it follows. */
export const faultOf = (line: JournalLine, last: Pick<JournalLine, 'seq' | 'hash'> | undefined): string | undefined => {
	if (line.v > journalVersion) {
		return `was written by a newer whosaw (journal version ${line.v})`;
	}

	if (line.seq !== (last?.seq ?? 0) + 1) {
		return `has the number ${line.seq} where ${(last?.seq ?? 0) + 1} is due: an act is missing or was put in`;
	}

	if (line.previous !== (last?.hash ?? beginning)) {
		return 'does not follow the act before it';
	}

	if (line.hash !== lineHash(line)) {
		return 'was changed: its hash does not match';
	}

	return line.payload !== undefined && line.payloadHash !== payloadHashOf(line.salt, line.payload) ? 'was changed: its payload does not match' : undefined;
};

/** The line as it stands in the file. */
export const lineText = (line: JournalLine): string => `${canonicalJson(line as unknown as Json)}\n`;
