import type {FilterField} from '../../../filter/filter.ts';
import type {State} from '../../app/state.ts';
import {entryAt} from './customers-state.ts';
import {shownCustomerColumns} from './list-lines.ts';

export type CustomerCellValue = {readonly field: FilterField | undefined; readonly value: string};

/** The value that `+`, `-` and `y` are about: the cell under the cursor; of an opened customer, the customer. */
export const customerValue = (state: State): CustomerCellValue | undefined => {
	const {customers} = state;
	if (customers.opened) {
		return {field: 'customer', value: customers.opened.customer};
	}

	const entry = entryAt(customers, customers.place.cursor);
	const columns = shownCustomerColumns(state);
	const column = columns[Math.min(customers.column, columns.length - 1)]?.column;
	if (!entry || !column) {
		return undefined;
	}

	if ('unlisted' in entry) {
		return entry.unlisted.employee === undefined ? undefined : {field: 'employee', value: entry.unlisted.employee};
	}

	const value = column.value(entry.customer);
	return value === undefined ? undefined : {field: column.field, value};
};
