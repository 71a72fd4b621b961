import type {Block} from './blocks.ts';
import {escapeMarkdown, markdownTable} from './markdown.ts';
import {sparkline} from './sparkline.ts';

const pieces = (block: Block): string => {
	switch (block.kind) {
		case 'heading': {
			return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
		}

		case 'paragraph': {
			return block.warning ? `**${escapeMarkdown(block.text)}**` : escapeMarkdown(block.text);
		}

		case 'bullets': {
			return block.texts.map(text => `- ${escapeMarkdown(text)}`).join('\n');
		}

		case 'facts': {
			return block.rows.flatMap(([name, text]) => text === undefined || text === '' ? [] : [`- **${escapeMarkdown(name)}**: ${escapeMarkdown(text)}`]).join('\n');
		}

		case 'table': {
			return markdownTable(block.columns, [...block.rows]).trimEnd();
		}

		case 'bars': {
			return `${sparkline(block.values, 76)}\n\n${escapeMarkdown(block.description)}`;
		}
	}
};

/** The same document as Markdown of GitHub's dialect. */
export function * markdownPage(blocks: Iterable<Block>): Generator<string> {
	let first = true;
	for (const block of blocks) {
		const text = pieces(block);
		if (text !== '') {
			yield `${first ? '' : '\n'}${text}\n`;
			first = false;
		}
	}
}
