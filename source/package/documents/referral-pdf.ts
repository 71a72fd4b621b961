import {bullets} from '../../document/blocks.ts';
import {BugError} from '../../errors.ts';
import {pauseIfDue} from '../../files/pause.ts';
import {investigators, type PackageContext, type PackageFile} from '../payload.ts';
import {openDocument, shellOf} from './pdf-shell.ts';
import type {Detail} from './referral-detail.ts';
import {firstPage} from './referral-first-page.ts';
import {secondPage} from './referral-second-page.ts';
import {toldBlocks} from './told-blocks.ts';

const path = 'data/referral.pdf';

/**
From all that may stand on two pages to the least; the first that fits is taken. What a document has no letter for it names by a number, which takes eight characters: in the last of these a text in any writing fits.
*/
const details: readonly Detail[] = [
	...[
		{rows: 8, text: 420, chart: true}, {rows: 6, text: 320, chart: true}, {rows: 4, text: 240, chart: true}, {rows: 3, text: 160, chart: true},
		{rows: 3, text: 120, chart: false}, {rows: 1, text: 80, chart: false},
	].map(detail => ({...detail, name: 120})),
	{rows: 1, text: 40, name: 40, chart: false}, {rows: 1, text: 24, name: 16, chart: false}, {rows: 1, text: 12, name: 8, chart: false},
];

type Pages = {readonly first: Detail; readonly second?: Detail};

/** The document with its first page, and with the second where that is told; undefined where it takes more. */
const pagesWith = async (context: PackageContext, {first, second}: Pages): Promise<Buffer | undefined> => {
	const {running, about} = shellOf(context, {name: 'Referral', path});
	const {document, setBlocks} = await openDocument(running);
	setBlocks(document, toldBlocks(context, path, firstPage(context, first)));
	await pauseIfDue();
	if (second && document.pageCount() === 1) {
		document.newPage();
		setBlocks(document, toldBlocks(context, path, secondPage(context, second)));
		setBlocks(document, document.remarks().length > 0 ? [bullets(document.remarks())] : []);
		await pauseIfDue();
	}

	return document.pageCount() === (second ? 2 : 1) ? document.finish(about) : undefined;
};

const pieces = async function * (context: PackageContext): AsyncGenerator<Uint8Array> {
	for (const first of details) {
		if (!await pagesWith(context, {first})) {
			continue;
		}

		for (const second of details) {
			const pages = await pagesWith(context, {first, second});
			if (pages) {
				yield pages;
				return;
			}
		}
	}

	throw new BugError('the referral does not fit on two pages');
};

/** What a police officer opens first: exactly two pages. */
export const referralPdf: PackageFile = {path, about: 'the referral: what happened, which accounts, exhibits, witnesses; two pages', audiences: investigators, text: pieces};
