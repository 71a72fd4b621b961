import {factsBlock, heading, paragraph, sectionOf, warning, type Block} from '../../document/blocks.ts';
import {dayBars} from '../../document/day-bars.ts';
import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {PackageContext} from '../payload.ts';
import {clip, countRows, rangeWords, titleOf} from './account-words.ts';
import {
	accountsSection, countriesSection, dataSection, exclusionsSection, factsSection, leadsSection, limitationsSection, methodSection, notificationSection, sourcesSection,
} from './report-sections.ts';
import {toldBlocks} from './told-blocks.ts';

const opening = ({contents}: PackageContext): readonly Block[] => [
	heading(clip(titleOf(contents), 160), 1),
	contents.reviewedBy === undefined ? warning('NOT REVIEWED: no second person has confirmed this file.') : paragraph(`Reviewed by ${contents.reviewedBy}.`),
	...(contents.case.privilege === undefined ? [] : [warning(contents.case.privilege)]),
	factsBlock([
		['Made on', `${contents.now.toISOString().slice(0, 16).replace('T', ' ')} UTC, case revision ${contents.case.revision.hash.slice(0, 16)}`],
		['Investigator', [contents.investigator, contents.agency].filter(part => part !== undefined).join(', ')],
		['Purpose', contents.case.purpose], ['Authorised by', contents.case.authorisedBy], ['Legal basis', contents.case.legalBasis],
	]),
];

const summary = ({contents}: PackageContext): readonly Block[] => sectionOf('Summary', [
	paragraph(`Affected: ${rangeWords(contents.case.counts.accessed.affected)}, by ${formatCount(contents.totals.events, 'event')} of ${formatCount(contents.case.accounts.length, 'user account')}.`),
	{
		kind: 'table', caption: 'The three counts, which are never added up', rows: countRows(contents),
		columns: [{title: 'level', share: 3}, {title: 'customers', share: 1.4, align: 'right'}, {title: 'what the count rests on', share: 5}],
	},
	...(contents.totals.countedOnly.events > 0 ? [paragraph(`${formatCount(contents.totals.countedOnly.events, 'bulk export')} of ${formatCount(contents.totals.countedOnly.records, 'record')} named nobody.`)] : []),
	...((contents.totals.inferred ?? 0) > 0 ? [paragraph(`Of the customers ${formatNumber(contents.totals.inferred!)} ${contents.totals.inferred === 1 ? 'is' : 'are'} known only from lists that were supplied later for bulk exports (inferred): no record names them.`)] : []),
]);

const timeline = ({contents}: PackageContext): readonly Block[] => sectionOf('Timeline', dayBars(contents.byDay));

/** A report as its audience gets it: a regulator the counts, human resources the accounts, the others all of it. `file` is where it will stand. */
export const reportDocument = (context: PackageContext, file: string): readonly Block[] => {
	const {audience} = context.contents;
	const tell = (blocks: readonly Block[]): readonly Block[] => toldBlocks(context, file, blocks);
	const begin = [...opening(context), ...summary(context), ...timeline(context)];
	switch (audience) {
		case 'regulator': {
			return tell([
				...begin, ...dataSection(context), ...countriesSection(context), ...notificationSection(context), ...factsSection(context),
				...methodSection(context, false), ...exclusionsSection(context, false), ...sourcesSection(context), ...limitationsSection(context),
			]);
		}

		case 'hr': {
			// The accounts are theirs to know.
			return [...tell(begin), ...accountsSection(context), ...tell([...methodSection(context, false), ...exclusionsSection(context, false), ...limitationsSection(context)])];
		}

		default: {
			return tell([
				...begin, ...accountsSection(context), ...dataSection(context), ...countriesSection(context), ...(audience === 'internal' ? notificationSection(context) : []), ...factsSection(context),
				...methodSection(context, true), ...exclusionsSection(context, true), ...sourcesSection(context), ...leadsSection(context), ...limitationsSection(context),
				...sectionOf('Lists', [paragraph('Customers: data/affected/customers.csv. Exposures: data/affected/exposures.csv. Excluded accesses: data/affected/excluded.csv. Records: data/evidence/records.ndjson.')]),
			]);
		}
	}
};
