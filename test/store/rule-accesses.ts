import {join} from 'node:path';
import {writeFileSync} from 'node:fs';
import test, {type ExecutionContext} from 'ava';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';
import {asked, csv, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';
import {makeDice} from '../helpers/world-dice.ts';

type Reported = {readonly totals: {readonly events: number; readonly denied: number; readonly customers: number; readonly countedOnly: {readonly events: number; readonly records: number}}; readonly affected: unknown; readonly limitations: readonly string[]; readonly events?: unknown};

/** What the program prints of files. */
const reported = async (t: ExecutionContext, files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<Reported> => {
	const folder = await temporaryFolder(t);
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(join(folder, name), text);
	}

	const logs = Object.keys(files).filter(name => name !== 'rules.yaml');
	const {stdout, stderr, exitCode} = await whosaw(['report', ...logs.map(name => join(folder, name)), '--rules', join(folder, 'rules.yaml'), '--format', 'json', ...options]);
	t.is(exitCode, 0, stderr);
	return JSON.parse(stdout) as Reported;
};

const dice = makeDice(20_261_123);

type Access = {readonly customer: string; readonly count: string; readonly action: string; readonly resource: string; readonly outcome: string; readonly fields: string; readonly system: string};

const access = (): Access => ({
	customer: dice.chance(0.4) ? `C${dice.between(1, 40)}` : (dice.chance(0.1) ? '[]' : ''), count: dice.chance(0.2) ? String(dice.between(0, 9)) : '',
	action: dice.pick(['view', 'view', 'view', 'export', 'login', 'delete']), resource: dice.pick(['/files/all.csv', '/files/menu.csv', '/Files/2026/cards.csv', '/pages/1', '']),
	outcome: dice.pick(['ok', 'ok', 'ok', 'denied']), fields: dice.pick(['', '', 'email', 'Shoe Size']), system: dice.pick(['vault', 'crm']),
});

const rules = `version: 1
rules:
  - {id: menu, when: {resource: "/files/menu*"}, types: [preferences]}
  - {id: files, when: {path: "/files/*"}, types: [payment_card], scope: counted}
  - {id: vault-pages, when: {system: vault, path: "/pages/*"}, types: [unknown], scope: counted}
  - {id: sizes, when: {column: "Shoe*"}, types: [preferences]}
`;

/** A second reading of the rules: the first of those that look at a path alone, and the one that looks at the system, too. */
const isOfMany = ({resource, system}: Access): boolean =>
	(/^\/files\//i.test(resource) && !/^\/files\/menu/i.test(resource)) || (system === 'vault' && resource.startsWith('/pages/'));

const scopeOf = (each: Access): string => {
	const listed = each.customer.startsWith('C') ? 1 : 0;
	if (each.count !== '') {
		return Number(each.count) > listed || listed === 0 ? 'counted' : 'listed';
	}

	return listed === 1 ? 'listed' : (each.action === 'export' || isOfMany(each) ? 'unknown' : 'none');
};

test('what a rule says is of many reached an unknown number wherever nobody is named and no number is said, whatever was done, and whether the log names data or not', async t => {
	for (const some of [Array.from({length: 300}, access), Array.from({length: 300}, access).map(each => ({...each, customer: 'C7', action: each.action === 'export' ? 'view' : each.action}))]) {
		const log = csv('time,employee,customer,count,action,resource,outcome,fields,system', ...some.map((each, index) => [new Date(Date.UTC(2026, 0, 1) + (index * 60_000)).toISOString(), 'E1', each.customer, each.count, each.action, each.resource, each.outcome, each.fields, each.system].join(',')));
		const {totals, affected} = await reported(t, {'rules.yaml': rules, 'log.csv': log}, '--map', 'resource=resource', '--map', 'count=count');
		const reaching = some.filter(({outcome}) => outcome === 'ok');
		const customers = new Set(reaching.map(({customer}) => customer).filter(customer => customer.startsWith('C')));
		const unknown = reaching.filter(each => scopeOf(each) === 'unknown').length;
		const counted = reaching.filter(({customer, count}) => !customer.startsWith('C') && count !== '').map(({count}) => Number(count));
		const unlisted = reaching.filter(({customer, count}) => customer.startsWith('C') && Number(count) > 1).map(({count}) => Number(count) - 1);
		const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
		t.like(totals, {events: reaching.length, denied: some.length - reaching.length, customers: customers.size, countedOnly: {events: counted.length, records: sum(counted)}});
		t.deepEqual(affected, {atLeast: customers.size, ...(unknown === 0 ? {atMost: customers.size + sum(counted) + sum(unlisted)} : {}), unknownEvents: unknown});
		t.is(unknown > 20, some.some(({customer}) => customer === ''), 'one of the worlds has none: there each names a customer');

		const investigation = await load(t, {'log.csv': log}, {rules: [temporaryFile(t, 'rules.yaml', rules)], maps: ['resource', 'count'].map(role => ({value: {role, column: role}}))});
		const events = await investigation.events({filter: everything, offset: 0, limit: 400});
		t.deepEqual(events.map(({customerScope}) => customerScope), some.map(each => scopeOf(each)));
		// What the log names of data stays as it was named, and only there is no rule asked.
		t.deepEqual(events.map(({dataTypes}) => dataTypes.join()), some.map(({fields, resource}) => fields === 'email' ? 'email' : (fields !== '' || /^\/files\/menu/i.test(resource) ? 'preferences' : (/^\/files\//i.test(resource) ? 'payment_card' : 'unknown'))));
		t.is((await investigation.unlisted({filter: everything, limit: 0})).found, reaching.filter(each => scopeOf(each) === 'unknown' || scopeOf(each) === 'counted').length);
		// Customers in them may be those that are asked for.
		const nameless = reaching.filter(each => !each.customer.startsWith('C') && scopeOf(each) !== 'none').length;
		const {limitations} = await investigation.answer({filter: asked({customer: ['C1']})});
		t.is(limitations.some(sentence => sentence.startsWith('A filter on customers or countries')), nameless > 0);
		t.true(nameless === 0 || limitations.some(sentence => sentence.includes(`the ${nameless} exports that name nobody`)));
	}
});

const object = (id: number, bucket: string, key: string, more: object = {}): object => ({
	eventVersion: '1.08', eventTime: `2026-10-01T09:0${id}:00Z`, eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventID: `e${id}`, userIdentity: {type: 'IAMUser', userName: 'ann'}, requestParameters: {bucketName: bucket, key}, ...more,
});
const cardholders = 'version: 1\nrules:\n  - id: s3-cards\n    when: {action: "s3.amazonaws.com:GetObject", resource: "arn:aws:s3:::*/cardholder*"}\n    types: [payment_card]\n    scope: counted\n';

test('one object of S3 that holds many customers takes the upper bound away, by its ARN or as the log writes it', async t => {
	const trail = [
		object(1, 'vault', 'cardholder-2026.csv'), object(2, 'vault', 'menu.csv'), object(3, 'vault', 'old/cardholders.csv', {errorCode: 'AccessDenied'}),
		object(4, '', '', {requestParameters: null, resources: [{ARN: 'arn:aws:s3:::vault/CARDHOLDER.csv', type: 'AWS::S3::Object'}]}),
		object(5, 'vault', 'cardholder-2026.csv', {eventName: 'HeadObject'}), object(6, '', '', {eventSource: 'secretsmanager.amazonaws.com', requestParameters: {secretId: 'vault/cardholder'}}),
	].map(each => `${JSON.stringify(each)}\n`).join('');
	const {totals, affected, limitations} = await reported(t, {'rules.yaml': cardholders, 'trail.json': trail});
	// By hand: of six one is denied; the first and the fourth are such objects, read.
	t.like(totals, {events: 5, denied: 1, customers: 0});
	t.deepEqual(affected, {atLeast: 0, unknownEvents: 2});
	t.true(limitations.includes('2 events did not say whom they reached, or how many: there is no upper bound.'));
	t.true(limitations.includes('Where an event names no customer and says no number, 1 rule of rules.yaml says that it reached an unknown number of them: s3-cards.'));
	t.deepEqual((await reported(t, {'rules.yaml': cardholders.replace('    scope: counted\n', ''), 'trail.json': trail})).affected, {atLeast: 0, atMost: 0, unknownEvents: 0});

	const line = (key: string, request: string): string => `79a59df9 vault [06/Feb/2026:00:00:38 +0000] 192.0.2.3 arn:aws:iam::111122223333:user/ann ${request} REST.GET.OBJECT ${key} "GET /vault/x HTTP/1.1" 200 - 2662 2662 70 10 "-" "x" - hostid SigV4 ECDHE AuthHeader vault.s3.example.com TLSv1.2 - -\n`;
	const served = line('cardholder-1.csv', 'R1') + line('customers/C1002.json', 'R2') + line('cardholder/customers/C7.json', 'R3') + line('notes.txt', 'R4');
	const {affected: ofServer} = await reported(t, {'rules.yaml': cardholders.replace('action: "s3.amazonaws.com:GetObject", ', ''), 'access.log': served});
	// The key of two objects names a customer, of whom one is in the folder of cardholders: whoever is named is named.
	t.deepEqual(ofServer, {atLeast: 2, unknownEvents: 1});
});
