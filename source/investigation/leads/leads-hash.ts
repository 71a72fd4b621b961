import {createHash} from 'node:crypto';
import {leadsDocument} from './leads-document.ts';
import type {Leads} from './leads.ts';

/** sha256 of the leads in the form that programs read, on one line: for the journal, where nobody prints them. */
export const leadsHash = (leads: Leads): string => createHash('sha256').update(JSON.stringify(leadsDocument(leads))).digest('hex');
