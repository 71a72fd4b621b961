import {randomBytes} from 'node:crypto';
import type {Call} from './call.ts';
import {warn} from './notices.ts';
import {pseudonymsOf, type Pseudonyms} from './pseudonyms.ts';

/** With --mask, by the key of WHOSAW_MASK_KEY, else by the case's own; without one by a random key, which is said. */
export const maskingOf = (call: Call, random: () => Uint8Array = () => randomBytes(32)): Pseudonyms | undefined => {
	if (!call.flags.on('mask')) {
		return undefined;
	}

	const key = call.environment['WHOSAW_MASK_KEY'] || call.opened?.maskKey;
	if (key === undefined) {
		warn(call, 'masked with a random key, so the next run gives other pseudonyms; set WHOSAW_MASK_KEY to keep them');
		return pseudonymsOf(random());
	}

	return pseudonymsOf(key);
};
