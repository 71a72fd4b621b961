import {formatCount} from '../../document/format-number.ts';
import type {Context} from '../context.ts';

/** Accesses that rest on lists behind bulk exports. Where such a list came from the leak, whoever made the export fits the leak by construction. */
export const inferredCaveats = ({lists, leaked}: Pick<Context, 'lists' | 'leaked'>): readonly string[] => {
	const inferred = lists.reduce((sum, list) => sum + list.inferred, 0);
	const same = lists.filter(({sha256}) => leaked.some(list => list.sha256 === sha256));
	return [
		...(inferred > 0 ? [`${formatCount(inferred, 'access rests', 'accesses rest')} on ${formatCount(lists.length, 'list')} that ${lists.length === 1 ? 'was' : 'were'} supplied later for bulk exports (inferred), and not on records: if such a list was made from what leaked, the account of its export fits the leak by construction.`] : []),
		...same.map(({path, event}) => `The list ${path} is given as what leaked and as what the bulk export ${event} held: that the account of this export fits it is what was put in, and no finding.`),
	];
};
