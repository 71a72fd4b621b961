import type {PackageFile, PackageFolder} from '../payload.ts';

/** The documents of the matrix: written after the tables, whose numbers they repeat. */
export const documentFiles: readonly PackageFile[] = [];

/** Folders of documents: letters. */
export const documentFolders: readonly PackageFolder[] = [];
