import type {Block} from '../document/blocks.ts';
import {sparkline} from '../document/sparkline.ts';
import {textTable} from '../document/text-table.ts';
import {visibleText} from '../document/visible-text.ts';
import {bullet, labelled, pageWidth, wrapText} from './text-page.ts';

/** The last column of a table takes what the others leave, in lines of its own. */
const table = ({columns, rows}: Extract<Block, {readonly kind: 'table'}>): readonly string[] => {
	const all = [...rows];
	const first = columns.slice(0, -1).map(({title, align}) => ({title, maximum: 30, ...(align ? {align} : {})}));
	const lines = textTable(first, all.map(row => row.slice(0, -1)));
	const width = Math.max(...lines.map(line => line.length)) + 2;
	return lines.flatMap((line, index) => {
		const [text = '', ...rest] = wrapText((index === 0 ? columns : all[index - 1]!.map(title => ({title}))).at(-1)?.title ?? '', Math.max(20, pageWidth - width - 2));
		return [`  ${line.padEnd(width)}${text}`.trimEnd(), ...rest.map(more => `  ${' '.repeat(width)}${more}`)];
	});
};

const lines = (block: Block): readonly string[] => {
	switch (block.kind) {
		case 'heading': {
			return block.level === 1 ? [visibleText(block.text)] : ['', visibleText(block.text)];
		}

		case 'paragraph': {
			return wrapText(block.text, pageWidth - 2).map(line => `  ${line}`);
		}

		case 'bullets': {
			return block.texts.flatMap(text => bullet(text)).map(line => `  ${line}`);
		}

		case 'facts': {
			return block.rows.flatMap(([name, text]) => text === undefined || text === '' ? [] : labelled(`  ${name}`, text, 14));
		}

		case 'table': {
			return table(block);
		}

		case 'bars': {
			return [`  ${sparkline(block.values, pageWidth - 4)}`, ...wrapText(block.description, pageWidth - 2).map(line => `  ${line}`)];
		}
	}
};

/** A document for a terminal of 80 columns. */
export const blocksText = (blocks: readonly Block[]): string => `${blocks.flatMap(block => lines(block)).join('\n')}\n`;
