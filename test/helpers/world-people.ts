import type {Dice} from './world-dice.ts';

/** An account. Who is not `listed` is in no directory, and every log knows it by its id. */
export type WorldEmployee = {
	readonly id: string;
	readonly login: string;
	readonly email: string;
	readonly name: string;
	readonly team: string;
	readonly listed: boolean;
};

/** A customer. `countryText` is what the directory says, `country` what it means. */
export type WorldCustomer = {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly country?: string;
	readonly countryText: string;
	readonly controller: string;
	readonly listed: boolean;
};

export type IdStyle = 'letters' | 'underscores' | 'zeros' | 'long';

/** Ids that a careless reader damages: signs that SQL patterns know, leading zeros, and whole numbers that a double cannot hold. */
const customerId = (style: IdStyle, number: number): string => ({
	letters: `C${1000 + number}`,
	underscores: `C_10%${number}`,
	zeros: String(number).padStart(6, '0'),
	long: String(9_007_199_254_740_993n + BigInt(number)),
})[style];

const countries: ReadonlyArray<readonly [text: string, country?: string]> = [
	['US', 'US'], ['GB', 'GB'], ['UK', 'GB'], ['gb', 'GB'], ['CA', 'CA'], ['DE', 'DE'], ['FR', 'FR'], ['IE', 'IE'], [''],
];

const employee = (number: number, listed: boolean): WorldEmployee => ({
	id: `E${String(number).padStart(4, '0')}`,
	login: `user.${number}`,
	email: `user${number}@example.com`,
	name: ['Ada', 'Ben', 'Chloé', "Dan O'Hara", 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy'][number % 9] + ` Tester ${number}`,
	team: number % 2 === 0 ? 'Support' : 'Sales',
	listed,
});

/** Case counts in ids: `e0041` is another account than `E0041`, and in no directory. */
const lowerCaseTwin = (): WorldEmployee => ({...employee(141, false), id: 'e0041'});

export const makeEmployees = (dice: Dice): readonly WorldEmployee[] => [
	...Array.from({length: dice.between(3, 7)}, (_, index) => employee(41 + index, index < 2 || dice.chance(0.75))),
	...(dice.chance(0.3) ? [lowerCaseTwin()] : []),
];

const customer = (dice: Dice, style: IdStyle, number: number): WorldCustomer => {
	const [countryText, country] = dice.pick(countries);
	const listed = dice.chance(0.85);
	return {
		id: customerId(style, number),
		email: `customer.${number}@example.org`,
		name: `Customer "Number" ${number}, Esq.`,
		...(country === undefined || !listed ? {} : {country}),
		countryText,
		controller: country === 'CA' ? 'Example Canada' : 'Example Inc.',
		listed,
	};
};

export const makeCustomers = (dice: Dice, style: IdStyle): readonly WorldCustomer[] => {
	const made = Array.from({length: dice.between(8, 40)}, (_, index) => customer(dice, style, 1 + index));
	const {country: _, ...stranger} = customer(dice, style, 99);
	return style === 'letters' && dice.chance(0.3) ? [...made, {...stranger, id: made[0]!.id.toLowerCase(), listed: false}] : made;
};
