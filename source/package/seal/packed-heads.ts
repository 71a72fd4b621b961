import {ExpectedError} from '../../errors.ts';
import type {CaseFileContents} from '../contents.ts';
import {isInvestigators} from '../payload.ts';
import {headName, headNumber, headsFolder, parseHead} from './head-names.ts';

/** The sealed heads of the acts that are packed, by their paths in the bag. They name who signed, so only investigators get them. */
export const packedHeads = ({audience, heads = new Map(), case: {journal}}: CaseFileContents): ReadonlyMap<string, Uint8Array> => {
	const acts = new Map(journal.map(({seq, hash}) => [seq, hash]));
	const packed = [...heads].toSorted(([a], [b]) => a < b ? -1 : 1).filter(([name]) => {
		const seq = headNumber(name);
		const hash = seq === undefined ? undefined : acts.get(seq);
		if (seq === undefined || hash === undefined) {
			return false;
		}

		const head = parseHead(Buffer.from(heads.get(headName(seq)) ?? []).toString('utf8'));
		if (head?.seq !== seq || head.hash !== hash) {
			throw new ExpectedError(`a signed head is not of this journal: act ${seq} has the hash ${hash}`, {
				where: `${headsFolder}/${headName(seq)}`, next: 'The journal was written anew after the head was signed, or the head is of another case: keep both as they are, and find out which.',
			});
		}

		return true;
	});
	return isInvestigators(audience) ? new Map(packed.map(([name, bytes]) => [`${headsFolder}/${name}`, bytes])) : new Map();
};
