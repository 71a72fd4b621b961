import type {Moment} from './calendar.ts';
import type {Customer} from './customers.ts';
import type {Employee} from './employees.ts';

/** One account did one thing to one customer, before any system wrote it down in its own way. */
export type Action = {
	readonly at: Moment;
	readonly employee: Employee;
	readonly verb: 'view' | 'search' | 'update';
	readonly customer: Customer;
	/** Data types in the words of `records.md`. */
	readonly fields: readonly string[];
	/** Ticket number, or empty. */
	readonly ticket: string;
	readonly ip: string;
};

export const byMoment = (a: {readonly at: Moment}, b: {readonly at: Moment}): number => a.at - b.at;

const digits = (text: string): number => Number.parseInt(text.replaceAll(/\D/g, '') || '5', 10);

/** The same desk has the same address: offices in 10.4.0.0/16, services in 10.9.0.0/16. */
export const officeAddress = (employee: Employee): string => employee.kind === 'service'
	? '10.9.0.5'
	: `10.4.${Math.floor(digits(employee.id) / 200) % 256}.${20 + (digits(employee.id) % 200)}`;
