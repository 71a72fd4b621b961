import type {Facts} from '../acts.ts';
import type {ClockRule, JurisdictionRule, JurisdictionTable} from './rule.ts';
import {economicArea} from './shipped.ts';

/** What is known of the affected customers of one controller in one place. */
export type AffectedPlace = {
	/** Alpha-2, `US-CA`, or `unknown`. */
	readonly country: string;
	/** As a directory gives it; absent: nobody said. */
	readonly controller?: string;
	readonly accessed: number;
	readonly withoutSupportedReason: number;
	readonly corroborated: number;
	readonly records: number;
	readonly dataTypes: readonly string[];
};

/** How long something may take, as the rule says it, and when that ends; `endsAt` is absent where the rule gives no number or nobody was aware yet. */
export type Clock = {readonly rule: string; readonly endsAt?: string};

/** Facts for one controller under one regime in one place; never a verdict. Each goes with *check with counsel*. */
export type NotificationRow = {
	/** Countries as alpha-2, `US-CA`, …; `unknown` where the country of customers is not known. */
	readonly jurisdiction: string;
	readonly regulator: string;
	readonly regime: string;
	readonly controller: string;
	readonly controllerCountry?: string;
	/** ISO 8601, UTC. */
	readonly awareAt?: string;
	readonly initial: Clock;
	readonly final: Clock;
	readonly individuals: Clock;
	readonly accessed: number;
	readonly withoutSupportedReason: number;
	readonly corroborated: number;
	readonly records: number;
	readonly dataTypes: readonly string[];
	/** Data types of the rule (its `elements`) that were reached. */
	readonly triggerElements: readonly string[];
	/** What starts a duty, in the words of the table. */
	readonly trigger: string;
	/** One sentence of facts. */
	readonly statement: string;
	/** Where the rule stands, and the day on which it was read; an ISO date. */
	readonly source: string;
	readonly ruleDate: string;
};

type Controller = {readonly name: string; readonly country?: string; readonly awareAt?: Date};

const text = (value: unknown): string | undefined => typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const controllersOf = ({controllers}: Facts): readonly Controller[] => (Array.isArray(controllers) ? controllers as readonly unknown[] : []).flatMap(value => {
	const {name, country, awareAt} = (value ?? {}) as Readonly<Record<string, unknown>>;
	const [called, place, aware] = [text(name), text(country), Date.parse(text(awareAt) ?? '')];
	return called === undefined ? [] : [{name: called, ...(place === undefined ? {} : {country: place.toUpperCase()}), ...(Number.isNaN(aware) ? {} : {awareAt: new Date(aware)})}];
});

/** Whole seconds, as clocks are told. */
const instant = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

const clockOf = ({rule, hours}: ClockRule, awareAt: Date | undefined): Clock =>
	hours === undefined || awareAt === undefined ? {rule} : {rule, endsAt: instant(new Date(awareAt.getTime() + hours * 3_600_000))};

/** The controller that a place's customers belong to: the one named, else the only one that there is. */
const controllerOf = ({controller}: AffectedPlace, controllers: readonly Controller[]): Controller => {
	if (controller !== undefined) {
		return controllers.find(({name}) => name.toLowerCase() === controller.toLowerCase()) ?? {name: controller};
	}

	const [only, ...more] = controllers;
	return only && more.length === 0 ? only : {name: 'not stated'};
};

/** What the row says in a sentence; where nothing is known it says that. */
const statementOf = (place: AffectedPlace, {rule, regulator, controller}: {readonly rule: JurisdictionRule | undefined; readonly regulator: string; readonly controller: Controller}): string => {
	const counted = `accessed: ${place.accessed} ${place.accessed === 1 ? 'customer' : 'customers'} in ${place.country}; ${place.dataTypes.length === 1 ? `${place.dataTypes[0]} only` : place.dataTypes.join(', ')}`;
	if (!rule) {
		return `${counted}; no rule of the table is for this place`;
	}

	const hours = rule.initial.hours;
	const clock = hours === undefined ? rule.initial.rule : (controller.awareAt ? `${hours} h from ${instant(controller.awareAt)}, ends ${clockOf(rule.initial, controller.awareAt).endsAt}` : `${hours} h from awareness, which is not stated`);
	const seat = economicArea.has(place.country) && controller.country !== undefined
		? (economicArea.has(controller.country) ? `; the controller is established in ${controller.country}` : `; the controller is established in ${controller.country}, outside the EU and EEA (EDPB 9/2022, 73: every authority where people affected live)`)
		: '';
	return `${counted}; ${regulator}, ${clock}${seat}`;
};

const rowOf = (place: AffectedPlace, table: JurisdictionTable, controllers: readonly Controller[]): NotificationRow => {
	const rule = table.rules.find(({regulators}) => Object.hasOwn(regulators, place.country));
	const controller = controllerOf(place, controllers);
	const regulator = rule?.regulators[place.country] ?? 'not in the table';
	const {accessed, withoutSupportedReason, corroborated, records, dataTypes} = place;
	const silent = place.country === 'US' ? 'the rules are those of the states, and the state is not known' : 'not in the table';
	const clock = (rules: ClockRule | undefined): Clock => rules ? clockOf(rules, controller.awareAt) : {rule: silent};
	return {
		jurisdiction: place.country, regulator, regime: rule?.regime ?? 'not in the table', controller: controller.name,
		...(controller.country === undefined ? {} : {controllerCountry: controller.country}), ...(controller.awareAt ? {awareAt: instant(controller.awareAt)} : {}),
		initial: clock(rule?.initial), final: clock(rule?.final), individuals: clock(rule?.individuals),
		accessed, withoutSupportedReason, corroborated, records, dataTypes, triggerElements: rule ? dataTypes.filter(type => rule.elements.includes(type)) : [],
		trigger: rule?.trigger ?? silent, statement: statementOf(place, {rule, regulator, controller}), source: rule?.source ?? `table of ${table.date}, ${table.origin}`, ruleDate: rule?.date ?? table.date,
	};
};

const order = (a: string, b: string): number => a < b ? -1 : (a > b ? 1 : 0);

/** One row for each controller and place, in order of place, then controller. */
export const notificationRows = (places: readonly AffectedPlace[], table: JurisdictionTable, facts: Facts): readonly NotificationRow[] => {
	const controllers = controllersOf(facts);
	return places.map(place => rowOf(place, table, controllers)).toSorted((a, b) => order(a.jurisdiction, b.jurisdiction) || order(a.controller, b.controller));
};
