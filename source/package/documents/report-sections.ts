import {bullets, factsBlock, paragraph, sectionOf, type Block, type BlockColumn} from '../../document/blocks.ts';
import {formatBytes, formatCount, formatNumber} from '../../document/format-number.ts';
import {inference} from '../leads-file.ts';
import {withoutHints} from '../limitations-file.ts';
import type {PackageContext} from '../payload.ts';
import {dataTypeWords, minuteCell} from './account-words.ts';
import {controllersOf, factWords, priorReportsOf, priorReportWords} from './fact-words.ts';

/*
The sections of a report, each from what it needs. Long lists are cut: a report is read, a table is searched.
*/

/** More rows than this are found in the table itself. */
const mostRows = 40;

const column = (title: string, share: number): BlockColumn => ({title, share});
const moment = (title: string, share: number): BlockColumn => ({title, share, whole: true});
const number = (title: string, share = 1.6): BlockColumn => ({title, share, align: 'right'});

type Rows = {readonly title: string; readonly columns: readonly BlockColumn[]; readonly rows: ReadonlyArray<readonly string[]>; /** Where all rows stand. */ readonly where: string; readonly small?: boolean};

const table = ({title, columns, rows, where, small = false}: Rows): readonly Block[] => rows.length === 0 ? [] : [
	{kind: 'table', columns, rows: rows.slice(0, mostRows), caption: title, small},
	...(rows.length > mostRows ? [paragraph(`${formatCount(mostRows, 'row')} of ${formatNumber(rows.length)}; all of them: ${where}`)] : []),
];

export const accountsSection = ({contents}: PackageContext): readonly Block[] => sectionOf('Accounts of interest: accounts, not persons', table({
	title: 'User accounts', where: 'data/accounts/accounts.csv',
	columns: [column('account', 1.8), column('in the directory', 2.2), column('role', 1.8), number('customers', 1.8), number('events', 1.8), moment('first (UTC)', 2.5), moment('last (UTC)', 2.5)],
	rows: contents.case.accounts.map(row => [row.employee, row.name ?? '', row.role ?? row.team ?? '', formatNumber(row.customers), formatNumber(row.events), minuteCell(row.firstAt), minuteCell(row.lastAt)]),
}));

/** The one sentence that only the records may allow, and what is said where they do not. */
const otherData = ({contents: {totals: {customers}, case: {otherDataExcluded, otherDataObstacles}}}: PackageContext): readonly Block[] => {
	const others = customers - otherDataExcluded;
	return [
		...(otherDataExcluded > 0 ? [paragraph(`No other data type was reached of ${formatCount(otherDataExcluded, 'customer')}: over all accesses to them by these accounts, whatever was asked for.`)] : []),
		...(others > 0 ? [paragraph(`Of ${formatCount(others, 'customer')} the records do not let us exclude other data${otherDataObstacles.length > 0 ? `: ${otherDataObstacles[0]!}${otherDataObstacles.length > 1 ? `, and ${formatCount(otherDataObstacles.length - 1, 'further reason')} in data/limitations.md` : ''}` : ''}.`)] : []),
	];
};

export const dataSection = (context: PackageContext): readonly Block[] => sectionOf('Data reached', [...table({
	title: 'Kinds of data', where: 'data/counts/by-data-type.csv', columns: [column('kind of data', 3), column('id', 2), number('customers'), number('events')],
	rows: context.contents.byDataType.map(({dataType, customers, events}) => [dataTypeWords(dataType), dataType, formatNumber(customers), formatNumber(events)]),
}), ...otherData(context)]);

export const countriesSection = ({contents}: PackageContext): readonly Block[] => sectionOf('Where the customers are', table({
	title: 'Customers by country', where: 'data/counts/by-jurisdiction.csv', columns: [column('country', 3), number('customers')],
	rows: contents.byCountry.map(({country, customers}) => [country, formatNumber(customers)]),
}));

export const notificationSection = ({contents}: PackageContext): readonly Block[] => sectionOf('Jurisdictions: facts to be checked with counsel', table({
	title: 'Controllers, regulators and clocks', where: 'data/jurisdictions/notification.csv',
	columns: [column('place', 0.9), column('regulator', 2.6), column('controller', 2), number('customers', 1.5), column('aware (UTC)', 1.8), column('first report', 4.1), moment('rule as of', 1.6)], small: true,
	rows: contents.case.notifications.map(row => [
		row.jurisdiction, row.regulator, row.controller, formatNumber(row.accessed), row.awareAt?.slice(0, 16).replace('T', ' ') ?? 'not stated',
		row.initial.endsAt === undefined ? row.initial.rule : `ends ${row.initial.endsAt} (${row.initial.rule})`, row.ruleDate,
	]),
}));

