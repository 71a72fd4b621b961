import {visibleText} from '../document/visible-text.ts';
import {decodePath, unsafePath} from './bag-path.ts';
import {isPayload} from './bag-listing.ts';
import {fail, warn, type Finding} from './finding.ts';
import {tagLines} from './tag-text.ts';

/** A manifest as it stands: hashes in lower case. Lines that cannot be trusted are findings and no entries. */
export type Manifest = {
	/** `manifest-sha256.txt`. */
	readonly name: string;
	/** As node:crypto calls it: `sha256`. */
	readonly algorithm: string;
	readonly kind: 'payload' | 'tag';
	/** Path → expected hash. */
	readonly entries: ReadonlyMap<string, string>;
	readonly findings: readonly Finding[];
};

/** `manifest-sha256.txt` and `tagmanifest-sha256.txt`. */
export const manifestName = /^(tag)?manifest-([A-Za-z\d]+)\.txt$/;

type Line = {readonly digest: string; readonly path: string; readonly problem?: string; readonly remark?: string};

/** Hash, blanks, perhaps the `*` of md5sum, path. Leading `./` is taken away as older tools wrote it. */
const parseLine = (line: string, version: string): Line | undefined => {
	const match = /^([\dA-Fa-f]+)[ \t]+(\*?)(.+)$/s.exec(line);
	if (!match) {
		return undefined;
	}

	const [, digest = '', star, written = ''] = match;
	const path = written.replace(/^(\.\/)+/, '');
	const decoded = version === '1.0' ? decodePath(path) : path;
	const remark = star === '*' || path !== written ? 'is written as other tools do' : undefined;
	const problem = decoded === undefined ? 'has a percent sign that stands for none of LF, CR and %' : unsafePath(decoded);
	return {digest: digest.toLowerCase(), path: decoded ?? path, ...(problem === undefined ? {} : {problem}), ...(remark === undefined ? {} : {remark})};
};

const misplaced = (kind: Manifest['kind'], path: string): string | undefined => {
	if (isPayload(path) === (kind === 'payload')) {
		return undefined;
	}

	return kind === 'payload' ? 'is not under data/' : 'is under data/, which the payload manifest is for';
};

/** 1.0 forbids a name twice; before, only twice with different hashes. */
const twice = (version: string, same: boolean, place: string): Finding => version === '1.0' || !same
	? fail('manifest', `${place} stands twice${same ? '' : ', with different hashes'}`)
	: warn('manifest', `${place} stands twice`);

export type ManifestText = {readonly name: string; readonly text: string; readonly version: string};

export const parseManifest = ({name, text, version}: ManifestText): Manifest => {
	const [, tag, algorithm = ''] = manifestName.exec(name) ?? [];
	const kind = tag === undefined ? 'payload' : 'tag';
	const entries = new Map<string, string>();
	const findings: Finding[] = [];
	for (const [index, line] of tagLines(text).entries()) {
		const entry = parseLine(line, version);
		const place = `${name}, line ${index + 1}: ${visibleText((entry?.path ?? line).slice(0, 300))}`;
		const problem = entry ? entry.problem ?? misplaced(kind, entry.path) : 'is not a hash and a path';
		if (!entry || problem !== undefined) {
			findings.push(fail('manifest', `${place} ${problem}`));
			continue;
		}

		const known = entries.get(entry.path);
		if (known !== undefined) {
			findings.push(twice(version, known === entry.digest, place));
		} else if (entry.remark !== undefined) {
			findings.push(warn('manifest', `${place} ${entry.remark}`));
		}

		entries.set(entry.path, entry.digest);
	}

	return {name, algorithm: algorithm.toLowerCase(), kind, entries, findings};
};
