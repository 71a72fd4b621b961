import {csvLine, type CsvOptions} from '../document/csv.ts';
import {formatCount, formatNumber} from '../document/format-number.ts';
import {safeJson} from '../document/safe-json.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Changed, ComparedCustomer, Comparison, Differences} from '../investigation/compare/compare.ts';
import type {Side, SideQuestion} from '../investigation/compare/side.ts';
import {wrapText} from './text-page.ts';

/** Lines of a screen; the whole list is for `--format csv`. */
const shown = 20;

const names = {dataTypes: 'data types', events: 'events', accounts: 'accounts', level: 'level'} as const;

const changedWords = ({field, before, now}: Changed): string => {
	if (field === 'events' || field === 'level') {
		return `${names[field]} ${before} → ${now}`;
	}

	const [old, fresh] = [before, now].map(text => text.split(';').filter(item => item !== '')) as [string[], string[]];
	return [names[field], ...fresh.filter(item => !old.includes(item)).map(item => `+${item}`), ...old.filter(item => !fresh.includes(item)).map(item => `−${item}`)].join(' ');
};

const customerLines = ({customer, what = [], why, notified}: ComparedCustomer): readonly string[] => {
	const [first = '', ...more] = [...what.map(each => changedWords(each)), ...why];
	const short = `  ${visibleText(customer)}  ${visibleText(first)}`;
	return notified === undefined && more.length === 0 && short.length < 80 ? [short] : [
		`  ${visibleText(customer)}${notified === undefined ? '' : `  ALREADY NOTIFIED (${visibleText(notified)})`}`,
		...[first, ...more].flatMap(text => wrapText(visibleText(text), 72)).map(line => `      ${line}`),
	];
};

const section = (title: string, customers: readonly ComparedCustomer[]): readonly string[] => customers.length === 0 ? [] : [
	'', `${title}: ${formatCount(customers.length, 'customer')}`, ...customers.slice(0, shown).flatMap(each => customerLines(each)),
	...(customers.length > shown ? [`  and ${formatNumber(customers.length - shown)} more (--format csv)`] : []),
];

const questionLines = (what: string, {added, removed}: Differences<SideQuestion>): readonly string[] => [
	...added.map(({number, filter, reason}) => `  + ${what} ${number}  ${visibleText(filter === '' ? '*' : filter)}${reason === '' ? '' : ` (${visibleText(reason)})`}`),
	...removed.map(({number, filter, reason}) => `  − ${what} ${number}  ${visibleText(filter === '' ? '*' : filter)}${reason === '' ? '' : ` (${visibleText(reason)})`}`),
];

const between = ({sources, selections, exclusions}: Comparison): readonly string[] => {
	const lines = [
		...sources.added.map(({path, sha256}) => `  + export ${visibleText(path)}  ${sha256.slice(0, 12)}`), ...sources.removed.map(({path, sha256}) => `  − export ${visibleText(path)}  ${sha256.slice(0, 12)}`),
		...questionLines('selection', selections), ...questionLines('exclusion', exclusions),
	];
	return ['', 'Between them', ...(lines.length === 0 ? ['  the same exports, selections and exclusions'] : lines)];
};

const sideLine = (letter: string, {kind, name, head, customers}: Side): string =>
	`${letter}  ${visibleText(name)}  ${kind === 'package' ? 'package' : 'case'}${head ? `, up to act ${head.seq} (${head.hash.slice(0, 12)})` : ''}: ${formatCount(customers.size, 'customer')}`;

const notified = (customers: readonly ComparedCustomer[]): number => customers.filter(each => each.notified !== undefined).length;

/** For a terminal. */
export const compareText = (comparison: Comparison): string => {
	const {a, b, in: entered, out, changed, same} = comparison;
	const told = notified(out) + notified(changed);
	return [
		sideLine('A', a), sideLine('B', b), '',
		`${formatNumber(entered.length)} in, ${formatNumber(out.length)} out, ${formatNumber(changed.length)} changed, ${formatNumber(same)} the same`,
		...(told > 0 ? [`${formatCount(told, 'customer')} of those out or changed ${told === 1 ? 'was' : 'were'} notified already: of what is not so any more.`] : []),
		...between(comparison), ...section('In', entered), ...section('Out', out), ...section('Changed', changed), '',
	].join('\n');
};

const sideJson = ({kind, name, head, customers}: Side) => ({kind, name, ...(head ? {head} : {}), customers: customers.size});

/** What a selection of a case has beside these fields is no part of a comparison, and a package does not have it. */
const questionsJson = ({added, removed}: Differences<SideQuestion>): Differences<SideQuestion> => {
	const [more, less] = [added, removed].map(questions => questions.map(({number, filter, reason}) => ({number, filter, reason}))) as [SideQuestion[], SideQuestion[]];
	return {added: more, removed: less};
};

/** `whosaw.compare/1`. */
export const compareJson = ({a, b, selections, exclusions, ...comparison}: Comparison, version: string): string => `${safeJson({
	schema: 'whosaw.compare/1', tool: {name: 'whosaw', version}, a: sideJson(a), b: sideJson(b), selections: questionsJson(selections), exclusions: questionsJson(exclusions), ...comparison,
}, 2)}\n`;

/** One row a customer and field that differs; who is in or out has one row. */
export const compareCsv = function * (comparison: Comparison, options: CsvOptions): Generator<string> {
	yield csvLine(['change', 'customer', 'what', 'before', 'now', 'why', 'notified'], options);
	for (const [change, customers] of [['in', comparison.in], ['out', comparison.out], ['changed', comparison.changed]] as const) {
		for (const {customer, what = [undefined], why, notified: told} of customers) {
			for (const each of what) {
				yield csvLine([change, customer, each?.field, each?.before, each?.now, why.map(text => visibleText(text)).join('; '), told === undefined ? undefined : visibleText(told)], options);
			}
		}
	}
};
