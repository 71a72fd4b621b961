import {everything} from '../filter/filter.ts';
import type {Identity, Resolution, Resolutions} from '../records/identity.ts';
import {firstIdentities, firstUnresolved} from '../store/questions/identities.ts';
import type {Context} from './context.ts';

/** What the directories could not settle, and who was joined. After a one-shot scan not all ids of the logs are known, and nothing is said of them. */
export const resolutionsOf = async ({question, given, loaded}: Context, {limit, signal}: {readonly limit: number; readonly signal?: AbortSignal}): Promise<Resolutions | undefined> =>
	loaded.sources.some(({staged}) => staged.partial) ? undefined : question({filter: everything, ...(signal ? {signal} : {})}, async ({session}) => {
		const of = async (kind: Identity['kind'], isGiven: boolean): Promise<Resolution> => ({
			...(isGiven ? {unresolved: await firstUnresolved(session, kind, {limit, signal})} : {}), merged: await firstIdentities(session, kind, {limit, signal}),
		});
		return {customers: await of('customer', given.customers), employees: await of('employee', given.employees)};
	});
