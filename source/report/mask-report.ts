import type {Answer, CustomerRow, EmployeeRow, EventRow} from '../records/answer.ts';
import type {Identity, Resolutions} from '../records/identity.ts';
import type {FailedSource, Rejection, Source} from '../records/source.ts';
import type {Pseudonyms} from './pseudonyms.ts';
import type {Report} from './report.ts';

type Optional = string | undefined;

const maybe = (value: Optional, mask: (value: string) => Optional): Optional => value === undefined ? undefined : mask(value);

const maskCustomer = (row: CustomerRow, by: Pseudonyms): CustomerRow =>
	({...row, customer: by.id(row.customer), email: maybe(row.email, by.email), name: maybe(row.name, by.name), employees: row.employees.map(account => by.account(account)).toSorted(byText)});

const maskEmployee = ({name, ...row}: EmployeeRow, by: Pseudonyms): EmployeeRow => {
	const called = name === undefined ? undefined : by.accountName(name);
	return {...row, employee: by.account(row.employee), ...(called === undefined ? {} : {name: called})};
};

const byId = (a: CustomerRow, b: CustomerRow): number => a.customer < b.customer ? -1 : Number(a.customer > b.customer);

const maskAnswer = (answer: Answer, by: Pseudonyms): Answer => ({
	...answer,
	// In the order of the pseudonyms: the order of what they stand for would tell where in the alphabet it begins.
	byEmployee: answer.byEmployee.map(row => maskEmployee(row, by)).toSorted((a, b) => b.customers - a.customers || byText(a.employee, b.employee)),
	customers: answer.customers.map(row => maskCustomer(row, by)).toSorted(byId),
	limitations: answer.limitations.map(text => by.text(text)),
});

const maskEvent = (event: EventRow, by: Pseudonyms): EventRow => ({
	...event,
	employee: maybe(event.employee, by.account),
	employeeName: maybe(event.employeeName, by.accountName),
	employeeEmail: maybe(event.employeeEmail, address => by.accountName(address) === undefined ? undefined : by.email(address)),
	customers: event.customers.map(customer => by.id(customer)),
	...(event.inferredCustomers ? {inferredCustomers: event.inferredCustomers.map(customer => by.id(customer))} : {}),
	onBehalfOf: maybe(event.onBehalfOf, account => by.id(by.account(account))),
	action: maybe(event.action, by.text),
	resource: maybe(event.resource, by.text),
	reason: maybe(event.reason, by.text),
	device: maybe(event.device, by.shown),
	session: maybe(event.session, by.shown),
	source: by.shown(event.source),
});

async function * maskEvents(events: AsyncIterable<EventRow>, by: Pseudonyms): AsyncGenerator<EventRow> {
	for await (const event of events) {
		yield maskEvent(event, by);
	}
}

/** What a file's own values may have brought into the account of it. */
export const maskSource = (source: Source, by: Pseudonyms): Source => ({
	...source,
	path: by.shown(source.path),
	unmatched: source.unmatched.map(row => ({...row, value: by.text(row.value)})),
	rejections: source.rejections.map(row => ({...row, reason: by.quoting(row.reason)})),
});

export const maskFailed = (source: FailedSource, by: Pseudonyms): FailedSource => ({...source, path: by.shown(source.path), error: by.quoting(source.error)});

/** Nobody can tell the names in a record that was not understood: of its text only the length is left. */
export const maskRejection = (rejection: Rejection, by: Pseudonyms): Rejection =>
	({...rejection, reason: by.quoting(rejection.reason), raw: `(masked: ${rejection.raw.length} characters)`});

/** In the order of the pseudonyms, as the customers of a report are. */
const byText = (a: string, b: string): number => a < b ? -1 : Number(a > b);

const maskIdentity = (row: Identity, by: Pseudonyms): Identity => row.kind === 'customer'
	? {...row, id: by.id(row.id), asLogged: by.id(row.asLogged)}
	: {...row, id: by.account(row.id), asLogged: by.id(by.account(row.asLogged))};

/** Accounts stay, as in a report, unless they are hidden; their addresses and those of customers do not. */
export const maskResolutions = ({customers, employees}: Resolutions, by: Pseudonyms): Resolutions => ({
	customers: {
		...(customers.unresolved ? {unresolved: {...customers.unresolved, first: customers.unresolved.first.map(id => by.id(id)).toSorted(byText)}} : {}),
		merged: {...customers.merged, first: customers.merged.first.map(row => maskIdentity(row, by)).toSorted((a, b) => byText(a.id, b.id) || byText(a.asLogged, b.asLogged))},
	},
	employees: {...employees, ...(employees.unresolved ? {unresolved: {...employees.unresolved, first: employees.unresolved.first.map(account => by.account(account)).toSorted(byText)}} : {}), merged: {...employees.merged, first: employees.merged.first.map(row => maskIdentity(row, by))}},
});

/** The same report with pseudonyms for names, e-mails and phones. Accounts stay, for who acted is what is asked, unless `by` hides them too. */
export const maskReport = (report: Report, by: Pseudonyms): Report => ({
	...report,
	filter: {...report.filter, text: by.text(report.filter.text)},
	sources: report.sources.map(source => maskSource(source, by)),
	failed: report.failed.map(source => maskFailed(source, by)),
	answer: maskAnswer(report.answer, by),
	events: () => maskEvents(report.events(), by),
});
