import {extract, field, literal, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import type {Format} from './format.ts';
import {share, textAt} from './signature.ts';
import {activityOfRequest, customerOf, outcomeOfStatus, requestLimitations, ticketOf} from './web-request.ts';

/** Time, the address of a proxy since 9.4, user, thread, address, method, page, protocol, status, duration, bytes, referer, browser. */
const parts = [String.raw`\[[^\]]*\]`, '[^ ]+', '[^ ]+', '[0-9a-fA-F.:]+', '[A-Z]+', '[^ ]+', 'HTTP/[0-9.]+', '[0-9]{3}', '[0-9]+ms', '(?:[0-9]+|-)', '[^ ]+'] as const;
const proxy = '(?:[0-9a-fA-F.:]+ )?';

/** The part at a place, which must stand where all parts before it do. */
const part = (at: number, pattern: string = parts[at]!): FieldExpression => {
	const before = parts.slice(0, at).map((each, index) => `${each} ${index === 0 ? proxy : ''}`).join('');
	const behind = parts.slice(at + 1, 6).map(each => ` ${each}`).join('');
	return extract(field('line'), `^${before}(${pattern})${behind}(?: |$)`);
};

const [method, uri] = [part(4), part(5)];

const fields: FieldMap = {
	time: extract(field('line'), String.raw`^\[([^\]]*)\] `),
	timeStyle: {kind: 'clf'},
	employee: part(1, '[^ -][^ ]*|-[^ ]+'),
	customers: customerOf(uri),
	action: method,
	activity: activityOfRequest(uri, method),
	system: literal('Atlassian'),
	resource: extract(uri, '^([^?#]+)'),
	ip: part(3),
	session: part(2),
	reason: ticketOf(part(10)),
	outcome: outcomeOfStatus(part(7)),
};

const signature = new RegExp(`^${parts[0]} ${proxy}${parts.slice(1, 9).join(' ')}`);

export const webAccessAtlassian: Format = {
	name: 'web-access-atlassian',
	title: 'Access log of Jira or Confluence (Atlassian)',
	recognised: 'lines with [03/Oct/2022:09:00:01 +0000], a user, a thread, an address, a method, a page, a status and milliseconds',
	about: 'Requests by user, before and since version 9.4. Customers are those that the address of a page names; an issue may be about customers that the log does not name.',
	detect: sample => sample.kind === 'text' ? share(sample, record => signature.test(textAt(record, 'line'))) : 0,
	text: lines => lines.some(line => signature.test(line)) ? {} : undefined,
	fields: () => fields,
	limitations: requestLimitations,
};
