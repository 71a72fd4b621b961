import {createHash} from 'node:crypto';
import {lstat, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ExpectedError} from '../errors.ts';
import {formatCount} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {accountsFile} from './accounts-file.ts';
import {infoValues} from './bag-info-check.ts';
import {caseFileFormat} from './bag-info.ts';
import {isPayload} from './bag-listing.ts';
import {checkBag, type BagReport, type CheckOptions} from './check-bag.ts';
import {audiences} from './contents.ts';
import {customersFile} from './customers-file.ts';
import {evidenceFile} from './evidence-file.ts';
import {exposuresFile} from './exposures-file.ts';
import {fail, orPass, pass, warn, type Finding} from './finding.ts';
import {countFiles} from './count-files.ts';
import {caseFile} from './case-file.ts';
import {identitiesFile} from './identities-file.ts';
import {journalFile} from './journal-file.ts';
import {leadsFile} from './leads-file.ts';
import {notificationFile} from './notification-file.ts';
import {foldersFor, knownFiles, requiredFiles} from './package-files.ts';
import {redactionFile} from './redaction-file.ts';
import {queryFile} from './query-file.ts';
import {rejectedFile} from './rejected-file.ts';
import {sourcesFile} from './sources-file.ts';
import {covering, isSeal} from './seal/seal-names.ts';
import {verifySignatures, type SignatureOptions} from './seal/verify-signature.ts';
import {headsFolder} from './seal/head-names.ts';
import {verifyHeads} from './seal/verify-heads.ts';
import {verifyTimestamp} from './seal/verify-timestamp.ts';
import {verifyAccounts} from './verify-accounts.ts';
import {verifyCase} from './verify-case.ts';
import {verifyCounts} from './verify-counts.ts';
import {verifyEvidence} from './verify-evidence.ts';
import {verifyIdentities} from './verify-identities.ts';
import {verifyJournal} from './verify-journal.ts';
import {verifyLeads} from './verify-leads.ts';
import {countedTables, verifyCounted, verifyCountFile, verifyNotification, verifyRedactions, type CountsSummary} from './verify-more-tables.ts';
import {verifyQuery} from './verify-query.ts';
import {verifyCustomers, verifyExposures, verifyRejected, verifySources, type RowsSummary} from './verify-tables.ts';

export type VerifyReport = {
	readonly directory: string;
	/** Every check holds; exit code 4 when not. */
	readonly ok: boolean;
	/** One sentence for people: *integrity checked*, never *true*. */
	readonly summary: string;
	/** Of the tag manifest, which covers everything else. Absent when there is none. */
	readonly sha256?: string;
	readonly findings: readonly Finding[];
};

/** A bag may be valid and still lack what makes it a case file. */
const checkFiles = ({listing, manifests, info}: BagReport): readonly Finding[] => {
	const format = infoValues(info, 'Whosaw-Format')[0];
	const audience = audiences.find(name => name === infoValues(info, 'Whosaw-Audience')[0]);
	if (format !== caseFileFormat || audience === undefined) {
		return [fail('files', `bag-info.txt does not declare a case file of this version (${caseFileFormat}, with its audience)`)];
	}

	const required = ['bag-info.txt', 'manifest-sha256.txt', covering, ...requiredFiles(audience).map(file => file.path)];
	const known = new Set([...required, ...knownFiles(audience).map(({path}) => path)]);
	const folders = foldersFor(audience).map(({path}) => path);
	const covered = manifests.find(manifest => manifest.name === covering)?.entries;
	const paths = [...listing.files.keys()];
	return orPass([
		...required.filter(path => !listing.files.has(path)).map(path => fail('files', `missing: a case file for ${audience} has ${path}`)),
		...paths.filter(path => !isPayload(path) && !isSeal(path) && !path.startsWith(`${headsFolder}/`) && covered?.has(path) !== true)
			.map(path => fail('files', `additional: ${visibleText(path)} is not covered by ${covering}`)),
		...paths.filter(path => isPayload(path) && !known.has(path) && !folders.some(folder => path.startsWith(folder))).map(path => warn('files', `${visibleText(path)} is no file that this version of whosaw knows`)),
		...(listing.files.has('fetch.txt') ? [fail('files', 'fetch.txt is there: a case file holds all of its files')] : []),
	], 'files', `all files of a case file for ${audience} are there`);
};

const checkReview = ({info}: BagReport): readonly Finding[] => {
	const reviewers = infoValues(info, 'Whosaw-Reviewed-By');
	return [reviewers.length > 0
		? pass('review', `it says that it was reviewed by ${reviewers.map(name => visibleText(name)).join(', ')}`)
		: warn('review', 'NOT REVIEWED: it is a draft')];
};

