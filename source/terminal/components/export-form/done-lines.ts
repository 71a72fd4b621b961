import {formatBytes, formatCount} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {Audience, ExportLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapVerbatim, wrapWords} from '../../drawing/wrap.ts';

const names: Readonly<Record<Audience, string>> = {
	'law-enforcement': 'It names customers and accounts', internal: 'It names customers and accounts', customers: 'It holds a letter for each customer', hr: 'It names accounts', regulator: 'It names nobody',
};

/** Broken between words where it can be: whoever types it from the screen sees where the blanks are. */
const commandLines = (text: string, width: number): readonly Line[] => wrapWords(visibleText(text), width - 4).map((row, index): Line => [span(index === 0 ? '  ' : '    '), span(row, 'accent')]);

/** What was written and where, the one hash to tell the receiver, and how anyone checks it. */
export const doneLines = ({opened}: State, {status, audience, of}: ExportLayer, width: number): readonly Line[] => {
	if (status.is !== 'done') {
		return [];
	}

	const {result, commands} = status;
	const reviewed = of === 'case' && opened?.state.review !== undefined;
	return [
		[span('✓ ', 'good'), span(`${formatCount(result.customers, 'customer')}, ${formatCount(result.records, 'record')} in ${formatCount(result.files, 'file')}, ${formatBytes(result.bytes)}`, 'strong')],
		...wrapVerbatim(visibleText(result.archive ?? result.directory), width - 2).map((row): Line => [span('  '), span(row)]),
		...wrapWords(`${reviewed ? '' : 'NOT REVIEWED. '}${names[audience]}: keep it where only those who must see it can.`, width - 2).map((row): Line => [span('  '), span(row, reviewed ? 'plain' : 'warning')]),
		[],
		[span('To tell the receiver by another way: the sha256 of tagmanifest-sha256.txt', 'quiet')],
		...wrapVerbatim(result.sha256, width - 2).map((row): Line => [span('  '), span(row, 'accent')]),
		[span('Anyone checks it with these; ', 'quiet'), span('y', 'accent'), span(' copies them', 'quiet')],
		...commands.flatMap(command => commandLines(command, width)),
	];
};
