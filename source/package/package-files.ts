import {accountsFile} from './accounts-file.ts';
import {caseFile} from './case-file.ts';
import {changesFile} from './changes-file.ts';
import type {Audience, CaseFileContents} from './contents.ts';
import {countFiles} from './count-files.ts';
import {customersFile} from './customers-file.ts';
import {documentFiles, documentFolders} from './documents/document-files.ts';
import {evidenceFile} from './evidence-file.ts';
import {excludedFile} from './excluded-file.ts';
import {exposuresFile} from './exposures-file.ts';
import {identitiesFile} from './identities-file.ts';
import {journalFile} from './journal-file.ts';
import {leadsFile} from './leads-file.ts';
import {limitationsFile} from './limitations-file.ts';
import {notificationFile} from './notification-file.ts';
import {othersFile} from './others-file.ts';
import type {PackageFile, PackageFolder} from './payload.ts';
import {queryFile} from './query-file.ts';
import {readmeFile} from './readme-file.ts';
import {redactionFile} from './redaction-file.ts';
import {rejectedFile} from './rejected-file.ts';
import {schemaFiles} from './schema-files.ts';
import {sourcesFile} from './sources-file.ts';
import {unusedFile} from './unused-file.ts';
import {verifyFile} from './verify-file.ts';

/*
The matrix of package.md, in the order of writing: what streams comes first, because the files that state counts
state what was really written; the sources are hashed again only after the evidence was read from them; what was left out is known at the end.
*/
const packageFiles: readonly PackageFile[] = [
	evidenceFile, exposuresFile, customersFile, excludedFile, othersFile, accountsFile, identitiesFile, rejectedFile, sourcesFile, unusedFile, journalFile, ...countFiles,
	notificationFile, changesFile, queryFile, caseFile, leadsFile, ...schemaFiles, ...documentFiles, limitationsFile, readmeFile, verifyFile,
];

const forAudience = (audience: Audience): readonly PackageFile[] => packageFiles.filter(file => file.audiences.includes(audience));

/** What is written of these contents, but for the log of what was left out. */
export const filesOf = (contents: CaseFileContents): readonly PackageFile[] => forAudience(contents.audience).filter(({when}) => when?.(contents) ?? true);

/** What every package of the audience has, but for the log of what was left out. */
export const filesFor = (audience: Audience): readonly PackageFile[] => forAudience(audience).filter(({when}) => when === undefined);

export const foldersFor = (audience: Audience): readonly PackageFolder[] => documentFolders.filter(folder => folder.audiences.includes(audience));

/** All files whose names are known before they are written, the log of what was left out among them. */
export const requiredFiles = (audience: Audience): readonly PackageFile[] => [...filesFor(audience), redactionFile];

/** The same with those that only some packages have. */
export const knownFiles = (audience: Audience): readonly PackageFile[] => [...forAudience(audience), redactionFile];
