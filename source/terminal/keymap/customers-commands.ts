import {withNot, withOnly} from '../../filter/conjuncts.ts';
import type {CustomerSort} from '../../investigation/investigation.ts';
import type {Action} from '../app/actions.ts';
import type {FilterField} from '../../filter/filter.ts';
import {accountShown, blindingOf} from '../app/blinding.ts';
import {maskName, maskText} from '../drawing/masking.ts';
import type {State} from '../app/state.ts';
import {listStart} from '../components/list/state.ts';
import {shownCustomerColumns} from '../screens/customers/list-lines.ts';
import {customerValue} from '../screens/customers/under-cursor.ts';
import type {Command} from './command.ts';
import {noHiddenCopy} from './revealing.ts';

/** Blind, nobody is named: a name is the one value that stands in a field of no filter and is no address. */
const maskedWhenBlind = (value: string, field: FilterField | undefined, {blind}: State): string => blind ? maskText(field === undefined ? maskName(value) : value) : value;

/** Whether masking hides something of a value. */
const isMasked = ({field, value}: {readonly field: FilterField | undefined; readonly value: string}): boolean => field === undefined || maskText(value) !== value;

const sorts: readonly CustomerSort[] = ['id', 'events', 'employees', 'country', 'first', 'last'];

const noField = (state: State): string | undefined => customerValue(state)?.field === undefined ? 'This cell holds nothing to filter by; ← → choose another column.' : undefined;

const sorted = (sort: CustomerSort, descending: boolean): readonly Action[] => [
	{type: 'customers', change: screen => ({...screen, sort, descending, place: listStart})},
	{type: 'say', message: `Customers by ${sort}, ${descending ? 'descending' : 'ascending'}; S reverses.`},
];

/** Counts are looked at from the highest on. */
const nextSort = ({customers}: State): readonly Action[] => {
	const sort = sorts[(sorts.indexOf(customers.sort) + 1) % sorts.length]!;
	return sorted(sort, sort === 'events' || sort === 'employees');
};

const sideways = (state: State, by: 1 | -1): readonly Action[] => {
	const last = shownCustomerColumns(state).length - 1;
	return [{type: 'customers', change: screen => ({...screen, column: Math.max(0, Math.min(last, screen.column + by))})}];
};

const inList = ({customers}: State): string | undefined => customers.opened ? 'This is for the list of customers; Esc goes back to it.' : undefined;

/** What can be done on the screen of customers. */
export const customersCommands: readonly Command[] = [
	{
		id: 'customers-only', title: 'Only this value of a customer', short: 'only this', keys: ['+', '='], group: 'Filter', on: ['customers'], refuse: noField, run(state) {
			const {field, value} = customerValue(state)!;
			return [{type: 'view', change: {filter: withOnly(state.view.filter, field!, value)}}];
		},
	},
	{
		id: 'customers-not', title: 'Not this value of a customer', short: 'not this', keys: ['-'], group: 'Filter', on: ['customers'], refuse: noField, run(state) {
			const {field, value} = customerValue(state)!;
			return [{type: 'view', change: {filter: withNot(state.view.filter, field!, value)}}];
		},
	},
	{
		id: 'customers-copy', title: 'Copy the value of this customer', keys: ['y'], group: 'Evidence', on: ['customers'],
		refuse: state => customerValue(state) ? (isMasked(customerValue(state)!) ? noHiddenCopy(state) : undefined) : 'There is no value here.',
		run(state) {
			const {field, value} = customerValue(state)!;
			return [{type: 'copy', text: field === 'employee' ? accountShown(value, blindingOf(state)) : maskedWhenBlind(value, field, state), what: 'the value'}];
		},
	},
	{id: 'customers-sort', title: 'Sort the customers by the next column', short: 'sort', keys: ['s'], group: 'Look', on: ['customers'], refuse: inList, run: nextSort},
	{id: 'customers-reverse', title: 'Reverse the order of the customers', keys: ['S'], group: 'Look', on: ['customers'], refuse: inList, run: ({customers}) => sorted(customers.sort, !customers.descending)},
	{id: 'customers-left', title: 'Column of the customers to the left', keys: ['left', 'h'], group: 'Move', on: ['customers'], refuse: inList, run: state => sideways(state, -1)},
	{id: 'customers-right', title: 'Column of the customers to the right', keys: ['right', 'l'], group: 'Move', on: ['customers'], refuse: inList, run: state => sideways(state, 1)},
];
