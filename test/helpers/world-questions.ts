import type {Predicate} from './world-answer.ts';
import {makeDice, type Dice} from './world-dice.ts';
import type {World, WorldEmployee, WorldEvent} from './world.ts';
import {dayOf, startOfDay} from './world-zone.ts';

/** A question in the words of the command line, and what it means. */
export type Question = {
	readonly name: string;
	readonly flags: readonly string[];
	readonly matches: Predicate;
	readonly displayTimezone: string;
	/** Microseconds, where the question has a range. */
	readonly from?: number;
	readonly to?: number;
};

const day = 86_400_000;

const typesOf = (event: WorldEvent): readonly string[] => event.dataTypes.length === 0 ? ['unknown'] : event.dataTypes;
const isAny = (...employees: readonly WorldEmployee[]) => (event: WorldEvent): boolean => employees.some(employee => employee === event.employee);
const hasReason = (event: WorldEvent): boolean => event.reason.trim() !== '';
const nextDay = (text: string): string => new Date(Date.parse(`${text}T00:00:00Z`) + day).toISOString().slice(0, 10);

type Range = {readonly first: string; readonly last: string; readonly from: number; readonly to: number; readonly holds: (event: WorldEvent) => boolean};

/** Whole days in the display zone, both ends included. */
const daysAround = (world: World, dice: Dice, zone: string): Range => {
	const first = dayOf(zone, world.middle - (dice.between(0, 6) * day));
	const last = dayOf(zone, world.middle + (dice.between(0, 6) * day));
	const from = startOfDay(zone, first) * 1000;
	const to = startOfDay(zone, nextDay(last)) * 1000;
	return {first, last, from, to, holds: event => event.at >= from && event.at < to};
};

const plain = (name: string, flags: readonly string[], matches: Predicate): Question => ({name, flags, matches, displayTimezone: 'UTC'});
const filter = (name: string, text: string, matches: Predicate): Question => plain(name, ['--filter', text], matches);

const rangeQuestions = (world: World, dice: Dice): readonly Question[] => {
	const days = daysAround(world, dice, 'UTC');
	const local = daysAround(world, dice, world.zone);
	const [a, b] = dice.some(world.employees, 2);
	const both = isAny(a!, b!);
	const {from, to} = days;
	return [
		{...plain('days', ['--from', days.first, '--to', days.last], days.holds), from, to},
		{...plain('days of another zone', ['--from', local.first, '--to', local.last, '--display-timezone', world.zone], local.holds), displayTimezone: world.zone, from: local.from, to: local.to},
		{...filter('days in the filter', `time:${days.first}..${days.last}`, days.holds), from, to},
		{...filter('everything at once', `employee:(${a!.id} OR ${b!.id}) data:email time:${days.first}..${days.last} -country:US`, (event, customer) =>
			both(event) && typesOf(event).includes('email') && days.holds(event) && customer?.country !== 'US'), from, to},
	];
};

const peopleQuestions = (world: World, dice: Dice): readonly Question[] => {
	const [a, b] = dice.some(world.employees, 2);
	const listed = world.employees.find(employee => employee.listed)!;
	const customer = dice.pick(world.customers);
	return [
		plain('two accounts', ['--employee', a!.id, '--employee', b!.id], isAny(a!, b!)),
		filter('an account by its login', `employee:${listed.login}`, isAny(listed)),
		filter('an account by its e-mail address', `employee:"${listed.email.toUpperCase()}"`, isAny(listed)),
		filter('not this account', `NOT employee:${a!.id}`, event => event.employee !== a),
		plain('one customer', ['--customer', customer.id], (_, reached) => reached === customer),
		filter('customers by pattern', `customer:${customer.id.slice(0, -1)}?`, (_, reached) =>
			reached !== undefined && reached.id.length === customer.id.length && reached.id.startsWith(customer.id.slice(0, -1))),
		plain('two countries', ['--country', 'GB', '--country', 'DE'], (_, reached) => reached?.country === 'GB' || reached?.country === 'DE'),
		filter('not a country', 'NOT country:GB', (_, reached) => reached?.country !== 'GB'),
	];
};

