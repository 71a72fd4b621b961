import type {Facts} from '../../case/acts.ts';
import type {Audience} from '../../package/contents.ts';

/** What the documents of an audience say, by the facts that say it: where nobody stated one, they stand there without it. Letters refuse by themselves. */
const said: Readonly<Record<Audience, readonly string[]>> = {
	'law-enforcement': ['controllers', 'discovered', 'recipients', 'consequences', 'measuresTaken'],
	internal: ['controllers', 'discovered', 'recipients', 'consequences', 'measuresTaken'],
	regulator: ['controllers', 'discovered', 'consequences', 'measuresTaken', 'contact'],
	hr: [],
	customers: [],
};

/** A list that is empty states nothing, and measures that are proposed are measures. */
const isStated = (facts: Facts, name: string): boolean => {
	const value = facts[name];
	return (value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) || (name === 'measuresTaken' && isStated(facts, 'measuresProposed'));
};

export const missingFacts = (facts: Facts, audience: Audience): readonly string[] => said[audience].filter(name => !isStated(facts, name));
