import type {Leads, ListRead} from '../investigation/leads/leads.ts';
import {leadsDocument} from '../investigation/leads/leads-document.ts';
import {jsonDocument, type JsonPart} from './json-document.ts';

const listRow = ({path, unknown, ...list}: ListRead): Readonly<Record<string, unknown>> => ({list: path, ...list, unresolved: unknown});

/** `whosaw.leads/1`, keys in the order of the contract. What became of the entries of each list stands behind the numbers of all, with every one that means nobody; a case file does not hold them. */
export const leadsJson = (leads: Leads): AsyncGenerator<string> => jsonDocument(Object.entries(leadsDocument(leads)).flatMap(([key, value]): readonly JsonPart[] => [
	Array.isArray(value) ? {key, rows: value as readonly unknown[]} : {key, value},
	...(key === 'leaked' && leads.list ? [{key: 'lists', rows: leads.list.lists.map(list => listRow(list))}] : []),
]));
