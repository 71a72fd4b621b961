import {randomBytes} from 'node:crypto';
import type {Call} from './call.ts';
import {warn} from './notices.ts';
import {pseudonymsOf, type Pseudonyms} from './pseudonyms.ts';

const defaultRandom = (): Uint8Array => randomBytes(32);

/** With --mask or --blind, by the key of WHOSAW_MASK_KEY, else by the case's own; without one by a random key, which is said. */
export const maskingOf = (call: Call, {random = defaultRandom, ofCase = call.opened?.maskKey}: {readonly random?: () => Uint8Array; readonly ofCase?: string | undefined} = {}): Pseudonyms | undefined => {
	if (!call.flags.on('mask') && !call.flags.on('blind')) {
		return undefined;
	}

	const key = call.environment['WHOSAW_MASK_KEY'] || ofCase;
	if (key === undefined) {
		warn(call, 'masked with a random key, so the next run gives other pseudonyms; set WHOSAW_MASK_KEY to keep them');
		return pseudonymsOf(random());
	}

	return pseudonymsOf(key);
};
