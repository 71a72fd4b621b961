import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {audiences, type Audience} from '../package/contents.ts';
import {filesFor, foldersFor, requiredFiles} from '../package/package-files.ts';
import {absentFiles} from '../package/redaction-file.ts';
import {signersName} from '../package/seal/seal-names.ts';

/** Paths in the bag: what an audience gets, and what others get and it does not. */
export type Outline = {readonly files: readonly string[]; readonly absent: readonly string[]};

const outlineFor = (audience: Audience): Outline => ({files: [...filesFor(audience), ...foldersFor(audience)].map(({path}) => path), absent: absentFiles(audience, requiredFiles)});

/** The matrix of the package, audience by audience. */
export const exportOutlines = (): ReadonlyMap<Audience, Outline> => new Map(audiences.map(audience => [audience, outlineFor(audience)]));

/** Who signed a case file, by the name that ssh-keygen wants behind -I; undefined: nobody did. */
export const signerIn = async (directory: string): Promise<string | undefined> => {
	const text = await readFile(join(directory, signersName), 'utf8').catch(() => '');
	return text.split(/\s/, 1)[0] || undefined;
};
