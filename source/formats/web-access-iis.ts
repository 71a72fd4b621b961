import {columnsDirective, wordsOf} from '../files/text-shape.ts';
import {extract, field, first, literal, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {allJoined} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {activityOfRequest, customerOf, outcomeOfStatus, requestLimitations, ticketOf} from './web-request.ts';

/** The columns that a `#Fields:` line names, where they are those of a web server. */
const columnsOf = (lines: readonly string[]): readonly string[] | undefined => {
	const directive = lines.find(line => line.startsWith(columnsDirective));
	const columns = directive === undefined ? [] : wordsOf(directive).slice(1);
	return columns.includes('date') && columns.includes('time') && columns.some(column => /^(?:cs|sc|c|s)-|^cs\(/.test(column)) ? columns : undefined;
};

const columnsOfSample = (sample: Sample): readonly string[] => sample.kind === 'text' ? columnsOf(sample.directives) ?? [] : [];

/** The cells of a record; a dash is none, and the server writes blanks as plus signs. */
const fieldsOf = (columns: readonly string[]): FieldMap => {
	const cell = (name: string): FieldExpression => {
		const at = columns.indexOf(name);
		return at === -1 ? field(name) : extract(field('line'), String.raw`^[ \t]*(?:[^ \t]+[ \t]+){${at}}([^ \t-][^ \t]*|-[^ \t]+)`);
	};
	const spoken = (of: FieldExpression): FieldExpression => ({kind: 'replace', of, text: '+', by: ' '});
	const [stem, query] = [cell('cs-uri-stem'), cell('cs-uri-query')];
	return {
		time: allJoined(' ', cell('date'), cell('time')),
		timeStyle: {kind: 'iso'},
		employee: spoken(cell('cs-username')),
		customers: customerOf({kind: 'join', of: [stem, query], separator: '?'}),
		action: cell('cs-method'),
		activity: activityOfRequest(stem, cell('cs-method')),
		system: first(cell('cs-host'), cell('cs(Host)'), cell('s-sitename'), cell('s-computername'), literal('web')),
		resource: stem,
		ip: cell('c-ip'),
		device: spoken(cell('cs(User-Agent)')),
		reason: ticketOf(cell('cs(Referer)')),
		outcome: outcomeOfStatus(cell('sc-status')),
	};
};

export const webAccessIis: Format = {
	name: 'web-access-iis',
	title: 'Web access log (IIS and others in the W3C\'s format)',
	recognised: 'a #Fields: line that names date, time and columns such as cs-username or c-ip',
	about: 'Requests by user and address; times are UTC. The columns are those of the #Fields: line: under another such line with other columns records are rejected, and read when that part is a file of its own.',
	detect: sample => columnsOfSample(sample).length > 0 ? 1 : 0,
	text(lines) {
		const columns = columnsOf(lines);
		return columns && {columns: {directive: [columnsDirective, ...columns].join(' '), count: columns.length}};
	},
	fields: sample => fieldsOf(columnsOfSample(sample)),
	zone: 'UTC',
	limitations: requestLimitations,
};
