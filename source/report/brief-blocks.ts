import {bullets, factsBlock, heading, paragraph, sectionOf, warning, type Block} from '../document/blocks.ts';
import {formatCount, formatNumber} from '../document/format-number.ts';
import type {Brief} from '../investigation/case/brief.ts';
import {affectedHeadline} from './affected-words.ts';

/** A page holds no more of a list. */
const mostRows = 10;

const cut = <Item>(items: readonly Item[], make: (shown: readonly Item[]) => Block): readonly Block[] => items.length === 0 ? [] : [
	make(items.slice(0, mostRows)),
	...(items.length > mostRows ? [paragraph(`and ${formatNumber(items.length - mostRows)} more`)] : []),
];

const range = (atLeast: number, atMost: number | undefined): string => {
	if (atMost === undefined) {
		return `at least ${formatNumber(atLeast)}`;
	}

	return atMost === atLeast ? formatNumber(atLeast) : `${formatNumber(atLeast)} to ${formatNumber(atMost)}`;
};

/** What somebody who decides must know, on one page. */
export const briefBlocks = ({title, reviewedBy, counts, accounts, countries, clocks, unknown}: Brief): readonly Block[] => [
	heading(title ?? 'Who saw which customers\u2019 data', 1),
	reviewedBy === undefined ? warning('NOT REVIEWED') : paragraph(`Reviewed by ${reviewedBy}`),
	factsBlock([
		['Affected', affectedHeadline(counts.accessed.affected)],
		['Reached by', `${formatCount(accounts, 'user account')} (accounts, not persons), in ${formatCount(counts.totals.events, 'event')}`],
	]),
	heading('Customers by level'),
	{
		kind: 'table', caption: 'The three counts, which are never added up',
		columns: [{title: 'level', share: 3}, {title: 'customers', share: 1, align: 'right'}, {title: 'what it rests on', share: 5}],
		rows: [
			['accessed', formatNumber(counts.accessed.customers), counts.accessed.basis],
			['without a supported reason', formatNumber(counts.withoutSupportedReason.customers), counts.withoutSupportedReason.basis],
			['corroborated as disclosed', formatNumber(counts.corroborated.customers), counts.corroborated.basis],
		],
	},
	...sectionOf('Customers by country', cut(countries, shown => ({
		kind: 'table', caption: 'Ranges: bulk exports that name nobody could be of any country', columns: [{title: 'country', share: 2}, {title: 'customers', share: 2}],
		rows: shown.map(({country, atLeast, atMost}) => [country, range(atLeast, atMost)]),
	}))),
	...sectionOf('Clocks (facts: check with counsel)', cut(clocks, shown => bullets(shown.map(({controller, statement, ruleDate}) => `${controller}: ${statement} (rule as of ${ruleDate})`)))),
	...sectionOf('What is not known', cut(unknown, shown => bullets(shown))),
];
