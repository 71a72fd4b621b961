import {formats, unknownTables} from '../formats/formats.ts';
import {shippedRules} from '../rules/shipped.ts';

/** A format as it is explained to a person. */
export type KnownFormat = {
	readonly name: string;
	readonly title: string;
	/** How it is recognised, as a sentence. */
	readonly recognised: string;
	/** What it shows and what it cannot show. */
	readonly about: string;
	/** Sentences that belong beside every number from such a log. */
	readonly limitations: readonly string[];
	/** The rules that are shipped for it: what they look at, and which data they say. */
	readonly rules: readonly string[];
};

/** Every format, vendors' first, then the shapes of unknown tables. */
export const knownFormats: readonly KnownFormat[] = [
	...formats.map(({name, title, recognised, about, limitations}) => ({name, title, recognised, about, limitations, rules: shippedRules(name).map(rule => `${rule.id}, by ${rule.when.map(({field}) => field).join(' and ')}: ${rule.types.join(', ')}`)})),
	...unknownTables.map(table => ({...table, limitations: [], rules: []})),
];