/** The facts of the incident as somebody stated them. */
export const factsSection = ({contents: {case: {facts}}}: PackageContext): readonly Block[] => {
	const rows = ([
		['Discovered', factWords(facts['discovered'])], ['Recipients', factWords(facts['recipients'])], ['Consequences', factWords(facts['consequences'])],
		['Measures taken', factWords(facts['measuresTaken'])], ['Measures proposed', factWords(facts['measuresProposed'])], ['Staff training', factWords(facts['staffTraining'])],
		['Account status', factWords(facts['accountStatus'])], ['Reports made', priorReportsOf(facts).map(report => priorReportWords(report)).join('; ')],
		['Controllers', controllersOf(facts).map(({name, country, awareAt}) => [name, country, awareAt === undefined ? 'not said when it became aware' : `aware since ${awareAt}`].filter(part => part !== undefined).join(', ')).join('; ')],
		['Data protection officer', controllersOf(facts).flatMap(({dpo}) => dpo ?? []).join('; ')], ['Contact', factWords(facts['contact'])],
	] as const).filter(([, text]) => text !== undefined && text !== '');
	return sectionOf('Facts stated for the case', rows.length === 0 ? [paragraph('No facts were stated.')] : [factsBlock(rows)]);
};

/** Filters as text and as a sentence, with reasons; of whose values an audience may know none, their number. */
export const methodSection = ({contents: {case: {selections, reading}, displayTimezone, tool}}: PackageContext, values: boolean): readonly Block[] => sectionOf('Method', [
	paragraph(`The exports were read and asked with ${tool.name} ${tool.version}; days break in ${displayTimezone}.${reading.overlapping === true ? ' Exports that overlap were counted once.' : ''} An event that was denied or failed reached nobody. Each customer is counted once.`),
	...(values
		? selections.flatMap(({number: place, filter, sentence, reason, by, at, now, beyondScope}) => [factsBlock([
			[`Selection ${place}`, sentence], ['Filter', filter === '' ? '(everything)' : filter], ['Reason', reason], ['By', `${by.name}, ${at.slice(0, 16).replace('T', ' ')} UTC`],
			['Matches', `${formatCount(now.events, 'event')}, ${formatCount(now.customers, 'customer')}, ${formatCount(now.accesses, 'access', 'accesses')}`],
			['Scope', beyondScope ? 'BEYOND THE AUTHORISED SCOPE' : undefined],
		])])
		: [paragraph(`${formatCount(selections.length, 'selection')}, whose filters name accounts or customers, ${selections.length === 1 ? 'is' : 'are'} not in this bag.`)]),
]);

export const exclusionsSection = ({contents: {case: {exclusions}}}: PackageContext, values: boolean): readonly Block[] => {
	if (exclusions.length === 0) {
		return sectionOf('Exclusions', [paragraph('No access was excluded.')]);
	}

	const columns = [column('no.', 0.6), column('what was excluded', 4), column('reason', 4), number('accesses')];
	return sectionOf('Exclusions', values
		? table({title: 'Accesses taken out of the selections', where: 'data/method/query.json', columns, rows: exclusions.map(({number: place, filter, reason, accesses}) => [String(place), filter, reason, formatNumber(accesses)])})
		: [paragraph(`${formatCount(exclusions.length, 'exclusion')} took out ${exclusions.map(({accesses}) => formatCount(accesses, 'access', 'accesses')).join(', ')}.`)]);
};

export const sourcesSection = ({contents, paths}: PackageContext): readonly Block[] => sectionOf('Exports', table({
	title: 'Exports that were read', where: 'data/inventory/sources.csv',
	columns: [column('file', 3.2), moment('size', 1.6), number('read', 1.7), number('kept', 1.7), number('duplicate', 1.7), number('rejected', 1.6), column('sha256', 5)], small: true,
	rows: contents.sources.map(({path, bytes, records, sha256}) => [paths.of(path), formatBytes(bytes), ...[records.read, records.kept, records.duplicate, records.rejected].map(count => formatNumber(count)), sha256]),
}));

/** What the list is consistent with, named as what it is; the accounts of it stand in its own file alone. */
export const leadsSection = ({contents: {case: {leads}}}: PackageContext): readonly Block[] => leads === undefined || leads === 'withheld' ? [] : sectionOf('Leads: an inference, kept apart from the facts', [
	paragraph(inference),
	...(leads.leaked ? [
		paragraph(`A list of ${formatCount(leads.leaked.given, 'leaked customer')}, ${formatNumber(leads.leaked.resolved)} of them known here, was frozen before anything was ranked. ${leads.caveats[0] ?? ''}`),
	] : []),
	paragraph('The ranking, with what stands against it: data/leads/leads.json'),
]);

export const limitationsSection = ({contents}: PackageContext): readonly Block[] => sectionOf('Limitations', [
	paragraph('What bears on all of this. With every reason they stand in data/limitations.md.'),
	bullets([
		...contents.limitations.slice(0, mostRows).map(sentence => withoutHints(sentence)),
		'The logs name user accounts. Who sat behind an account is not in them.',
		'An access shows that data was reached. It does not show what was done with it afterwards.',
		'What a system does not log, or an export leaves out, cannot be in this file.',
	]),
]);
