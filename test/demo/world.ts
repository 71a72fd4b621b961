import test from 'ava';
import {isWorkday} from '../../source/demo/calendar.ts';
import {makeRandom} from '../../source/demo/random.ts';
import {workOf} from '../../source/demo/work.ts';
import {makeWorld} from '../../source/demo/world.ts';

const world = makeWorld(1, 'small');
const {harvester, harvest, seller, sale} = world.insiders;
const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

test('the retailer has about forty accounts, a shared one and a service among them', t => {
	t.is(world.employees.length, 40);
	t.deepEqual(world.employees.filter(({kind}) => kind !== 'personal').map(({kind}) => kind), ['shared', 'service']);
	t.is(new Set(world.employees.flatMap(({id, login, email}) => [id, login, email])).size, 3 * 40 - 1, 'the service is known by its id and its login alike');
});

test('customers live in many countries, and each has an id and an address of its own', t => {
	t.is(world.customers.length, 6000);
	t.is(new Set(world.customers.map(({id}) => id)).size, 6000);
	t.is(new Set(world.customers.map(({email}) => email)).size, 6000);
	for (const country of ['US', 'CA', 'GB', 'DE', 'FR', 'IE']) {
		t.true((world.customersByCountry.get(country)?.length ?? 0) > 50, country);
	}
});

test('the harvester takes many e-mail addresses in a few October nights and gives no reason', t => {
	t.true(harvest.length > 400);
	t.true(harvest.every(({employee, fields, ticket}) => employee === harvester && fields.join('|') === 'email' && ticket === ''));
	const nights = new Set(harvest.map(({at}) => dayText(at - (12 * 3_600_000))));
	t.true(nights.size >= 6 && nights.size <= 20, String(nights.size));
	t.true([...nights].every(night => night >= '2020-10-01' && night <= '2020-10-21'));
});

test('the seller looks up one market, a few a day, on workdays', t => {
	t.true(sale.every(({employee, customer}) => employee === seller && customer.country === 'GB'));
	const perDay = new Map<string, number>();
	for (const {at} of sale) {
		perDay.set(dayText(at), (perDay.get(dayText(at)) ?? 0) + 1);
	}

	t.true(Math.max(...perDay.values()) <= 7);
	t.true(perDay.size > 30);
});

test('both insiders do ordinary work too, and are different people', t => {
	t.not(harvester, seller);
	const random = makeRandom('test');
	const month = Array.from({length: 30}, (_, index) => index).filter(index => isWorkday(index));
	const workers = new Set(month.flatMap(index => workOf(world, random, 'crm', index)).map(({employee}) => employee));
	t.true(workers.has(harvester) && workers.has(seller));
});

test('other seeds have other insiders', t => {
	const ids = Array.from({length: 12}, (_, seed) => makeWorld(seed, 'small').insiders).map(insiders => `${insiders.harvester.id} ${insiders.seller.id}`);
	t.true(new Set(ids).size > 6, String(ids));
});
