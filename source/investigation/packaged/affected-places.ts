import type {AffectedPlace} from '../../case/jurisdictions/notification-rows.ts';
import type {PackagedCustomer} from '../../package/contents.ts';

type Sum = {country: string; controller: string | undefined; accessed: number; corroborated: number; records: number; dataTypes: Set<string>};

/** The affected customers by country and controller; those without a country are `unknown`. No access is known to be supported. */
export const affectedPlaces = async (customers: AsyncIterable<PackagedCustomer>): Promise<readonly AffectedPlace[]> => {
	const places = new Map<string, Sum>();
	for await (const customer of customers) {
		const {country = 'unknown', controller, events, dataTypes, level} = customer;
		const key = JSON.stringify([country, controller]);
		const sum = places.get(key) ?? {country, controller, accessed: 0, corroborated: 0, records: 0, dataTypes: new Set<string>()};
		sum.accessed++;
		sum.corroborated += level === 'corroborated as disclosed' ? 1 : 0;
		sum.records += events;
		for (const type of dataTypes) {
			sum.dataTypes.add(type);
		}

		places.set(key, sum);
	}

	return [...places.values()].map(({controller, dataTypes, ...sum}) => ({...sum, withoutSupportedReason: sum.accessed, ...(controller === undefined ? {} : {controller}), dataTypes: [...dataTypes].toSorted()}));
};
