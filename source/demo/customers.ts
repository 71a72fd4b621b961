import {firstNames, lastNames, plainLetters} from './names.ts';
import type {Random} from './random.ts';

/** Somebody whose data the retailer holds. `country` is the residence; who controls the data follows from the shop they bought in. */
export type Customer = {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly country: string;
	readonly billingCountry: string;
	readonly market: string;
	readonly controller: string;
	readonly language: string;
};

/** Share of each country in a thousand customers. */
const shares: ReadonlyArray<readonly [country: string, share: number]> = [
	['US', 560], ['CA', 120], ['GB', 130], ['DE', 70], ['FR', 45], ['IE', 25], ['ES', 20], ['NL', 15], ['IT', 10], ['AT', 5],
];

/** British shoppers are served by the Canadian company: the question "why does a Canadian firm write to me?" has its answer here. */
const controllers: Readonly<Record<string, string>> = {
	US: 'Example Retail Inc. (US)', CA: 'Example Retail Canada ULC (CA)', GB: 'Example Retail Canada ULC (CA)',
};
const languages: Readonly<Record<string, string>> = {DE: 'de', AT: 'de', FR: 'fr', ES: 'es'};
const domains = ['example.com', 'example.org', 'example.net'] as const;

const countryOf = (random: Random): string => {
	let left = random.below(1000);
	for (const [country, share] of shares) {
		left -= share;
		if (left < 0) {
			return country;
		}
	}

	return 'US';
};

const makeCustomer = (random: Random, number: number): Customer => {
	const first = random.pick(firstNames);
	const last = random.pick(lastNames);
	const country = countryOf(random);
	const market = random.chance(0.02) ? 'US' : country;
	return {
		id: `C${number}`,
		email: `${plainLetters(first)}.${plainLetters(last)}${number}@${random.pick(domains)}`,
		name: `${first} ${last}`,
		country,
		billingCountry: random.chance(0.03) ? countryOf(random) : country,
		market,
		controller: controllers[market] ?? 'Example Retail Europe Ltd. (IE)',
		language: languages[country] ?? 'en',
	};
};

export const makeCustomers = (random: Random, count: number): readonly Customer[] =>
	Array.from({length: count}, (_, index) => makeCustomer(random, 1001 + index));
