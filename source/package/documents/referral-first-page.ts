import {heading, factsBlock, bullets, paragraph, warning, type Block} from '../../document/blocks.ts';
import {dayBars} from '../../document/day-bars.ts';
import {formatCount, formatNumber} from '../../document/format-number.ts';
import type {PackageContext} from '../payload.ts';
import {clip, countRows, dataTypeWords, minuteCell, minuteWords, rangeWords, spanOf, titleOf} from './account-words.ts';
import {controllersOf, factWords} from './fact-words.ts';
import {clipName, type Detail} from './referral-detail.ts';

/** A list cut to what the page holds, and the words that say what is left out. */
const cut = <Item>(items: readonly Item[], {rows}: Detail, where: string): {readonly shown: readonly Item[]; readonly more: readonly Block[]} => ({
	shown: items.slice(0, rows),
	more: items.length > rows ? [paragraph(`and ${formatNumber(items.length - rows)} more: ${where}`)] : [],
});

const story = ({contents}: PackageContext, detail: Detail): string => {
	const {accounts, counts: {accessed}, selections} = contents.case;
	const span = spanOf(contents);
	return [
		`${accounts.length === 1 ? 'One user account' : `${formatNumber(accounts.length)} user accounts`} reached data of ${rangeWords(accessed.affected)}`,
		span ? ` between ${minuteWords(span.first)} and ${minuteWords(span.last)}` : '',
		`, in ${formatCount(contents.totals.events, 'logged event')}. `,
		clip(`Why these accesses: ${selections.map(({reason}) => reason).join('; ')}.`, detail.text),
	].join('');
};

const accounts = ({contents}: PackageContext, detail: Detail): readonly Block[] => {
	const {shown, more} = cut(contents.case.accounts, detail, 'data/accounts/accounts.csv');
	const known = (text: string | undefined): string => text ?? 'not known';
	return [
		heading('Which accounts (accounts, not persons)'),
		{
			kind: 'table', caption: 'User accounts of interest',
			columns: [{title: 'account', share: 2}, {title: 'in the directory', share: 3}, {title: 'customers', share: 1.7, align: 'right'}, {title: 'events', share: 1.7, align: 'right'}, {title: 'first (UTC)', share: 2.3}, {title: 'last (UTC)', share: 2.3}],
			rows: shown.map(row => [clipName(row.employee, 40, detail), known([row.name, row.role].filter(part => part !== undefined).map(part => clipName(part, 40, detail)).join(', ') || undefined), formatNumber(row.customers), formatNumber(row.events), minuteCell(row.firstAt), minuteCell(row.lastAt)]),
		},
		...more,
	];
};

const dataReached = ({contents}: PackageContext, detail: Detail): readonly Block[] => {
	const {shown, more} = cut(contents.byDataType, detail, 'data/affected/exposures.csv');
	return [
		heading('Which data'),
		bullets(shown.map(({dataType, customers, events}) => `${clipName(dataTypeWords(dataType), 60, detail)}: ${formatCount(customers, 'customer')}, ${formatCount(events, 'event')}`)),
		...more,
	];
};

const harm = ({contents}: PackageContext, {text}: Detail): readonly Block[] => {
	const facts = contents.case.facts;
	const words = (name: string): string | undefined => {
		const fact = factWords(facts[name]);
		return fact === undefined ? undefined : clip(fact, text);
	};

	const stated = [['Consequences', words('consequences')], ['Recipients', words('recipients')], ['Measures taken', words('measuresTaken')]] as const;
	return [heading('Harm'), stated.some(([, what]) => what !== undefined) ? factsBlock(stated) : paragraph('The case states no consequences and no recipients.')];
};

/** What happened, which accounts, when, which data, harm. */
export const firstPage = (context: PackageContext, detail: Detail): readonly Block[] => {
	const {contents} = context;
	const facts = contents.case.facts;
	const controllers = controllersOf(facts).flatMap(({name, country}) => name === undefined ? [] : [country === undefined ? name : `${name} (${country})`]).join('; ');
	const discovered = factWords(facts['discovered']);
	return [
		heading(clipName(titleOf(contents), 120, detail), 1),
		...(contents.reviewedBy === undefined ? [warning('NOT REVIEWED: no second person has confirmed this file.')] : [paragraph(`Reviewed by ${clipName(contents.reviewedBy, 107, detail)}.`)]),
		...(contents.case.privilege === undefined ? [] : [warning(clipName(contents.case.privilege, 120, detail))]),
		factsBlock([
			['Referred by', [contents.investigator, contents.agency].filter(part => part !== undefined).map(part => clipName(part, 80, detail)).join(', ') || 'not said'],
			['Controller', controllers === '' ? undefined : clip(controllers, detail.text)],
			['Made on', `${contents.now.toISOString().slice(0, 16).replace('T', ' ')} UTC; case revision ${contents.case.revision.hash.slice(0, 16)}`],
		]),
		heading('What happened'),
		paragraph(story(context, detail)),
		...(discovered === undefined ? [] : [paragraph(clip(`Discovered: ${discovered}`, detail.text))]),
		{
			kind: 'table', caption: 'The three counts, which are never added up',
			columns: [{title: 'customers affected, by level', share: 3}, {title: 'customers', share: 1.4, align: 'right'}, {title: 'what the count rests on', share: 5}],
			rows: countRows(contents).map(([level, customers, basis]) => [level, customers, clip(basis, 160)]),
		},
		...accounts(context, detail),
		heading('When'),
		...dayBars(contents.byDay).map(chart => detail.chart ? chart : paragraph(chart.description)),
		...dataReached(context, detail),
		...harm(context, detail),
	];
};
