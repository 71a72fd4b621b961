import {extract, field, first, literal, type FieldMap} from '../records/field-expression.ts';
import type {Format} from './format.ts';
import {share, textAt} from './signature.ts';
import {activityOfRequest, customerOf, outcomeOfStatus, requestLimitations, ticketOf} from './web-request.ts';

const line = field('line');
/** Some servers put the site before the address. */
const site = '(?:[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*:[0-9]+ )?';
/** The address, or those that a proxy was told of, whoever asked first. */
const addresses = '[^ ,]+(?:, ?[^ ,]+)*';
const opened = String.raw`^[^\[]* \[[^\]"]*\] "`;
const quoted = String.raw`(?:[^"\\]|\\[^\n])*`;
const after = String.raw`${opened}${quoted}" [0-9]{3} (?:[0-9]+|-)`;

const uri = extract(line, `${opened}[A-Z]+ ([^ "]+)`);
const method = extract(line, `${opened}([A-Z]+) `);
const referer = extract(line, `${after} "([^"-]${quoted})"`);

const fields: FieldMap = {
	time: extract(line, String.raw`^[^\[]* \[([^\]"]*)\] "`),
	timeStyle: {kind: 'clf'},
	// A dash, or an empty name in quotes, is nobody.
	employee: extract(line, String.raw`^${site}${addresses} [^ ]+ ([^-" \[][^"\[]*|-[^" \[][^"\[]*) \[`),
	customers: customerOf(uri),
	action: method,
	activity: activityOfRequest(uri, method),
	system: first(extract(line, '^([A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*):[0-9]+ '), literal('web')),
	resource: extract(uri, '^([^?#]+)'),
	ip: extract(line, `^${site}([^ ,]+)`),
	device: extract(line, `${after} "${quoted}" "([^"-]${quoted})"`),
	reason: ticketOf(referer),
	outcome: outcomeOfStatus(extract(line, `${opened}${quoted}" ([0-9]{3}) `)),
};

const signature = /^[^[]* \[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "(?:[^"\\]|\\.)*" \d{3} (?:\d+|-)/;

export const webAccessCombined: Format = {
	name: 'web-access-combined',
	title: 'Web access log (Apache, nginx)',
	recognised: 'lines with an address, a user, [17/May/2015:10:05:03 +0000], a request in quotes and a status: the combined and the common format',
	about: 'Requests by address and, where people sign in at the server, by user. Customers are those that the address of a page names; the ticket is taken from the page that somebody came from.',
	detect: sample => sample.kind === 'text' ? share(sample, record => signature.test(textAt(record, 'line'))) : 0,
	text: lines => lines.some(each => signature.test(each)) ? {} : undefined,
	fields: () => fields,
	limitations: requestLimitations,
};
