import {createHash, verify, X509Certificate} from 'node:crypto';
import {derParts, isOid, tags, type DerNode} from './der.ts';
import type {TimestampToken} from './timestamp-response.ts';

/*
The signature of a time stamp (CMS, RFC 5652): the signed attributes hold the digest of the TSTInfo, and the certificate's key signs the
attributes. Whether the authority can be trusted is not decided here; only whether this answer is its own and unaltered.
*/

const contentTypeOid = '1.2.840.113549.1.9.3';
const tstInfoOid = '1.2.840.113549.1.9.16.1.4';
const messageDigestOid = '1.2.840.113549.1.9.4';
const signingCertificateOids = {'1.2.840.113549.1.9.16.2.47': 'sha256', '1.2.840.113549.1.9.16.2.12': 'sha1'};
const timeStampingOid = '1.3.6.1.5.5.7.3.8';

const digests: Readonly<Record<string, string>> = {
	'2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512', '1.3.14.3.2.26': 'sha1',
};

/** Signature algorithms that name their digest themselves. */
const signatureDigests: Readonly<Record<string, string>> = {
	'1.2.840.113549.1.1.11': 'sha256', '1.2.840.113549.1.1.12': 'sha384', '1.2.840.113549.1.1.13': 'sha512',
	'1.2.840.10045.4.3.2': 'sha256', '1.2.840.10045.4.3.3': 'sha384', '1.2.840.10045.4.3.4': 'sha512',
};

/** Those that go by the digest named beside them: RSA and elliptic curves. */
const plainKeys = {'1.2.840.113549.1.1.1': 'rsa', '1.2.840.10045.2.1': 'ec'};

const firstOf = (table: Readonly<Record<string, string>>, node: DerNode | undefined): string | undefined => {
	const oid = node && derParts(node.content)?.[0];
	return Object.entries(table).find(([name]) => isOid(oid, name))?.[1];
};

const digestOf = (algorithm: DerNode | undefined): string | undefined => firstOf(digests, algorithm);

/** The value of a signed attribute that must stand there once. */
const attribute = (attributes: readonly DerNode[], oid: string): DerNode | undefined => {
	const found = attributes.map(node => derParts(node.content) ?? []).filter(([type]) => isOid(type, oid));
	const values = found.length === 1 && found[0]![1]?.tag === tags.set ? derParts(found[0]![1].content) : undefined;
	return values?.length === 1 ? values[0] : undefined;
};

/** The signed attributes name the certificate by its digest (RFC 5035), or another of the same key could be put in its place. */
const isNamed = (certificate: X509Certificate, attributes: readonly DerNode[]): boolean => Object.entries(signingCertificateOids).some(([oid, usual]) => {
	const list = derParts(attribute(attributes, oid)?.content ?? Buffer.alloc(0))?.[0];
	const parts = derParts(derParts(list?.content ?? Buffer.alloc(0))?.[0]?.content ?? Buffer.alloc(0)) ?? [];
	const digest = parts[0]?.tag === tags.sequence ? digestOf(parts[0]) : usual;
	const hash = parts.find(part => part.tag === tags.octets)?.content;
	return digest !== undefined && hash?.equals(createHash(digest).update(certificate.raw).digest()) === true;
});

/** The issuer and the serial number of a certificate, as the signer is named. */
const issuerAndSerial = (certificate: Buffer): readonly Buffer[] => {
	const body = derParts(derParts(certificate)?.[0]?.content ?? Buffer.alloc(0))?.[0];
	const parts = derParts(body?.content ?? Buffer.alloc(0)) ?? [];
	const [serial, , issuer] = parts[0]?.tag === tags.context0 ? parts.slice(1) : parts;
	return serial && issuer ? [issuer.bytes, serial.bytes] : [];
};

const certificateOf = ({certificates, signer}: TimestampToken): X509Certificate | undefined => {
	const wanted = signer[1]?.tag === tags.sequence ? Buffer.from(signer[1].content) : undefined;
	const found = wanted && certificates.find(bytes => Buffer.concat([...issuerAndSerial(bytes)]).equals(wanted));
	try {
		return found && new X509Certificate(found);
	} catch {
		return undefined;
	}
};

/** `unknown`: it may well hold; other tools must say. */
export type TimestampSignature = {readonly authority: string} | {readonly fault: string; readonly unknown?: true};

const unknownWay: TimestampSignature = {fault: 'it is signed in a way that is not known here', unknown: true};

const nameOf = ({subject}: X509Certificate): string => subject.split('\n').toReversed().join(', ');

const isTimely = ({validFrom, validTo}: X509Certificate, at: string): boolean => Date.parse(validFrom) <= Date.parse(at) && Date.parse(at) <= Date.parse(validTo);

/** Whether the signature fits, and whose it is. */
export const checkTimestampSignature = (token: TimestampToken): TimestampSignature => {
	const certificate = certificateOf(token);
	if (!certificate) {
		return {fault: 'the certificate of its authority is not in it'};
	}

	const [digestAlgorithm, signedAttributes, signatureAlgorithm, signature] = token.signer.slice(2);
	const attributes = signedAttributes?.tag === tags.context0 ? derParts(signedAttributes.content) : undefined;
	const digest = digestOf(digestAlgorithm);
	const signedDigest = firstOf(signatureDigests, signatureAlgorithm) ?? (firstOf(plainKeys, signatureAlgorithm) === undefined ? undefined : digest);
	if (!attributes || digest === undefined || signedDigest === undefined || signature?.tag !== tags.octets) {
		return unknownWay;
	}

	const stated = attribute(attributes, messageDigestOid)?.content;
	if (!isOid(attribute(attributes, contentTypeOid), tstInfoOid) || !stated?.equals(createHash(digest).update(token.info).digest())) {
		return {fault: 'it was changed after its authority signed it'};
	}

	if (!isNamed(certificate, attributes)) {
		return {fault: 'the certificate in it is not the one that its authority signed with'};
	}

	// What is signed is the set of attributes, not the tag that stands for it inside of the message.
	const signed = Buffer.concat([Uint8Array.from([tags.set]), signedAttributes!.bytes.subarray(1)]);
	try {
		if (!verify(signedDigest, signed, certificate.publicKey, signature.content)) {
			return {fault: 'its signature is not that of the authority it names'};
		}
	} catch {
		return unknownWay;
	}

	if (!certificate.keyUsage?.includes(timeStampingOid)) {
		return {fault: `it is signed by a certificate that is not for time stamps (${nameOf(certificate)})`};
	}

	return isTimely(certificate, token.at) ? {authority: nameOf(certificate)} : {fault: `the certificate of ${nameOf(certificate)} was not valid at ${token.at}`};
};