/** Every account and customer by every name that the directories give them. */
const aliasQuestions = (world: World, dice: Dice): readonly Question[] => {
	const account = dice.pick(world.employees.filter(({listed}) => listed));
	const listed = world.customers.filter(customer => customer.listed);
	const customer = listed.length === 0 ? undefined : dice.pick(listed);
	return [
		filter('an account by its name', `employee:"${account.name}"`, isAny(account)),
		filter('accounts by pattern', 'employee:E00*', event => event.employee?.id.startsWith('E00') ?? false),
		filter('a team', 'team:Support', event => event.employee?.listed === true && event.employee.team === 'Support'),
		filter('a named account', 'employee:*', event => event.employee !== undefined),
		...(customer === undefined ? [] : [filter('a customer by e-mail address', `customer:${customer.email.toUpperCase()}`, (_, reached) => reached === customer)]),
		filter('nobody in particular', 'NOT customer:*', (_, reached) => reached === undefined),
	];
};

const fieldQuestions = (world: World): readonly Question[] => {
	const from = Math.floor(world.middle / 3_600_000) * 3_600_000 * 1000;
	const to = from + (36 * 3_600_000_000);
	const text = (at: number): string => new Date(at / 1000).toISOString().slice(0, 16);
	return [
		filter('between two moments', `time:[${text(from)}Z TO ${text(to)}Z]`, event => event.at >= from && event.at < to),
		filter('the log\u2019s own verb', 'action:view', event => event.activity === 'read'),
		filter('updates and logins', 'activity:(update OR login)', event => event.activity === 'update' || event.activity === 'login'),
		filter('one address in all its shapes', 'ip:2001:db8::7', event => event.ip === '2001:db8::7'),
		filter('one address with and without a port', 'ip:192.0.2.9', event => event.ip === '192.0.2.9'),
		filter('an outcome that nobody wrote', 'outcome:unknown', event => event.outcome === 'unknown'),
		filter('data that no log names', 'data:unknown', event => event.dataTypes.length === 0),
		filter('a report by its name', 'resource:"Élève list" OR resource:News*', event => event.resource === 'Élève list' || event.resource === 'Newsletter'),
		filter('small exports', 'count:<100', event => event.count !== undefined && event.count < 100),
		filter('text anywhere in the record', 't-401', event => event.reason === 'T-401'),
		filter('text that is not in the record', 'activity:read NOT "T-401"', event => event.activity === 'read' && event.reason !== 'T-401'),
	];
};

const otherQuestions = (): readonly Question[] => [
	plain('everything', [], () => true),
	plain('two data types', ['--data-type', 'email', '--data-type', 'phone'], event => typesOf(event).includes('email') || typesOf(event).includes('phone')),
	filter('without a reason', 'NOT reason:*', event => !hasReason(event)),
	filter('with a reason and a country', 'reason:* country:*', (event, reached) => hasReason(event) && reached?.country !== undefined),
	filter('exports', 'activity:export OR count:>=1000', event => event.activity === 'export' || (event.count ?? 0) >= 1000),
	filter('denied', 'outcome:denied', event => event.outcome === 'denied'),
	filter('from an office', 'ip:10.4.0.0/16', event => event.ip.startsWith('10.4.')),
	filter('from a v6 address', 'ip:2001:db8::/32', event => event.ip.startsWith('2001:db8:')),
	filter('brackets and precedence', 'data:email OR data:phone NOT reason:*', event => typesOf(event).includes('email') || (typesOf(event).includes('phone') && !hasReason(event))),
	filter('nothing', 'employee:nobody', () => false),
];

/** About forty questions to a world: every field that the world knows the answer of, alone and together. */
export const questionsFor = (world: World): readonly Question[] => {
	const dice = makeDice(world.seed + 1_000_000);
	return [...otherQuestions(), ...rangeQuestions(world, dice), ...peopleQuestions(world, dice), ...aliasQuestions(world, dice), ...fieldQuestions(world)];
};
