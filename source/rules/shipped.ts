import {createHash} from 'node:crypto';
import {canonicalJson} from '../records/canonical-json.ts';
import {rulePattern} from './pattern.ts';
import type {Rule, RuleField} from './rule.ts';

/*
What a page, an object or an act of a product reaches by its nature, where the log itself names no data. The investigator's own rules come before these, and one
of the same id stands in the place of one of these. They are data and no YAML: most loads need none of them, and YAML is long to read.
*/

type Shipped = {readonly formats: readonly string[]; readonly rule: Rule};

const shipped = (formats: string, id: string, when: Readonly<Partial<Record<RuleField, string | readonly string[]>>>, types: string): Shipped => ({
	formats: formats.split(' '),
	rule: {id, when: Object.entries(when).map(([field, patterns]) => ({field: field as RuleField, patterns: [patterns].flat().map(pattern => rulePattern(pattern))})), types: types.split(' ')},
});

const salesforce = 'salesforce-eventlogfile salesforce-realtime';
const person = 'name email phone address';

/** The page of a record, in either of its addresses; its prefix says whose. */
const page = (object: string, prefix: string): string => String.raw`/(?:/lightning/r/${object}/|(?:^|/)${prefix}[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?(?:$|[/?]))/`;

const ofSalesforce: readonly Shipped[] = [
	shipped(salesforce, 'sf-column-email', {column: String.raw`/(?:^|[._]|person|home|work|other|contact)e-?mail(?:_?address)?(?:__c)?$/i`}, 'email'),
	shipped(salesforce, 'sf-column-phone', {column: String.raw`/(?:^|[._]|home|mobile|other|person|work|contact)(?:phone|mobile|fax)(?:_?number)?(?:__c)?$/i`}, 'phone'),
	shipped(salesforce, 'sf-column-address', {column: String.raw`/(?:mailing|billing|shipping|other|home|address1?)_?(?:street|line1|city|state|province|zip|postal_?code|country|address)(?:_?code)?(?:__c)?$/i`}, 'address'),
	shipped(salesforce, 'sf-column-name', {column: String.raw`/(?:^|[._])(?:first|last|middle|full)_?name(?:__c)?$/i`}, 'name'),
	shipped(salesforce, 'sf-column-birth', {column: '/birth_?date(?:__c)?$/i'}, 'birth_date'),
	shipped(salesforce, 'sf-column-case', {column: String.raw`/^case_?number$|^cases?\./i`}, 'support_case'),
	shipped(salesforce, 'sf-contact-page', {resource: page('Contact', '003')}, person),
	shipped(salesforce, 'sf-lead-page', {resource: page('Lead', '00Q')}, person),
	shipped(salesforce, 'sf-account-page', {resource: page('Account', '001')}, 'name phone address'),
	shipped(salesforce, 'sf-case', {resource: ['Case', page('Case', '500')]}, 'support_case'),
];

const reading = {activity: ['read', 'search', 'list', 'export', 'share']};
const databases = 'postgresql-pgaudit snowflake gcp-audit databricks';

/** A table, as the last part of its name: `public.orders`, `projects/…/tables/orders`, `["CRM.PUBLIC.ORDERS"]`. */
const table = (names: string): string => String.raw`/(?:^|[./"])(?:${names})(?:"|$)/i`;

const ofTables: readonly Shipped[] = [
	shipped(databases, 'table-orders', {resource: table('orders?|order_(?:items|lines)|purchases'), ...reading}, 'order_history'),
	shipped(databases, 'table-payments', {resource: table('payments?|transactions|invoices'), ...reading}, 'transactions'),
	shipped(databases, 'table-cards', {resource: table('payment_?(?:methods?|cards?)|credit_?cards?|cardholders?'), ...reading}, 'payment_card'),
	shipped(databases, 'table-bank-accounts', {resource: table('bank_?accounts?'), ...reading}, 'bank_account'),
	shipped(databases, 'table-addresses', {resource: table('(?:customer_?)?addresses'), ...reading}, 'address'),
	shipped(databases, 'table-messages', {resource: table('messages|conversations|chats'), ...reading}, 'communications'),
	shipped(databases, 'table-cases', {resource: table('tickets|(?:support_?)?cases'), ...reading}, 'support_case'),
	shipped(databases, 'table-health', {resource: table('diagnos[ei]s|prescriptions|medical_?records'), ...reading}, 'health'),
];

const requests = 'web-access-combined web-access-iis web-access-atlassian';

