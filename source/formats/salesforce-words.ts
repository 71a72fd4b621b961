import {extract, first, type FieldExpression} from '../records/field-expression.ts';
import {meaning, onlyMeaning} from './expressions.ts';

/** The id of an account, a contact or a lead, of 15 or 18 characters, as it stands in a page's address. */
export const customerIn = (of: FieldExpression): FieldExpression => extract(of, '(?:^|[/=?&])((?:001|003|00Q)[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?)(?:$|[/=?&])');

/** What the types of events of Salesforce mean. */
export const salesforceActivity = (operation: FieldExpression, type: FieldExpression): FieldExpression => first(
	// A bulk job or a page may write, too.
	onlyMeaning(operation, ['^([Ii]nsert|[Cc]reate|[Uu]ndelete)$', 'create'], ['^([Uu]psert|[Uu]pdate)$', 'update'], ['^([Dd]elete|[Hh]ardDelete)$', 'delete']),
	meaning(first(extract(operation, '([Ee]xport|DOWNLOAD)'), type),
		['[Ee]xport|Bulk|DataExport|Download|DOWNLOAD', 'export'], ['ListView|^Report|^Dashboard', 'list'], ['^Log(in|out)|^(Session|Identity)', 'login'],
		['^(Api|API|RestApi|ApexRestApi|UniqueQuery|Search|QueryEvent)', 'search'], ['^(URI|Uri|Lightning(Uri|PageView)|VisualforceRequest|ContentDistribution|ContentDocumentLink|FileEvent)', 'read']),
);

/** What Salesforce writes of how something ended. */
export const salesforceOutcome = (of: FieldExpression): FieldExpression => meaning(of,
	['^(S|R|1|Success|LOGIN_NO_ERROR|NoAction|Notified|TwoFASucceeded)$', 'success'], ['^(A|Block|Blocked|EndSession|TwoFAFailed.*|TwoFANoAction)$', 'denied'], ['^(F|0|Failed|LOGIN_ERROR.*|Error)$', 'error']);

export const salesforceLimitations: readonly string[] = [
	'Salesforce numbers the rows that an API call, a report or a bulk job processed and names few or none of them; the numbers count rows of any object, not customers alone.',
	'An export from the report page stands in the logs as a report and as an export: it counts once where both name one request and one report, else twice.',
];
