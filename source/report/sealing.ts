import type {Sealing} from '../investigation/seal-case-file.ts';
import type {Flags} from '../options/flags.ts';

/** How a case file is to be sealed, as the flags say it. */
export const sealingOf = (flags: Flags): Sealing => ({
	keys: flags.many('sign'), timestampResponse: flags.one('timestamp-response'), zip: flags.on('zip'), encrypt: flags.many('encrypt'),
});

/** As a shell takes it: in quotes where it must be. */
export const shellWord = (text: string): string => /^[\w./+,:@%-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll('\'', String.raw`'\''`)}'`;
