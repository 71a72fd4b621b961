import {gunzipSync} from 'node:zlib';
import test from 'ava';
import iconv from 'iconv-lite';
import {figuresOf} from '../helpers/world-answer.ts';
import {renderWorld} from '../helpers/world-disk.ts';
import {makeWorld} from '../helpers/world-maker.ts';
import {questionsFor} from '../helpers/world-questions.ts';
import {changesOf, dayOf, earlierTwin, startOfDay, wallAt, wallInGap} from '../helpers/world-zone.ts';
import type {World, WorldCustomer, WorldEmployee, WorldEvent} from '../helpers/world.ts';

// The second implementation must itself be right: a world small enough to count by hand, and clocks that everybody knows.

const person = (id: string, more: Partial<WorldEmployee> = {}): WorldEmployee => ({id, login: id, email: `${id}@example.com`, name: id, team: 'Support', listed: true, ...more});
const customer = (id: string, country?: string): WorldCustomer => ({id, email: `${id}@example.org`, name: id, countryText: country ?? '', ...(country === undefined ? {} : {country}), controller: '', listed: true});
const [ada, ben] = [person('ada'), person('ben')];
const [gb, us, nowhere] = [customer('gb', 'GB'), customer('us', 'US'), customer('nowhere')];
const at = (text: string): number => Date.parse(text) * 1000;
const event = (more: Partial<WorldEvent>): WorldEvent => ({
	nativeId: '1', at: at('2020-10-01T12:00:00Z'), employee: ada, activity: 'read', customers: [gb], dataTypes: ['email'], reason: '', outcome: 'success', ip: '10.4.0.7', resource: '', ...more,
});

const byHand = (events: readonly WorldEvent[]): World => ({
	...makeWorld(1), employees: [ada, ben], customers: [gb, us, nowhere],
	files: [{name: 'crm-1.csv', kind: 'crm', entries: events.map(each => ({fate: 'kept', event: each}))}],
});

const tiny = byHand([
	event({customers: [gb, us], dataTypes: ['email', 'phone']}),
	event({employee: ben, at: at('2020-10-01T23:30:00Z'), dataTypes: []}),
	event({outcome: 'denied', customers: [nowhere]}),
	event({activity: 'export', customers: [], count: 500, at: at('2020-10-03T00:00:00.000Z') + 5}),
	event({activity: 'export', customers: [gb], count: 11, dataTypes: ['name']}),
]);

test('a world counted by hand has these figures', t => {
	t.deepEqual(figuresOf(tiny, () => true, 'Europe/Berlin'), {
		totals: {events: 4, denied: 1, employees: 2, customers: 2, countedOnly: {events: 1, records: 500}},
		affected: {atLeast: 2, atMost: 2 + 500 + 10, unknownEvents: 0},
		byDataType: [
			{dataType: 'email', customers: 2, events: 2},
			{dataType: 'phone', customers: 2, events: 1},
			{dataType: 'name', customers: 1, events: 1},
			{dataType: 'unknown', customers: 1, events: 1},
		],
		byEmployee: [
			{employee: 'ada', customers: 2, events: 3, firstAt: '2020-10-01T12:00:00Z', lastAt: '2020-10-03T00:00:00.000005Z'},
			{employee: 'ben', customers: 1, events: 1, firstAt: '2020-10-01T23:30:00Z', lastAt: '2020-10-01T23:30:00Z'},
		],
		byCountry: [{country: 'GB', customers: 1}, {country: 'US', customers: 1}],
		byDay: [{day: '2020-10-01', customers: 2, events: 2}, {day: '2020-10-02', customers: 1, events: 1}, {day: '2020-10-03', customers: 0, events: 1}],
		customers: [
			{customer: 'gb', email: 'gb@example.org', country: 'GB', dataTypes: ['email', 'name', 'phone', 'unknown'], events: 3, employees: ['ada', 'ben'], firstAt: '2020-10-01T12:00:00Z', lastAt: '2020-10-01T23:30:00Z'},
			{customer: 'us', email: 'us@example.org', country: 'US', dataTypes: ['email', 'phone'], events: 1, employees: ['ada'], firstAt: '2020-10-01T12:00:00Z', lastAt: '2020-10-01T12:00:00Z'},
		],
	});
});

