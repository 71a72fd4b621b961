import type {Answer, CustomerRow, EmployeeRow, EventRow} from '../records/answer.ts';
import type {Identity, Resolutions} from '../records/identity.ts';
import type {FailedSource, Rejection, Source} from '../records/source.ts';
import type {Pseudonyms} from './pseudonyms.ts';
import type {Report} from './report.ts';

type Optional = string | undefined;

const maybe = (value: Optional, mask: (value: string) => string): Optional => value === undefined ? undefined : mask(value);

const maskCustomer = (row: CustomerRow, by: Pseudonyms): CustomerRow =>
	({...row, customer: by.id(row.customer), email: maybe(row.email, by.email), name: maybe(row.name, by.name)});

const maskEmployee = (row: EmployeeRow, by: Pseudonyms): EmployeeRow => ({...row, name: maybe(row.name, by.name)});

const byId = (a: CustomerRow, b: CustomerRow): number => a.customer < b.customer ? -1 : Number(a.customer > b.customer);

const maskAnswer = (answer: Answer, by: Pseudonyms): Answer => ({
	...answer,
	byEmployee: answer.byEmployee.map(row => maskEmployee(row, by)),
	// In the order of the pseudonyms: the order of what they stand for would tell where in the alphabet it begins.
	customers: answer.customers.map(row => maskCustomer(row, by)).toSorted(byId),
	limitations: answer.limitations.map(text => by.text(text)),
});

const maskEvent = (event: EventRow, by: Pseudonyms): EventRow => ({
	...event,
	employeeName: maybe(event.employeeName, by.name),
	employeeEmail: maybe(event.employeeEmail, by.email),
	customers: event.customers.map(customer => by.id(customer)),
	onBehalfOf: maybe(event.onBehalfOf, by.id),
	action: maybe(event.action, by.text),
	resource: maybe(event.resource, by.text),
	reason: maybe(event.reason, by.text),
});

async function * maskEvents(events: AsyncIterable<EventRow>, by: Pseudonyms): AsyncGenerator<EventRow> {
	for await (const event of events) {
		yield maskEvent(event, by);
	}
}

/** What a file's own values may have brought into the account of it. */
export const maskSource = (source: Source, by: Pseudonyms): Source => ({
	...source,
	unmatched: source.unmatched.map(row => ({...row, value: by.text(row.value)})),
	rejections: source.rejections.map(row => ({...row, reason: by.text(row.reason)})),
});

export const maskFailed = (source: FailedSource, by: Pseudonyms): FailedSource => ({...source, error: by.text(source.error)});

/** Nobody can tell the names in a record that was not understood: of its text only the length is left. */
export const maskRejection = (rejection: Rejection, by: Pseudonyms): Rejection =>
	({...rejection, reason: by.text(rejection.reason), raw: `(masked: ${rejection.raw.length} characters)`});

/** In the order of the pseudonyms, as the customers of a report are. */
const byText = (a: string, b: string): number => a < b ? -1 : Number(a > b);

const maskIdentity = (row: Identity, by: Pseudonyms): Identity => ({...row, id: row.kind === 'customer' ? by.id(row.id) : row.id, asLogged: by.id(row.asLogged)});

/** Accounts stay, as in a report; their addresses and those of customers do not. */
export const maskResolutions = ({customers, employees}: Resolutions, by: Pseudonyms): Resolutions => ({
	customers: {
		...(customers.unresolved ? {unresolved: {...customers.unresolved, first: customers.unresolved.first.map(id => by.id(id)).toSorted(byText)}} : {}),
		merged: {...customers.merged, first: customers.merged.first.map(row => maskIdentity(row, by)).toSorted((a, b) => byText(a.id, b.id) || byText(a.asLogged, b.asLogged))},
	},
	employees: {...employees, merged: {...employees.merged, first: employees.merged.first.map(row => maskIdentity(row, by))}},
});

/** The same report with pseudonyms for names, e-mails and phones. Accounts stay: who acted is what is asked. */
export const maskReport = (report: Report, by: Pseudonyms): Report => ({
	...report,
	filter: {...report.filter, text: by.text(report.filter.text)},
	sources: report.sources.map(source => maskSource(source, by)),
	failed: report.failed.map(source => maskFailed(source, by)),
	answer: maskAnswer(report.answer, by),
	events: () => maskEvents(report.events(), by),
});
