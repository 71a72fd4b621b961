import {derParts, isOid, readDer, tags, type DerNode} from './der.ts';
import {sha256Oid} from './timestamp-request.ts';

const signedDataOid = '1.2.840.113549.1.7.2';
const tstInfoOid = '1.2.840.113549.1.9.16.1.4';

/** A TimeStampResp (RFC 3161) that was granted, taken apart. */
export type TimestampToken = {
	/** The digest that it answers, in hexadecimal; undefined: it is no sha256. */
	readonly sha256: string | undefined;
	/** ISO 8601, UTC. */
	readonly at: string;
	/** DER of every certificate that came with it. */
	readonly certificates: readonly Buffer[];
	/** What is signed by way of its digest: the TSTInfo. */
	readonly info: Buffer;
	readonly signer: readonly DerNode[];
};

export type TimestampReading = {readonly token: TimestampToken} | {readonly fault: string};

const damaged: TimestampReading = {fault: 'it is damaged, or no answer of a time-stamp authority'};

const inner = (node: DerNode | undefined, tag?: number): readonly DerNode[] => node && (tag === undefined || node.tag === tag) ? derParts(node.content) ?? [] : [];

/** 20201026120000.25Z → 2020-10-26T12:00:00.25Z */
const instantOf = (node: DerNode | undefined): string | undefined => {
	const match = node?.tag === tags.time ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(node.content.toString('latin1')) : undefined;
	return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}${match[7] ?? ''}Z` : undefined;
};

const tokenOf = (contentInfo: DerNode): TimestampToken | undefined => {
	const [type, wrapped] = inner(contentInfo, tags.sequence);
	const parts = inner(inner(wrapped, tags.context0)[0], tags.sequence);
	const [infoType, infoWrapped] = inner(parts[2], tags.sequence);
	const info = inner(infoWrapped, tags.context0)[0]?.content;
	const certificates = parts.find(part => part.tag === tags.context0);
	const signers = inner(parts.at(-1), tags.set);
	if (!isOid(type, signedDataOid) || !isOid(infoType, tstInfoOid) || info === undefined || signers.length !== 1) {
		return undefined;
	}

	const fields = inner(readDer(info), tags.sequence);
	const [algorithm, digest] = inner(fields[2], tags.sequence);
	const at = instantOf(fields[4]);
	if (at === undefined || digest?.tag !== tags.octets) {
		return undefined;
	}

	const isSha256 = isOid(inner(algorithm, tags.sequence)[0], sha256Oid);
	return {
		at, info, certificates: inner(certificates).filter(node => node.tag === tags.sequence).map(node => node.bytes), signer: inner(signers[0], tags.sequence),
		sha256: isSha256 ? digest.content.toString('hex') : undefined,
	};
};

/** Reads an answer. It is not checked here whether its signature fits. */
export const readTimestampResponse = (bytes: Buffer): TimestampReading => {
	const response = readDer(bytes);
	const [status, contentInfo] = inner(response, tags.sequence);
	const number = inner(status, tags.sequence)[0];
	if (!response || response.bytes.length !== bytes.length || number?.tag !== tags.integer || number.content.length !== 1) {
		return damaged;
	}

	// 0 granted, 1 granted with modifications; everything else is a refusal.
	if (number.content[0]! > 1) {
		return {fault: 'the authority refused the request'};
	}

	const token = contentInfo && tokenOf(contentInfo);
	return token ? {token} : damaged;
};
