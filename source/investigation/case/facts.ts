import type {Facts} from '../../case/acts.ts';
import {ExpectedError} from '../../errors.ts';
import {nearestName} from '../../records/nearest-name.ts';

/** The facts of an incident that documents use, with what they are. All are optional: what is missing is a limitation where it matters. */
export const factNames: Readonly<Record<string, string>> = {
	title: 'what the incident is called',
	controllers: 'list of {name, country, contact, dpo, awareAt}: the legal entities that answer for the data, and when each became aware (ISO 8601 with offset)',
	discovered: 'how it was discovered', recipients: 'who got the data, if known', consequences: 'likely consequences for the customers',
	measuresTaken: 'measures taken', measuresProposed: 'measures proposed', adviceToCustomers: 'what a customer can do',
	priorReports: 'list of {authority, reference, at}', staffTraining: 'training of the staff concerned', accountStatus: 'state of the accounts of interest',
	hold: '{by, until, reference}: a police or counsel hold; letters are held back while it stands', contact: 'whom customers and authorities ask: {name, email, phone, address}',
	retention: '{until, basis}: how long the case has to be kept; it cannot be disposed of before',
	notified: 'list of {customer, at, how}: customers who were told already',
};

/** Facts from a JSON file: an object of the names above. A name that is not known is refused, since it would be left out silently. */
export const readFacts = (text: string, where: string): {readonly facts: Facts; readonly warnings: readonly string[]} => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new ExpectedError(`the facts are no valid JSON (${(error as Error).message})`, {where, next: 'Write an object, such as {"title": "e-mail leak", "discovered": "customers reported spam"}.', cause: error});
	}

	if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) {
		throw new ExpectedError('the facts are no object with facts in it', {where, next: `Facts: ${Object.keys(factNames).join(', ')}.`});
	}

	for (const name of Object.keys(value)) {
		if (!Object.hasOwn(factNames, name)) {
			const nearest = nearestName(name, Object.keys(factNames));
			throw new ExpectedError(`no fact is called "${name}"`, {where, next: nearest === undefined ? `Facts: ${Object.keys(factNames).join(', ')}.` : `Did you mean ${nearest}?`});
		}
	}

	const facts = value as Facts;
	const {controllers} = facts;
	const unaware = Array.isArray(controllers) ? controllers.filter(controller => (controller as {readonly awareAt?: unknown}).awareAt === undefined) : [];
	return {facts, warnings: unaware.length > 0 ? ['a controller without awareAt starts no clock'] : []};
};
