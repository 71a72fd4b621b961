import test from 'ava';
import {formats} from '../../source/formats/formats.ts';
import {dataTypes} from '../../source/records/data-type.ts';
import {shippedHash, shippedIds, shippedRules} from '../../source/rules/shipped.ts';
import {checkRules} from '../../source/store/apply-rules.ts';
import {openDatabase} from '../../source/store/database.ts';
import {csv, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

test('every shipped rule is of a format that there is, says types that there are, and is understood by the engine', async t => {
	const database = await openDatabase();
	const session = await database.open();
	const rules = formats.flatMap(({name}) => shippedRules(name));
	await checkRules(session, rules);
	session.close();
	database.close();
	t.deepEqual([...new Set(rules.map(({id}) => id))].toSorted(), [...shippedIds].toSorted());
	const known = new Map(dataTypes.map(({id, dpv}) => [id, dpv]));
	t.deepEqual(rules.flatMap(({types}) => types).filter(type => !known.get(type)?.startsWith('pd:')), []);
	t.regex(shippedHash(), /^[0-9a-f]{64}$/);
});

const header = 'EVENT_TYPE,TIMESTAMP,REQUEST_ID,ORGANIZATION_ID,USER_ID,URI,ENTITY_NAME,QUERY';
const salesforce = csv(header, ...[
	'/lightning/r/Contact/0035g00000AbCdEAAV/view,,', '/0035g00000AbCdE,,', '/00Q5g00000AbCdE,,', '/5005g00000AbCdE/e,,', '/sObject/0015g00000AbCdEAAV/view,,', '/home/home.jsp,,', ',Case,', ',,"SELECT Email, MailingStreet, Home_Phone__c, Loyalty__c FROM Contact "',
].map((rest, index) => `URI,2020100109300${index}.000,r${index},00D,0055g00000UsErA,${rest}`));
const secrets = JSON.stringify({Records: ['GetSecretValue', 'ListSecrets', 'BatchGetSecretValue'].map((eventName, index) => ({eventVersion: '1.08', eventTime: `2020-10-01T09:30:0${index}Z`, eventSource: 'secretsmanager.amazonaws.com', eventName, eventID: `e${index}`, userIdentity: {type: 'IAMUser', userName: 'ann'}, requestParameters: {secretId: 'crm'}}))});
const web = ['/customers/C1/payment-methods', '/customers/C1/orders/7', '/discards/1', '/customers/C1'].map((path, index) => `192.0.2.1 - ann [01/Oct/2020:09:30:0${index} +0000] "GET ${path} HTTP/1.1" 200 17 "-" "x"\n`).join('');

const typesOf = async (investigation: Awaited<ReturnType<typeof load>>, source: string) =>
	(await investigation.events({filter: everything, offset: 0, limit: 50})).filter(event => event.source.endsWith(source)).map(({dataTypes: types, dataTypeBasis}) => [types.join(' '), dataTypeBasis]);

test('a page, an object, a column and an act reach what they do by their nature, with the rule as the basis', async t => {
	const investigation = await load(t, {salesforce, secrets, web});
	t.deepEqual(await typesOf(investigation, 'salesforce'), [
		['address email name phone', 'rule:sf-contact-page'], ['address email name phone', 'rule:sf-contact-page'], ['address email name phone', 'rule:sf-lead-page'], ['support_case', 'rule:sf-case'], ['address name phone', 'rule:sf-account-page'],
		['unknown', 'unknown'], ['support_case', 'rule:sf-case'], ['address custom:loyalty__c email phone', 'rule:sf-column-phone'],
	]);
	t.deepEqual(await typesOf(investigation, 'secrets'), [['credentials', 'rule:aws-secret-value'], ['unknown', 'unknown'], ['credentials', 'rule:aws-secret-value']]);
	t.deepEqual(await typesOf(investigation, 'web'), [['payment_card', 'rule:page-cards'], ['order_history', 'rule:page-orders'], ['unknown', 'unknown'], ['unknown', 'unknown']]);
	t.deepEqual(investigation.sources.map(({unmatched}) => unmatched.map(({value, records}) => `${value} ${records}`)), [['Loyalty__c 1'], ['secretsmanager.amazonaws.com:ListSecrets 1'], ['GET 2']]);
	const [note] = investigation.notes.filter(sentence => sentence.includes('shipped with whosaw'));
	t.true(note?.includes(`(aws-secret-value, page-cards, page-orders, sf-account-page, sf-case, sf-column-address, sf-column-phone, sf-contact-page, sf-lead-page; sha256 of all ${shippedHash()})`), note);
});

test('rules of one\'s own come before those that are shipped, and one of the same id replaces it', async t => {
	const own = temporaryFile(t, 'own.yaml', 'version: 1\nrules:\n  - {id: mine, when: {path: "/0035g*"}, types: [health]}\n  - {id: sf-case, when: {path: "/500*"}, types: [communications]}\n');
	const types = await typesOf(await load(t, {salesforce}, {rules: [own]}), 'salesforce');
	t.deepEqual([types[1], types[3], types[6]], [['health', 'rule:mine'], ['communications', 'rule:sf-case'], ['unknown', 'unknown']]);
});

test('a table of one\'s own has no shipped rules', async t => {
	const investigation = await load(t, {'a.csv': csv('timestamp,employee,customer,action,resource', '2020-10-01T00:00:00Z,E1,C1,view,/customers/C1/orders')});
	t.deepEqual(await typesOf(investigation, 'a.csv'), [['unknown', 'unknown']]);
	t.deepEqual(investigation.notes, []);
});
