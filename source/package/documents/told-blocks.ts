import type {Block} from '../../document/blocks.ts';
import {redactCards} from '../card-numbers.ts';
import type {PackageContext} from '../payload.ts';
import {told} from '../withhold.ts';

/** What a document must not change: a hash. */
const isHash = (text: string): boolean => /^[\da-f]{16,64}$/.test(text);

/** A document as its audience may read it: no text of it tells what is not theirs, and of card numbers the last four digits stay. */
export const toldBlocks = (context: PackageContext, file: string, blocks: readonly Block[]): readonly Block[] => {
	const tell = (text: string): string => isHash(text) ? text : told(context, file, redactCards(context.paths.inText(text)).text);
	return blocks.map((block): Block => {
		switch (block.kind) {
			case 'heading':
			case 'paragraph': {
				return {...block, text: tell(block.text)};
			}

			case 'bullets': {
				return {...block, texts: block.texts.map(text => tell(text))};
			}

			case 'facts': {
				return {...block, rows: block.rows.map(([name, text]) => [name, text === undefined ? undefined : tell(text)] as const)};
			}

			case 'table': {
				return {...block, rows: [...block.rows].map(row => row.map(cell => tell(cell)))};
			}

			default: {
				return block;
			}
		}
	});
};
