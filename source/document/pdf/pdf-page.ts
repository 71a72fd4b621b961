import type {Block} from '../blocks.ts';
import {colours} from './canvas.ts';
import type {PdfDocument} from './pdf-document.ts';

/** Sets blocks on pages. */
export const setBlocks = (document: PdfDocument, blocks: Iterable<Block>): void => {
	for (const block of blocks) {
		switch (block.kind) {
			case 'heading': {
				document.heading(block.level, block.text);
				break;
			}

			case 'paragraph': {
				document.paragraph(block.text, block.warning ? {bold: true, colour: colours.warning} : {});
				break;
			}

			case 'bullets': {
				document.bullets(block.texts);
				break;
			}

			case 'facts': {
				document.facts(block.rows);
				break;
			}

			case 'table': {
				document.table({columns: block.columns, rows: [...block.rows], ...(block.small === true ? {size: 6.5} : {})});
				break;
			}

			case 'bars': {
				document.bars(block);
				document.paragraph(block.description);
				break;
			}
		}
	}
};
