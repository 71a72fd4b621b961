import {formatCount, formatNumber} from '../document/format-number.ts';
import type {FirstOf, Identity, Resolution, Resolutions} from '../records/identity.ts';
import {bullet} from './text-page.ts';

/** Looked at in a terminal; the rest is counted. */
const shown = 5;

const sizeOf = ({first, more}: FirstOf<unknown>): number => first.length + more;

const named = <Item>(list: FirstOf<Item>, words: (item: Item) => string): string => {
	const left = sizeOf(list) - Math.min(shown, list.first.length);
	return `${list.first.slice(0, shown).map(item => words(item)).join(', ')}${left > 0 ? `, and ${formatNumber(left)} more (--format json)` : ''}`;
};

const identityWords = ({id, asLogged, how}: Identity): string => `${asLogged} is ${id} (${how})`;

const resolutionLines = (what: string, {unresolved, merged}: Resolution): readonly string[] => [
	...(unresolved && sizeOf(unresolved) > 0 ? [`${formatCount(sizeOf(unresolved), what)} of the logs ${sizeOf(unresolved) === 1 ? 'is' : 'are'} not in the directory: ${named(unresolved, id => id)}`] : []),
	...(sizeOf(merged) > 0 ? [`${formatCount(sizeOf(merged), `other id or address of ${what}s`, `other ids and addresses of ${what}s`)} in the logs: ${named(merged, row => identityWords(row))}`] : []),
];

/** Whom the directories do not have, and who was joined, as far as one looks at it in a terminal. */
export const resolutionsText = ({customers, employees}: Resolutions): string => {
	const lines = [...resolutionLines('customer', customers), ...resolutionLines('employee', employees)];
	return lines.length === 0 ? '' : ['Customers and employees', ...lines.flatMap(line => bullet(line)).map(line => `  ${line}`), ''].map(line => `${line}\n`).join('');
};
