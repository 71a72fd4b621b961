import type {BarsBlock} from './blocks.ts';
import {formatNumber} from './format-number.ts';
import {escapeHtml} from './html.ts';

const size = {width: 760, height: 150, left: 52, bottom: 22, top: 8} as const;

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** The chart as a picture inside the page, with its description for those who do not see it. */
export const htmlBars = ({values, from, to, description}: BarsBlock): string => {
	const highest = values.reduce((most, value) => Math.max(most, value), 1);
	const [width, height] = [size.width - size.left, size.height - size.bottom - size.top];
	const step = width / Math.max(1, values.length);
	const bars = values.map((value, index) => {
		const tall = value === 0 ? 0 : Math.max(1, height * value / highest);
		const thick = Math.min(step * 0.82, 40);
		return `<rect x="${short(size.left + (step * index) + ((step - thick) / 2))}" y="${short(size.top + height - tall)}" width="${short(thick)}" height="${short(tall)}"/>`;
	});
	const rules = [0, 0.5, 1].map(share => `<path d="M${size.left} ${short(size.top + (height * share))}H${size.width}"/>`);
	const base = size.top + height;
	return [
		`<figure><svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(description)}">`,
		`<g class="rules">${rules.join('')}</g><g class="bars">${bars.join('')}</g>`,
		`<text x="${size.left - 6}" y="${size.top + 8}" text-anchor="end">${formatNumber(highest)}</text><text x="${size.left - 6}" y="${base}" text-anchor="end">0</text>`,
		`<text x="${size.left}" y="${base + 15}">${escapeHtml(from)}</text><text x="${size.width}" y="${base + 15}" text-anchor="end">${escapeHtml(to)}</text>`,
		`</svg><figcaption>${escapeHtml(description)}</figcaption></figure>\n`,
	].join('');
};
