import {factsBlock, heading, paragraph, warning, type Block} from '../../document/blocks.ts';
import {investigators, type PackageContext, type PackageFile} from '../payload.ts';
import {clip, titleOf} from './account-words.ts';
import {originals} from './exhibits.ts';
import {openDocument, shellOf} from './pdf-shell.ts';
import {toldBlocks} from './told-blocks.ts';

const path = 'data/custody/custody-form.pdf';

/** As long as the cell is wide; the 64 signs of a hash take two. */
const line = ` ${'_'.repeat(44)}`;

/** A line to write on. */
const blank = '\u00A0';

const exhibits = (context: PackageContext): readonly Block[] => [
	heading('Chain of custody', 1),
	...(context.contents.case.privilege === undefined ? [] : [warning(clip(context.contents.case.privilege, 120))]),
	paragraph('One row a transfer, filled in by hand with a pen that does not fade. A row is never erased: strike it through, sign, and begin another.'),
	factsBlock([
		['Case', clip(titleOf(context.contents), 160)],
		['Made on', `${context.contents.now.toISOString().slice(0, 16).replace('T', ' ')} UTC; case revision ${context.contents.case.revision.hash.slice(0, 16)}`],
		['Prepared by', context.contents.investigator === undefined ? '______________________________' : clip(context.contents.investigator, 120)],
	]),
	heading('Exhibits'),
	{
		kind: 'table', caption: 'Exhibits', small: true,
		columns: [{title: '', share: 0.7}, {title: 'exhibit', share: 4}, {title: 'sha256', share: 6}, {title: 'medium, serial number, seal', share: 3}],
		rows: [
			['B', 'this bag, as a whole', `of tagmanifest-sha256.txt (write it in; it is printed when the bag is made): ${line.repeat(3)}`, blank],
			...originals(context).map(({mark, name, sha256}) => [mark, clip(name, 100), sha256, blank]),
		],
	},
];

/** Room for a name and a signature. */
const rowHeight = 38;

/** Of the heading and the titles above the rows, and a line below. */
const titleHeight = 72;

const leastRows = 6;

const transfers = ['no.', 'exhibits', 'date and time', 'released by: name, signature', 'received by: name, signature', 'why; condition and seal'];

const pieces = async function * (context: PackageContext): AsyncGenerator<Uint8Array> {
	const {running, about} = shellOf(context, {name: 'Custody form', path});
	const {document, setBlocks} = await openDocument(running);
	setBlocks(document, toldBlocks(context, path, exhibits(context)));
	const remarks = document.remarks().length * 30;
	const rowsThatFit = (): number => Math.floor((document.room() - remarks - titleHeight) / rowHeight);
	// Few rows at the end of a page would be a second form with fewer on the next.
	if (rowsThatFit() < leastRows) {
		document.newPage();
	}

	const rows = Math.max(leastRows, rowsThatFit());
	document.heading(2, 'Transfers');
	document.table({
		grid: true,
		columns: transfers.map((title, index) => ({title, share: [0.8, 1.3, 1.8, 3, 3, 3][index] ?? 1})), rowHeight,
		rows: Array.from({length: rows}, (_, index) => [String(index + 1), blank, blank, blank, blank, blank]),
	});
	for (const remark of document.remarks()) {
		document.paragraph(remark);
	}

	yield document.finish(about);
};

/** Transfers of exhibits, to be signed by hand. */
export const custodyForm: PackageFile = {path, about: 'a form for the transfers of exhibits, to be signed by hand', audiences: investigators, text: pieces};