/** A part of a path. */
const part = (names: string): string => String.raw`/\/(?:${names})(?:/|$)/i`;

const ofPages: readonly Shipped[] = [
	shipped(requests, 'page-cards', {resource: part('payment-?methods?|(?:credit-?|payment-?)?cards?')}, 'payment_card'),
	shipped(requests, 'page-bank-accounts', {resource: part('bank-?accounts?')}, 'bank_account'),
	shipped(requests, 'page-orders', {resource: part('orders?|purchases')}, 'order_history'),
	shipped(requests, 'page-payments', {resource: part('payments?|transactions|invoices?')}, 'transactions'),
	shipped(requests, 'page-addresses', {resource: part('address(?:es)?')}, 'address'),
	shipped(requests, 'page-messages', {resource: part('messages|conversations')}, 'communications'),
];

const clinical = 'AllergyIntolerance|CarePlan|ClinicalImpression|Composition|Condition|Device(?:Request|UseStatement)|DiagnosticReport|DocumentReference|Encounter|EpisodeOfCare|FamilyMemberHistory|ImagingStudy|Immunization|Medication(?:Administration|Dispense|Request|Statement)|Observation|Procedure|QuestionnaireResponse|RiskAssessment|ServiceRequest|Specimen|VisionPrescription';

const others: readonly Shipped[] = [
	shipped('fhir-auditevent', 'fhir-clinical', {resource: String.raw`/(?:^|/)(?:${clinical})(?:/|\?|$)/`}, 'health'),
	shipped('fhir-auditevent', 'fhir-patient', {resource: String.raw`/(?:^|/)Patient(?:/|\?|$)/`}, `${person} birth_date`),
	shipped('aws-cloudtrail', 'aws-secret-value', {action: String.raw`/^secretsmanager\.amazonaws\.com:(?:BatchGetSecretValue|GetSecretValue)$/`}, 'credentials'),
	shipped('aws-cloudtrail aws-s3-access', 's3-cardholder', {resource: '*cardholder*', ...reading}, 'payment_card'),
	shipped('gcp-audit', 'gcp-secret-version', {action: 'secretmanager.googleapis.com:*AccessSecretVersion'}, 'credentials'),
	shipped('databricks', 'databricks-secret', {action: 'secrets.getSecret'}, 'credentials'),
	shipped('onepassword', 'onepassword-item', {action: '/^(?:item usage|reveal|fill|secure-copy|export|share|server-fetch|enter-item-edit-mode)$/'}, 'credentials'),
	shipped('m365-audit', 'm365-messages', {action: '/^(?:MailItemsAccessed|MessageBind|Send|SendAs|SendOnBehalf|MessageRead|MessagesListed|MessagesExported|ChatRetrieved)$/'}, 'communications'),
	shipped('m365-ediscovery', 'm365-mail-item', {action: 'IPM.Note*'}, 'communications'),
	shipped('zendesk', 'zendesk-ticket', {resource: 'ticket/*'}, 'support_case'),
	shipped('servicenow', 'servicenow-case', {resource: String.raw`/^(?:incident|sn_customerservice_case)/|/(?:incident|sn_customerservice_case)(?:_list)?\.do/`}, 'support_case'),
	shipped('workday', 'workday-payment-elections', {resource: '*Payment Election*'}, 'bank_account'),
	shipped('workday', 'workday-pay', {resource: ['*Compensation*', '*Payslip*', '*Pay Slip*']}, 'employment'),
	shipped('workday', 'workday-contact', {resource: '*Contact Information*'}, 'email phone address'),
	shipped('workday', 'workday-government-id', {resource: ['*Government ID*', '*Passport*', '*National ID*']}, 'government_id'),
	shipped('hubspot', 'hubspot-contact', {action: '*CONTACT*'}, 'name email phone'),
];

const all: readonly Shipped[] = [...ofSalesforce, ...ofTables, ...ofPages, ...others];

/** The rules that are shipped for a format. */
export const shippedRules = (format: string): readonly Rule[] => all.filter(({formats}) => formats.includes(format)).map(({rule}) => rule);

/** All of them, by id. */
export const shippedIds: ReadonlySet<string> = new Set(all.map(({rule}) => rule.id));

/** Names them exactly, as the hash of a file names the rules of an investigator. */
export const shippedHash = (): string => createHash('sha256').update(canonicalJson(all.map(({formats, rule}) => ({formats, id: rule.id, when: rule.when.map(({field, patterns}) => ({field, patterns})), types: rule.types})))).digest('hex');
