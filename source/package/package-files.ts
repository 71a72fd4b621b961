import type {Audience} from './contents.ts';
import {customersFile} from './customers-file.ts';
import {evidenceFile} from './evidence-file.ts';
import {exposuresFile} from './exposures-file.ts';
import {limitationsFile} from './limitations-file.ts';
import {documentFiles, documentFolders} from './documents/document-files.ts';
import type {PackageFile, PackageFolder} from './payload.ts';
import {queryFile} from './query-file.ts';
import {readmeFile} from './readme-file.ts';
import {rejectedFile} from './rejected-file.ts';
import {sourcesFile} from './sources-file.ts';
import {verifyFile} from './verify-file.ts';

/*
The matrix of package.md, in the order of writing: what streams comes first, because the files that state counts
state what was really written; the sources are hashed again only after the evidence was read from them.
*/
const packageFiles: readonly PackageFile[] = [
	evidenceFile, exposuresFile, customersFile, rejectedFile, sourcesFile, queryFile, ...documentFiles, limitationsFile, readmeFile, verifyFile,
];

/** The audiences whose files are all written already; for the others a part of the matrix is still to come. */
export const writableAudiences: readonly Audience[] = ['law-enforcement', 'internal'];

export const filesFor = (audience: Audience): readonly PackageFile[] => packageFiles.filter(file => file.audiences.includes(audience));

export const foldersFor = (audience: Audience): readonly PackageFolder[] => documentFolders.filter(folder => folder.audiences.includes(audience));
