import {formats, unknownTables} from '../formats/formats.ts';

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
};

/** Every format, vendors' first, then the shapes of unknown tables. */
export const knownFormats: readonly KnownFormat[] = [
	...formats.map(({name, title, recognised, about, limitations}) => ({name, title, recognised, about, limitations})),
	...unknownTables.map(table => ({...table, limitations: []})),
];
