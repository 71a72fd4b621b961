import type {Leads} from '../investigation/leads/leads.ts';
import {leadsDocument} from '../investigation/leads/leads-document.ts';
import {jsonDocument} from './json-document.ts';

/** `whosaw.leads/1`, keys in the order of the contract. */
export const leadsJson = (leads: Leads): AsyncGenerator<string> => jsonDocument(Object.entries(leadsDocument(leads)).map(([key, value]) => Array.isArray(value) ? {key, rows: value as readonly unknown[]} : {key, value}));
