import {extract, first, type FieldExpression} from '../records/field-expression.ts';
import {meaning, onlyMeaning} from './expressions.ts';

/** What a folder, a part of a path or a parameter of customers is called. */
export const subjects = '[Cc]ustomer|[Cc]lient|[Cc]ontact|[Pp]atient|[Mm]ember|[Ss]ubscriber|[Kk]unde';

/** The customer that a path or a query names: what follows `/customers/` and holds a digit, or `customer_id=`. */
export const customerOf = (address: FieldExpression): FieldExpression => {
	// The one sign of an e-mail address that addresses of pages do not write as it is.
	const uri: FieldExpression = {kind: 'replace', of: address, text: '%40', by: '@'};
	return first(
		extract(uri, `/(?:${subjects})[sn]?/([A-Za-z0-9._+-]+@[A-Za-z0-9.-]+|[A-Za-z_-]*[0-9][A-Za-z0-9_-]*)`),
		extract(uri, `[?&;](?:${subjects})n?(?:_?[Ii][Dd]|_?[Nn]o|_?[Nn]r|_?[Nn]umber)?=([^&#; ]+)`),
	);
};

/** A page that is called an export or a download is one; else the method says what was done. */
export const activityOfRequest = (uri: FieldExpression, method: FieldExpression): FieldExpression =>
	first(onlyMeaning(uri, ['[/_.?=&-]([Ee]xport|[Dd]ownload)s?([/_.?=&-]|$)', 'export']), meaning(method, ['^(GET|HEAD)$', 'read']));

/** A page that was refused, or is not there, reached nobody; a page elsewhere says nothing. */
export const outcomeOfStatus = (status: FieldExpression): FieldExpression =>
	onlyMeaning(status, ['^(401|403|407)$', 'denied'], ['^[45]', 'error'], ['^(20[0-9]|304)$', 'success']);

/** The ticket, case or issue that somebody came from. */
export const ticketOf = (referer: FieldExpression): FieldExpression =>
	extract(referer, '/(?:[Tt]ickets?|[Cc]ases?|[Ii]ssues?|browse)/([A-Za-z0-9_-]*[0-9][A-Za-z0-9_-]*)');

/** Beside every number from a log of requests. */
export const requestLimitations: readonly string[] = [
	'A log of requests names a customer only where the address of a page does; what a page showed is not in it.',
];
