import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {visibleText} from '../../document/visible-text.ts';
import {fail, pass, warn, type Finding} from '../finding.ts';
import {headName, headNumber, headsFolder, parseHead} from './head-names.ts';
import {timestampRequest} from './timestamp-request.ts';
import {checkSignature, type SignatureOptions} from './verify-signature.ts';
import {checkTimestamp, type Sealed} from './verify-timestamp.ts';

const check = 'heads';

/** The acts of the journal of the package: number → hash. */
type Asked = Sealed & {readonly acts: ReadonlyMap<number, string> | undefined};

const ofJournal = (path: string, seq: number, {text, acts}: {readonly text: string; readonly acts: Asked['acts']}): Finding => {
	const head = parseHead(text);
	if (head?.seq !== seq) {
		return fail(check, `${path} is no head of act ${seq} of a journal`);
	}

	const hash = acts?.get(seq);
	if (hash === undefined) {
		return fail(check, `${path} is of act ${seq}, which the journal of this package does not have`);
	}

	return hash === head.hash
		? pass(check, `${path} is of act ${seq} of the journal`)
		: fail(check, `${path} is of another journal: act ${seq} has the hash ${head.hash} in the head and ${hash} in the journal, which was written anew after the head was sealed`);
};

const timestamps = async (path: string, sha256: string, {directory, files}: Sealed): Promise<readonly Finding[]> => {
	const [request, answer] = [`${path}.tsq`, `${path}.tsr`];
	const asked = files.has(request) && !(await readFile(join(directory, request))).equals(timestampRequest(sha256))
		? [fail(check, `${request} is no request for the digest of ${path}: an answer to it would be of something else`)] : [];
	if (!files.has(answer)) {
		return asked;
	}

	const finding = checkTimestamp(await readFile(join(directory, answer)), sha256, path);
	return [...asked, {...finding, check, message: `${answer}: ${finding.message}`}];
};

const headFindings = async (seq: number, names: readonly string[], {sealed, options}: {readonly sealed: Asked; readonly options: SignatureOptions}): Promise<readonly Finding[]> => {
	const {directory, files, acts} = sealed;
	const path = `${headsFolder}/${headName(seq)}`;
	if (!files.has(path)) {
		return [fail(check, `missing: ${path}, of which ${headsFolder}/${names[0]!} is a seal`)];
	}

	const bytes = await readFile(join(directory, path));
	const signatures = names.filter(name => name.endsWith('.sig')).map(name => `${headsFolder}/${name}`);
	const findings = [ofJournal(path, seq, {text: bytes.toString('utf8'), acts})];
	for (const name of signatures) {
		findings.push({...await checkSignature({name, covered: path, directory}, options), check});
	}

	return [
		...findings, ...await timestamps(path, createHash('sha256').update(bytes).digest('hex'), sealed),
		...(signatures.length === 0 ? [warn(check, `${path} is not signed: it proves nothing`)] : []),
	];
};

/** The heads of the journal that were sealed before this package was made: each is of an act of its journal, and its seals fit. */
export const verifyHeads = async (sealed: Asked, options: SignatureOptions = {}): Promise<readonly Finding[]> => {
	const names = [...sealed.files.keys()].filter(path => path.startsWith(`${headsFolder}/`)).map(path => path.slice(headsFolder.length + 1)).toSorted();
	const findings = names.filter(name => headNumber(name) === undefined).map(name => fail(check, `additional: ${headsFolder}/${visibleText(name)} is no file of a head`));
	for (const seq of [...new Set(names.flatMap(name => headNumber(name) ?? []))].toSorted((a, b) => a - b)) {
		findings.push(...await headFindings(seq, names.filter(name => headNumber(name) === seq), {sealed, options}));
	}

	return findings;
};
