import type {AffectedPlace} from '../../case/jurisdictions/notification-rows.ts';
import type {CustomerRow} from '../../records/answer.ts';

type Sum = {readonly country: string; readonly controller: string | undefined; accessed: number; withoutSupportedReason: number; corroborated: number; records: number; readonly dataTypes: Set<string>};

/** Sums affected customers by country and controller; those without a country are `unknown`. */
export const placeSums = () => {
	const places = new Map<string, Sum>();
	return {
		add({country = 'unknown', controller, events, dataTypes, supported = false}: CustomerRow, corroborated: boolean): void {
			const key = JSON.stringify([country, controller]);
			const sum = places.get(key) ?? {country, controller, accessed: 0, withoutSupportedReason: 0, corroborated: 0, records: 0, dataTypes: new Set<string>()};
			sum.accessed++;
			sum.withoutSupportedReason += supported ? 0 : 1;
			sum.corroborated += corroborated ? 1 : 0;
			sum.records += events;
			for (const type of dataTypes) {
				sum.dataTypes.add(type);
			}

			places.set(key, sum);
		},
		sums: (): readonly AffectedPlace[] => [...places.values()].map(({controller, dataTypes, ...sum}) => ({...sum, ...(controller === undefined ? {} : {controller}), dataTypes: [...dataTypes].toSorted()})),
	};
};
