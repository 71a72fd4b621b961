import test from 'ava';
import {notificationRows, type AffectedPlace} from '../../../source/case/jurisdictions/notification-rows.ts';
import {readJurisdictions} from '../../../source/case/jurisdictions/read-table.ts';
import {shippedTable} from '../../../source/case/jurisdictions/shipped.ts';

const place = (country: string, others: Partial<AffectedPlace> = {}): AffectedPlace =>
	({country, accessed: 140, withoutSupportedReason: 140, corroborated: 0, records: 200, dataTypes: ['email'], ...others});

test('a clock runs from the moment the controller became aware, and the sentence states facts', t => {
	const [row] = notificationRows([place('GB')], shippedTable, {controllers: [{name: 'Example Ltd', country: 'GB', awareAt: '2020-10-23T11:00:00+02:00'}]});
	t.is(row?.initial.endsAt, '2020-10-26T09:00:00Z');
	t.is(row?.statement, 'accessed: 140 customers in GB; email only; ICO, 72 h from 2020-10-23T09:00:00Z, ends 2020-10-26T09:00:00Z');
	t.deepEqual(row?.triggerElements, []);
});

test('two controllers have clocks of their own, and one that nobody told of has none', t => {
	const controllers = [{name: 'One Ltd', awareAt: '2020-10-23T09:00:00Z'}, {name: 'Two Ltd', awareAt: '2020-10-24T09:00:00Z'}];
	const rows = notificationRows([place('DE', {controller: 'Two Ltd'}), place('DE', {controller: 'One Ltd'}), place('DE')], shippedTable, {controllers});
	t.deepEqual(rows.map(({controller, initial}) => [controller, initial.endsAt]), [['One Ltd', '2020-10-26T09:00:00Z'], ['Two Ltd', '2020-10-27T09:00:00Z'], ['not stated', undefined]]);
});

test('a place without a rule says so, and the states of the US have theirs', t => {
	const rows = notificationRows([place('BR'), place('US'), place('US-FL', {dataTypes: ['credentials', 'email']})], shippedTable, {});
	t.deepEqual(rows.map(({jurisdiction, regulator, triggerElements}) => [jurisdiction, regulator, triggerElements]), [
		['BR', 'not in the table', []], ['US', 'not in the table', []], ['US-FL', 'Florida Department of Legal Affairs', ['credentials']],
	]);
});

test('counsel\'s own table replaces the shipped one, and what is not understood in it is refused', t => {
	const rule = {regulators: {BR: 'ANPD'}, regime: 'LGPD', initial: {rule: 'three days', hours: 72}, final: {rule: 'none'}, individuals: {rule: 'three days'}, trigger: 'risk', elements: [], source: 'Art. 48', date: '2026-01-31'};
	const table = readJurisdictions(JSON.stringify({date: '2026-01-31', rules: [rule]}), 'own.json');
	t.is(notificationRows([place('BR')], table, {})[0]?.regulator, 'ANPD');
	t.throws(() => readJurisdictions(JSON.stringify({date: '2026-01-31', rules: [{...rule, initial: {hours: 72}}]}), 'own.json'), {message: /lacks initial\.rule in rule 1/});
	t.throws(() => readJurisdictions('{', 'own.json'), {message: /is no valid JSON/});
});

test('each state of the US names data types of its own: geolocation in Florida, genetic data in California, no passwords in Texas', t => {
	const dataTypes = ['credentials', 'email', 'genetic', 'health', 'location'];
	const rows = notificationRows(['US-CA', 'US-FL', 'US-NY', 'US-TX'].map(state => place(state, {dataTypes})), shippedTable, {});
	t.deepEqual(rows.map(({jurisdiction, triggerElements}) => [jurisdiction, triggerElements]), [
		['US-CA', ['credentials', 'genetic', 'health']], ['US-FL', ['credentials', 'health', 'location']], ['US-NY', ['credentials', 'health']], ['US-TX', ['health']],
	]);
});

test('the clocks of the states run in whole days from awareness: 30 days, and 60 for those affected in Texas', t => {
	const aware = {controllers: [{name: 'Example Ltd', awareAt: '2026-03-01T09:00:00Z'}]};
	const rows = notificationRows(['US-CA', 'US-FL', 'US-NY', 'US-TX'].map(state => place(state)), shippedTable, aware);
	t.deepEqual(rows.map(({jurisdiction, initial, individuals}) => [jurisdiction, initial.endsAt, individuals.endsAt]), [
		['US-CA', undefined, '2026-03-31T09:00:00Z'], ['US-FL', '2026-03-31T09:00:00Z', '2026-03-31T09:00:00Z'],
		['US-NY', undefined, '2026-03-31T09:00:00Z'], ['US-TX', '2026-03-31T09:00:00Z', '2026-04-30T09:00:00Z'],
	]);
});

test('every rule that ships says where it stands and when it was read, and what could not be checked is marked', t => {
	for (const {regime, source, date} of shippedTable.rules) {
		t.regex(date, /^\d{4}-\d{2}-\d{2}$/, regime);
		t.true(source.length > 20, regime);
	}

	t.deepEqual(shippedTable.rules.filter(({source}) => source.includes('unverified: ')).map(({regime}) => regime), ['GDPR (EU and EEA)', 'UK GDPR']);
});

test('from how many people on an authority is told is said as the laws say it: more than 500 in California, 500 or more in Florida', t => {
	const rules = new Map(notificationRows(['US-CA', 'US-FL', 'US-NY', 'US-TX'].map(state => place(state)), shippedTable, {}).map(({jurisdiction, initial}) => [jurisdiction, initial.rule]));
	t.regex(rules.get('US-CA')!, /where more than 500 residents are told/);
	t.regex(rules.get('US-FL')!, /where 500 people in Florida or more are affected/);
	t.regex(rules.get('US-TX')!, /where 250 residents or more are affected/);
	t.regex(rules.get('US-NY')!, /whatever their number/);
});
