import {berlin, losAngeles, toronto, type Clock} from './calendar.ts';
import {firstNames, lastNames, plainLetters} from './names.ts';
import type {Random} from './random.ts';

export type AccountKind = 'personal' | 'shared' | 'service';

/** An account of the retailer, and the shift of whoever uses it. Hours are of the wall clock at the site; 30 is 6 o'clock the morning after. */
export type Employee = {
	readonly id: string;
	readonly login: string;
	readonly email: string;
	readonly name: string;
	readonly kind: AccountKind;
	readonly team: string;
	readonly role: string;
	readonly site: string;
	readonly country: string;
	readonly hired: string;
	readonly left: string;
	readonly clock: Clock;
	readonly shift: readonly [number, number];
	/** Countries whose customers call this team, most frequent first. */
	readonly markets: readonly string[];
	/** The systems this account uses. */
	readonly systems: readonly System[];
};

export type System = 'crm' | 'desk' | 'shop' | 'bulk';

type Team = {
	readonly team: string; readonly role: string; readonly share: number; readonly site: string; readonly country: string; readonly clock: Clock;
	readonly markets: readonly string[]; readonly systems: readonly System[];
};

/** `share` of 38 personal accounts; a larger world has the same teams with more people. */
const teams: readonly Team[] = [
	{team: 'Support Americas', role: 'support agent', share: 13, site: 'Los Angeles', country: 'US', clock: losAngeles, markets: ['US', 'US', 'CA'], systems: ['crm', 'desk']},
	{team: 'Support Europe', role: 'support agent', share: 11, site: 'Berlin', country: 'DE', clock: berlin, markets: ['GB', 'DE', 'FR', 'IE', 'GB', 'NL', 'ES', 'IT'], systems: ['crm', 'desk']},
	{team: 'CRM operations', role: 'data steward', share: 4, site: 'Los Angeles', country: 'US', clock: losAngeles, markets: ['US', 'CA', 'GB', 'DE'], systems: ['crm']},
	{team: 'Shop', role: 'shop manager', share: 5, site: 'Toronto', country: 'CA', clock: toronto, markets: ['CA', 'GB', 'US', 'IE'], systems: ['shop']},
	{team: 'Marketing', role: 'campaign manager', share: 3, site: 'Los Angeles', country: 'US', clock: losAngeles, markets: ['US', 'GB', 'DE'], systems: ['crm', 'bulk']},
	{team: 'Analytics', role: 'analyst', share: 2, site: 'Toronto', country: 'CA', clock: toronto, markets: ['US', 'CA'], systems: ['bulk', 'shop']},
];
const shareTotal = 38;

const person = (random: Random, number: number, team: Team): Employee => {
	const first = random.pick(firstNames);
	const last = random.pick(lastNames);
	const login = `${plainLetters(first).slice(0, 1)}${plainLetters(last)}${number}`;
	const start = random.between(7, 9);
	return {
		id: `E${String(number).padStart(4, '0')}`, login, email: `${login}@example.com`, name: `${first} ${last}`, kind: 'personal',
		team: team.team, role: team.role, site: team.site, country: team.country, clock: team.clock, markets: team.markets, systems: team.systems,
		hired: `20${random.between(12, 19)}-0${random.between(1, 9)}-01`, left: '', shift: [start, start + 8.5],
	};
};

/** Nobody's own accounts: a desk shared at night, and a synchronisation that runs around the clock. */
const impersonal = (): readonly Employee[] => [
	{
		id: 'E9001', login: 'night.desk', email: 'night.desk@example.com', name: 'Night desk (shared)', kind: 'shared', team: 'Support Americas', role: 'shared account', site: 'Los Angeles', country: 'US',
		hired: '2018-03-01', left: '', clock: losAngeles, shift: [22, 30], markets: ['US', 'CA', 'GB'], systems: ['crm', 'desk'],
	},
	{
		id: 'svc-crm-sync', login: 'svc-crm-sync', email: 'svc-crm-sync@example.com', name: 'CRM synchronisation', kind: 'service', team: 'CRM operations', role: 'service account', site: 'Los Angeles', country: 'US',
		hired: '2019-01-01', left: '', clock: losAngeles, shift: [0, 24], markets: ['US', 'CA', 'GB', 'DE', 'FR'], systems: ['crm', 'bulk'],
	},
];

/** Accounts in order of their id; `personal` of them belong to one person each. */
export const makeEmployees = (random: Random, personal: number): readonly Employee[] => {
	const made: Employee[] = [];
	for (const team of teams) {
		const until = made.length + Math.round(personal * team.share / shareTotal);
		while (made.length < until) {
			made.push(person(random, 11 + made.length, team));
		}
	}

	return [...made, ...impersonal()];
};
