import type {CaseView} from '../../../investigation/case/case-view.ts';
import type {Audience} from '../../app/layer.ts';
import type {FactName} from './fact-name.ts';

type Facts = CaseView['state']['facts'];

/** What the documents of an audience say, in the order in which it is asked. */
const used: Readonly<Record<Audience, readonly FactName[]>> = {
	'law-enforcement': ['controller', 'discovered', 'recipients', 'consequences', 'measuresTaken'],
	internal: ['controller', 'discovered', 'recipients', 'consequences', 'measuresTaken'],
	regulator: ['controller', 'controllerCountry', 'controllerAware', 'discovered', 'consequences', 'measuresTaken', 'contact'],
	hr: [],
	customers: ['controller', 'consequences', 'measuresTaken', 'adviceToCustomers', 'contact'],
};

/** Without these no letter is written. Who answers for the data may also stand in the directory of customers. */
const needed: Readonly<Partial<Record<Audience, readonly FactName[]>>> = {customers: ['consequences', 'measuresTaken', 'adviceToCustomers', 'contact']};

const isStated = (facts: Facts, name: string): boolean => {
	const value = facts[name];
	return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
};

const has = (facts: Facts, name: FactName): boolean => {
	switch (name) {
		case 'controller': case 'controllerCountry': case 'controllerAware': {
			return isStated(facts, 'controllers');
		}

		case 'measuresTaken': {
			return isStated(facts, 'measuresTaken') || isStated(facts, 'measuresProposed');
		}

		default: {
			return isStated(facts, name);
		}
	}
};

/** What the documents of an audience would say and the case does not. */
export const missingFacts = (facts: Facts, audience: Audience): readonly FactName[] => used[audience].filter(name => !has(facts, name));

/** Those of them without which nothing can be written. */
export const neededFacts = (facts: Facts, audience: Audience): readonly FactName[] => (needed[audience] ?? []).filter(name => !has(facts, name));

/** The facts as `case facts --file` would have them. What was left empty is not said. */
export const factsOf = (texts: Readonly<Partial<Record<FactName, string>>>): Facts => {
	const {controller, controllerCountry, controllerAware, ...others} = texts;
	const said = Object.fromEntries(Object.entries(others).filter(([, text]) => text !== ''));
	if (controller === undefined || controller === '') {
		return said;
	}

	return {...said, controllers: [{name: controller, ...(controllerCountry ? {country: controllerCountry} : {}), ...(controllerAware ? {awareAt: controllerAware} : {})}]};
};
