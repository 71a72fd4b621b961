import {bullets, sectionOf} from '../../document/blocks.ts';
import {htmlPage} from '../../document/html-page.ts';
import type {Audience} from '../contents.ts';
import type {PackageContext, PackageFile} from '../payload.ts';
import {openDocument, shellOf} from './pdf-shell.ts';
import {reportDocument} from './report-document.ts';

const readers: readonly Audience[] = ['law-enforcement', 'regulator', 'hr', 'internal'];

const pdf = 'data/report.pdf';
const html = 'data/report.html';

const pdfPieces = async function * (context: PackageContext): AsyncGenerator<Uint8Array> {
	const {running, about} = shellOf(context, {name: 'Report', path: pdf});
	const {document, setBlocks} = await openDocument(running);
	setBlocks(document, reportDocument(context, pdf));
	setBlocks(document, sectionOf('About this document', document.remarks().length > 0 ? [bullets(document.remarks())] : []));
	yield document.finish(about);
};

const htmlPieces = (context: PackageContext): Iterable<string> => {
	const {about, running} = shellOf(context, {name: 'Report', path: html});
	return htmlPage(reportDocument(context, html), {title: about.title, language: about.language, footer: `${running.right}. ${running.bottom}`});
};

/** The report to be printed, and the same to be read on a screen. */
export const reportFiles: readonly PackageFile[] = [
	{path: pdf, about: 'the report: counts, accounts, timeline, method, exclusions, limitations', audiences: readers, text: pdfPieces},
	{path: html, about: 'the same for a browser, with tables that can be sorted', audiences: readers, text: htmlPieces},
];
