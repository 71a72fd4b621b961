import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {visibleText} from '../../document/visible-text.ts';
import {fail, pass, warn, type Finding} from '../finding.ts';
import {covering, requestName, responseName} from './seal-names.ts';
import {timestampRequest} from './timestamp-request.ts';
import {readTimestampResponse} from './timestamp-response.ts';
import {checkTimestampSignature} from './timestamp-signature.ts';

const check = 'timestamp';

/** What an answer says of this digest, which is of the file `what`. */
export const checkTimestamp = (bytes: Buffer, sha256: string, what: string = covering): Finding => {
	const reading = readTimestampResponse(bytes);
	if ('fault' in reading) {
		return fail(check, `the time stamp cannot be used: ${reading.fault}`);
	}

	const {token} = reading;
	if (token.sha256 !== sha256) {
		return fail(check, `the time stamp is of something else: it answers ${token.sha256 === undefined ? 'a digest that is no sha256' : `the digest ${token.sha256}`}, and ${what} has ${sha256}`);
	}

	const signed = checkTimestampSignature(token);
	if ('fault' in signed) {
		return signed.unknown
			? warn(check, `the time stamp is of ${what} and says ${token.at}; its signature was not checked: ${signed.fault}. Use openssl ts -verify`)
			: fail(check, `the time stamp does not hold: ${signed.fault}`);
	}

	return pass(check, `it existed at ${token.at}, says ${visibleText(signed.authority)}. Whether that authority is to be trusted was not checked: use openssl ts -verify with its certificate (data/VERIFY.txt)`);
};

export type Sealed = {readonly directory: string; readonly files: ReadonlyMap<string, number>};

/** The request must be for this digest, and the answer, where there is one, must answer it. */
export const verifyTimestamp = async ({directory, files}: Sealed): Promise<readonly Finding[]> => {
	if (!files.has(covering)) {
		return [];
	}

	const sha256 = createHash('sha256').update(await readFile(join(directory, covering))).digest('hex');
	const request = files.has(requestName) ? await readFile(join(directory, requestName)) : undefined;
	const findings = request === undefined || request.equals(timestampRequest(sha256))
		? []
		: [fail(check, `${requestName} is no request for the digest of ${covering}: an answer to it would be of something else`)];
	const answer = files.has(responseName)
		? checkTimestamp(await readFile(join(directory, responseName)), sha256)
		: warn(check, `it has no time stamp: nothing but its own word says when it was made${request === undefined ? '' : ` (send ${requestName} to an authority to get one)`}`);
	return [...findings, answer];
};
