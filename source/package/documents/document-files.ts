import type {PackageFile, PackageFolder} from '../payload.ts';
import {custodyForm} from './custody-form.ts';
import {lettersFolder} from './letters/letters-folder.ts';
import {referralPdf} from './referral-pdf.ts';
import {reportFiles} from './report-files.ts';

/** The documents of the matrix: written after the tables, whose numbers they repeat. */
export const documentFiles: readonly PackageFile[] = [referralPdf, ...reportFiles, custodyForm];

/** Folders of documents: letters. */
export const documentFolders: readonly PackageFolder[] = [lettersFolder];
