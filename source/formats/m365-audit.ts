import {extract, field, first, join, type FieldExpression, type FieldMap, unlike} from '../records/field-expression.ts';
import {parseObject} from '../files/sample-records.ts';
import {below, inAnyCase} from './any-case.ts';
import {meaning, oneOf, onlyMeaning, whereFilled} from './expressions.ts';
import type {Format, Sample} from './format.ts';
import {asExported} from './log-analytics-csv.ts';
import {has, hasSome, isFolded, recordsOf, share, textAt, type SampleRecord} from './signature.ts';

const isEvent = (record: SampleRecord): boolean => has(record, 'RecordType', 'Operation') && hasSome(record, 'Workload', 'OfficeWorkload') && hasSome(record, 'UserId', 'UserKey');

/** A line of a search export: the event as JSON text in AuditData. A header alone is known by its names. */
const isLine = (record: SampleRecord): boolean => {
	const inner = parseObject(textAt(record, 'AuditData'));
	return inner ? isEvent(inner) : has(record, 'AuditData') && hasSome(record, 'Operations', 'Operation') && Object.values(record).every(value => value === '');
};

/**
Whoever acts in a mailbox that is not theirs reaches its owner, by whichever right: of applications and services the log says that they signed in as the
owner. The owner may be known by another name than the account, and by the same number.
*/
const notOwn = unlike(field('MailboxOwnerUPN'), oneOf('UserId', 'UserKey'));
const owner = whereFilled(field('LogonUserSid'), whereFilled(unlike(field('MailboxOwnerSid'), field('LogonUserSid')), notOwn), notOwn);

const times = ['CreationTime', 'Start_Time', 'TimeGenerated'] as const;

const base: FieldMap = {
	time: oneOf(...times),
	timeStyle: {kind: 'iso'},
	id: oneOf('Id', 'OfficeId'),
	employee: oneOf('UserId', 'UserKey'),
	customers: owner,
	action: field('Operation'),
	activity: meaning(field('Operation'), ['^(Sharing|AnonymousLink|CompanyLink|SecureLink|AddedTo(SecureLink|Sharing)|Send)', 'share'], ['^(MailboxLogin|UserLog|User Log|TeamsSessionStarted)', 'login'], ['^(SearchQuery|Search)', 'search'], ['^FilePreviewed', 'read']),
	system: oneOf('Workload', 'OfficeWorkload'),
	resource: first(oneOf('ObjectId', 'OfficeObjectId', 'SourceFileName'), field('Item', '{}', 'Subject'), field('AffectedItems', '{}', '[0]', 'Subject'), field('Folders', '{}', '[0]', 'Path'), oneOf('SiteUrl', 'Site_Url', 'MailboxOwnerUPN')),
	ip: oneOf('ClientIP', 'ClientIPAddress', 'Client_IPAddress', 'ActorIpAddress'),
	device: oneOf('UserAgent', 'ClientInfoString'),
	session: first(field('SessionId'), field('AppAccessContext', 'AADSessionId')),
	outcome: first(onlyMeaning(field('Operation'), ['Denied|LoginFailed|Blocked', 'denied']), meaning(field('ResultStatus'), ['^(PartiallySucceeded|Succeeded|True|true)$', 'success'])),
};

const written = oneOf('CreationDate', 'CreationTime');
/** A date as the host of the export writes it, where its numbers leave no doubt which of them is the day; in UTC. */
const undoubted = (pattern: string, day: number, month: number): FieldExpression => {
	const whole = extract(written, `^(${pattern}/[0-9]{4},? .+)$`);
	const part = (at: number): FieldExpression => extract(whole, `^${'[0-9]+/'.repeat(at)}([0-9]+)`);
	return whereFilled(whole, join(' ', join('-', part(2), part(month), part(day)), extract(whole, '^[^ ]+ (.+)$')));
};

const monthFirst = undoubted('(?:0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])', 1, 0);
const dayFirst = undoubted('(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])', 0, 1);

/** What the line says beside the event, for the few whose event is no valid JSON. */
const beside: Readonly<Partial<Record<keyof FieldMap, FieldExpression>>> = {
	time: first(dayFirst, monthFirst, written), employee: oneOf('UserIds', 'UserId'), action: oneOf('Operations', 'Operation'), id: oneOf('Identity', 'RecordId'),
};

const lines: FieldMap = (() => {
	const inside = below(['AuditData', '{}'], base);
	return {...inside, ...Object.fromEntries(Object.entries(beside).map(([role, expression]) => [role, first(inside[role as 'time'], expression)]))};
})();

const fieldsOf = (sample: Sample): FieldMap =>
	recordsOf(sample).some(record => has(record, 'AuditData')) ? lines : (isFolded(sample, 'RecordType', 'Workload') ? inAnyCase(base) : asExported(base, times, sample));

export const m365Audit: Format = {
	name: 'm365-audit',
	title: 'Microsoft 365 unified audit log',
	recognised: 'RecordType, Operation and Workload: in records of the Management API or of Sentinel (OfficeActivity), or as JSON text in a column AuditData',
	about: 'What users and apps did in Exchange, SharePoint, OneDrive, Teams and others. It names files, sites, folders and mailboxes; a mailbox that another person opened is taken for the one reached. What stood in a file or message comes from rules.',
	detect: sample => share(sample, record => isEvent(record) || isLine(record)),
	fields: fieldsOf,
	zone: 'UTC',
	limitations: [
		'The portal of Microsoft 365 exports at most 50,000 rows of a search, or 1,000,000 with Audit (Premium); overlapping searches repeat events, which are counted once.',
		'Microsoft 365 keeps its audit log for 180 days, or a year for users with Audit (Premium): no rows before that is not no access.',
		'Which mails of a mailbox were read is recorded only with auditing of MailItemsAccessed, and many at once may be one record.',
	],
};
