import {formatNumber} from '../format-number.ts';
import {colours} from './canvas.ts';
import {lineHeight, margins, textWidth, type Flow} from './flow.ts';
import {structurePart} from './structure-tree.ts';

/** A chart of bars in order; `description` says in words what it shows, for those who do not see it. */
export type PdfBars = {readonly values: readonly number[]; readonly from: string; readonly to: string; readonly description: string; readonly height?: number};

/** With the words that stand below it. */
export const barsHeight = (height = 84): number => height + 44;

/** A bar a value, the highest as high as the chart; what is not zero is at least a hair. */
export const setBars = (flow: Flow, {values, from, to, description, height = 84}: PdfBars): void => {
	const size = 7;
	flow.need(barsHeight(height));
	const top = flow.place() + 4;
	const highest = Math.max(1, ...values);
	const label = formatNumber(highest);
	const left = margins.left + flow.typesetter.width(label, 'regular', size) + 6;
	const width = margins.left + textWidth - left;
	const step = width / Math.max(1, values.length);
	const part = structurePart('Figure', flow.root, {description});
	flow.canvas.paint(part, brush => {
		for (const share of [0, 0.5, 1]) {
			brush.box({x: left, y: top + (height * share), width, height: 0.4, colour: colours.rule});
		}

		for (const [index, value] of values.entries()) {
			const tall = value === 0 ? 0 : Math.max(0.8, height * value / highest);
			const thick = Math.min(step * 0.82, 26);
			brush.box({x: left + (step * index) + ((step - thick) / 2), y: top + height - tall, width: thick, height: tall, colour: colours.bar});
		}

		brush.text(label, {x: margins.left, y: top + size, style: 'regular', size, colour: colours.quiet});
		brush.text('0', {x: margins.left, y: top + height, style: 'regular', size, colour: colours.quiet});
		const below = top + height + lineHeight(size);
		const [start, end] = [flow.typesetter.settable(from), flow.typesetter.settable(to)];
		brush.text(start, {x: left, y: below, style: 'regular', size, colour: colours.quiet});
		brush.text(end, {x: left + width - flow.typesetter.width(end, 'regular', size), y: below, style: 'regular', size, colour: colours.quiet});
	});
	flow.advance(height + 4 + lineHeight(size) + 8);
};