/** What the files say, each only if it is there as a plain file. */
const verifyContents = async (directory: string, {listing, info}: BagReport, signal: AbortSignal | undefined): Promise<{readonly findings: readonly Finding[]; readonly acts: ReadonlyMap<number, string> | undefined}> => {
	const has = (file: {readonly path: string}): boolean => listing.files.has(file.path);
	const summaries = {
		...(has(evidenceFile) ? {evidence: await verifyEvidence(directory, signal)} : {}),
		...(has(customersFile) ? {customers: await verifyCustomers(directory, signal)} : {}),
		...(has(exposuresFile) ? {exposures: await verifyExposures(directory, signal)} : {}),
		...(has(sourcesFile) ? {sources: await verifySources(directory, signal)} : {}),
		...(has(rejectedFile) ? {rejected: await verifyRejected(directory, signal)} : {}),
		...(has(queryFile) ? {query: await verifyQuery(directory)} : {}),
		...(has(caseFile) ? {case: await verifyCase(directory)} : {}),
		...(has(journalFile) ? {journal: await verifyJournal(directory, info)} : {}),
		...(has(notificationFile) ? {notification: await verifyNotification(directory, signal)} : {}),
		...(has(identitiesFile) ? {identities: await verifyIdentities(directory, has, signal)} : {}),
		...(has(redactionFile) ? {redactions: await verifyRedactions(directory, signal)} : {}),
	};
	const leads = await verifyLeads(directory, {has: has(leadsFile), frozen: summaries.journal?.frozen});
	const counted: Partial<Record<keyof typeof countedTables, RowsSummary>> = {};
	for (const name of Object.keys(countedTables) as Array<keyof typeof countedTables>) {
		const table = countedTables[name];
		if (has(table.file)) {
			counted[name] = await verifyCounted(table, directory, signal);
		}
	}

	const accounts = has(accountsFile) && has(caseFile) ? await verifyAccounts(directory, signal) : [];
	const counts: CountsSummary[] = [];
	for (const file of countFiles.filter(each => has(each))) {
		counts.push(await verifyCountFile(file, directory, signal));
	}

	return {
		acts: summaries.journal?.acts,
		findings: [...[...Object.values(summaries), ...Object.values(counted), ...counts].flatMap(({findings}) => findings), ...accounts, ...leads, ...verifyCounts({...summaries, ...counted, counts})],
	};
};

const checkDirectory = async (directory: string): Promise<void> => {
	const status = await lstat(directory).catch((error: unknown) => {
		throw new ExpectedError('there is no package', {where: directory, next: 'Name the folder that holds bagit.txt.', cause: error});
	});
	if (!status.isDirectory()) {
		throw new ExpectedError('a package is a folder', {where: directory, next: 'Unpack or decrypt it first, and name the folder that holds bagit.txt.'});
	}
};

const sentence = (findings: readonly Finding[]): string => {
	const failed = findings.filter(finding => !finding.ok).length;
	return failed === 0
		? `integrity checked: nothing was altered, added or removed since the hashes were made (${formatCount(findings.length, 'check')}). This does not say that the logs are right.`
		: `does not hold: ${formatCount(failed, 'finding')}`;
};

/** Files that do not hold are not asked what they say. */
const replayed = async (own: readonly Finding[], also: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> =>
	own.every(finding => finding.ok) ? also() : [fail('replay', 'the exports were not asked again, for the package does not hold by itself')];

/** Checks a case file folder: the bag, that it is complete, every evidence record, and that its files agree. */
export const verifyPackage = async (directory: string, options: CheckOptions & SignatureOptions = {}): Promise<VerifyReport> => {
	await checkDirectory(directory);
	const bag = await checkBag(directory, options);
	const sealed = {directory, files: bag.listing.files};
	const sha256 = bag.listing.files.has(covering) ? createHash('sha256').update(await readFile(join(directory, covering))).digest('hex') : undefined;
	const {findings: said, acts} = await verifyContents(directory, bag, options.signal);
	const own = [
		...bag.findings, ...checkFiles(bag), ...said, ...checkReview(bag),
		...await verifySignatures(sealed, options), ...await verifyTimestamp(sealed), ...await verifyHeads({...sealed, acts}, options),
	];
	const findings = options.also ? [...own, ...await replayed(own, async () => options.also!(directory))] : own;
	return {directory, ok: findings.every(finding => finding.ok), summary: sentence(findings), ...(sha256 === undefined ? {} : {sha256}), findings};
};
