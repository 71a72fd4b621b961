import {allOf} from '../filter/build.ts';
import {conjuncts, fieldsUsed} from '../filter/conjuncts.ts';
import type {Filter} from '../filter/filter.ts';
import {countNameless} from '../store/questions/unlisted.ts';
import type {Context} from './context.ts';
import type {Ask} from './investigation.ts';

const aboutCustomers = (filter: Filter): boolean => fieldsUsed(filter).some(field => field === 'customer' || field === 'country' || field === 'leaked');

/**
Exports without a customer that a filter on customers or countries leaves out, though customers it asks for may be in them: those that match
the rest of the filter.
*/
export const countUnlisted = async ({question, facts}: Context, ask: Ask): Promise<number> => {
	if (!aboutCustomers(ask.filter)) {
		return 0;
	}

	const rest = allOf(conjuncts(ask.filter).filter(part => !aboutCustomers(part)));
	return question({...ask, filter: rest}, async accesses => countNameless(accesses, facts));
};
