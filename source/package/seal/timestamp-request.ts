import {der, encodeOid, tags} from './der.ts';

export const sha256Oid = '2.16.840.1.101.3.4.2.1';

/** A TimeStampReq (RFC 3161) for a sha256: no nonce, so that the same digest gives the same bytes, and with the wish for the authority's certificate. */
export const timestampRequest = (sha256: string): Buffer => der(
	tags.sequence,
	der(tags.integer, [1]),
	der(tags.sequence, der(tags.sequence, encodeOid(sha256Oid), der(tags.nothing)), der(tags.octets, Buffer.from(sha256, 'hex'))),
	der(tags.boolean, [0xFF]),
);
