import type {PdfAbout} from '../../document/pdf/pdf-file.ts';
import type {PdfDocument, Running} from '../../document/pdf/pdf-document.ts';
import type {PackageContext} from '../payload.ts';
import {told} from '../withhold.ts';
import {reviewWords, titleOf} from './account-words.ts';

/** What stands on every page, and what the file says about itself. */
export type Shell = {readonly running: Running; readonly about: PdfAbout};

export const shellOf = (context: PackageContext, {name, path}: {readonly name: string; readonly path: string}): Shell => {
	const {contents} = context;
	const title = `${name}: ${told(context, path, titleOf(contents))}`;
	return {
		running: {left: title, right: told(context, path, reviewWords(contents)), bottom: `${contents.tool.name} ${contents.tool.version}, ${contents.now.toISOString().slice(0, 10)}. Accounts, not persons. For ${contents.audience}.`},
		about: {title, language: 'en', producer: `${contents.tool.name} ${contents.tool.version}`, at: contents.now},
	};
};

/** The part that sets pages is loaded when the first is set: it reads the fonts. */
export const openDocument = async (running: Running): Promise<{readonly document: PdfDocument; readonly setBlocks: typeof import('../../document/pdf/pdf-page.ts').setBlocks}> => {
	const [{pdfDocument}, {setBlocks}] = await Promise.all([import('../../document/pdf/pdf-document.ts'), import('../../document/pdf/pdf-page.ts')]);
	return {document: pdfDocument(running), setBlocks};
};