test('a filter on the country takes only the customers of that country from an event', t => {
	const figures = figuresOf(tiny, (_, reached) => reached?.country === 'US');
	t.like(figures.totals, {events: 1, denied: 0, customers: 1});
	t.deepEqual(figures.byCountry, [{country: 'US', customers: 1}]);
});

test('an export that neither names nor counts anybody leaves the number open', t => {
	const open = byHand([event({activity: 'export', customers: []}), event({})]);
	t.deepEqual(figuresOf(open, () => true).affected, {atLeast: 1, unknownEvents: 1});
});

test('the clocks of Los Angeles jump where everybody knows', t => {
	const zone = 'America/Los_Angeles';
	t.deepEqual(changesOf(zone), [{at: Date.parse('2020-03-08T10:00Z'), minutes: 60}, {at: Date.parse('2020-11-01T09:00Z'), minutes: -60}]);
	t.is(wallAt(zone, Date.parse('2020-11-01T09:30Z')), Date.parse('2020-11-01T01:30Z'));
	t.is(earlierTwin(zone, Date.parse('2020-11-01T09:30Z')), Date.parse('2020-11-01T08:30Z'));
	t.is(earlierTwin(zone, Date.parse('2020-11-01T08:30Z')), Date.parse('2020-11-01T08:30Z'));
	t.is(wallInGap(zone, changesOf(zone)[0]!, 0.5), Date.parse('2020-03-08T02:30Z'));
	t.is(startOfDay(zone, '2020-10-24'), Date.parse('2020-10-24T07:00Z'));
	t.is(dayOf(zone, Date.parse('2020-10-24T06:59:59Z')), '2020-10-23');
});

test('the clocks of Lord Howe Island jump by half an hour', t => {
	t.deepEqual(changesOf('Australia/Lord_Howe').map(({minutes}) => Math.abs(minutes)), [30, 30]);
	t.deepEqual(changesOf('Asia/Kolkata'), []);
});

const decode = (bytes: Buffer, encoding: string): string => iconv.decode(bytes, encoding === 'utf-8-bom' ? 'utf-8' : encoding, {stripBOM: false});

test('every record stands where the world says it put it', t => {
	for (let seed = 1; seed <= 60; seed++) {
		const world = makeWorld(seed);
		for (const {file, stored, content, records} of renderWorld(world)) {
			t.true(file.kind === 'desk' ? gunzipSync(stored).equals(content) : stored.equals(content));
			for (const {entry, offset, length} of records) {
				const text = decode(content.subarray(offset, offset + length), file.kind === 'crm' ? world.styles.crm.encoding : 'utf-8');
				t.notRegex(text, /^[\r\n\uFEFF]|[\r\n]$/);
				t.true(entry.fate === 'rejected' || file.kind === 'bulk' || text.includes(entry.event.nativeId), text);
			}
		}
	}
});

test('the same seed makes the same world, and other seeds make worlds of every kind', t => {
	t.deepEqual(renderWorld(makeWorld(3)), renderWorld(makeWorld(3)));
	const worlds = Array.from({length: 60}, (_, seed) => makeWorld(seed));
	const entries = worlds.flatMap(world => world.files.flatMap(file => file.entries));
	for (const trouble of ['short', 'long', 'impossible-date', 'nonsense-date', 'no-time', 'gap', 'torn', 'no-object']) {
		t.true(entries.some(entry => entry.fate === 'rejected' && entry.trouble === trouble), trouble);
	}

	t.true(entries.some(entry => entry.fate === 'duplicate'));
	t.true(worlds.some(world => world.files.length === 6) && worlds.some(world => world.files.length === 3));
	for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252']) {
		t.true(worlds.some(world => world.styles.crm.encoding === encoding), encoding);
	}
});

test('most questions find something in most worlds, and none has more customers than everything', t => {
	for (let seed = 1; seed <= 12; seed++) {
		const world = makeWorld(seed);
		const counts = questionsFor(world).map(({matches}) => figuresOf(world, matches).customers.length);
		t.true(counts.filter(count => count > 0).length > 12, String(counts));
		t.true(counts.every(count => count <= counts[0]!));
	}
});
