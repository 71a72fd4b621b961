import type {Leads} from '../investigation/leads/leads.ts';
import {jsonDocument} from './json-document.ts';

const lead = ({rank, employee, separable, consistentWith, share, customers, netEvidence, window, strength, alsoConsistent, inseparableFrom, why}: NonNullable<Leads['list']>['leads'][number]) =>
	({rank, employee, separable, consistentWith, share: rounded(share), customers, netEvidence, ...(window ? {window} : {}), strength, alsoConsistent, inseparableFrom: inseparableFrom ?? null, why});

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/** `whosaw.leads/1`, keys in the order of the contract. What the verdict means stands first among the caveats. */
export const leadsJson = ({list, behaviour, caveats}: Leads): AsyncGenerator<string> => jsonDocument([
	{key: 'schema', value: 'whosaw.leads/1'},
	...(list ? [
		{key: 'leaked', value: list.leaked}, {key: 'verdict', value: list.verdict},
		...(list.unexplained === undefined ? [] : [{key: 'unexplained', value: rounded(list.unexplained)}]),
		{key: 'leads', rows: list.leads.map(each => lead(each))},
	] : []),
	{key: 'behaviour', rows: behaviour.map(({employee, state, why}) => ({employee, state, why}))},
	{key: 'caveats', rows: [...(list ? [list.because] : []), ...caveats]},
]);
