import type {Answer, CountryRow, CustomerRow, DataTypeRow, DayRow, EmployeeRow, EventRow} from '../records/answer.ts';
import {formatInstant} from '../records/instant.ts';
import type {Report, RowKind} from './report.ts';

/** A row by the names of the contract. Absent fields are undefined, and left out of JSON. */
export type Row = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export const customerRow = ({customer, email, country, dataTypes, events, employees, firstAt, lastAt, inferred}: CustomerRow): Row =>
	({customer, email, country, dataTypes, events, employees, firstAt: formatInstant(firstAt), lastAt: formatInstant(lastAt), inferred});

export const employeeRow = ({employee, customers, events, firstAt, lastAt}: EmployeeRow): Row =>
	({employee, customers, events, firstAt: formatInstant(firstAt), lastAt: formatInstant(lastAt)});

export const dataTypeRow = ({dataType, customers, events}: DataTypeRow): Row => ({dataType, customers, events});

export const dayRow = ({day, customers, events}: DayRow): Row => ({day, customers, events});

export const countryRow = ({country, customers}: CountryRow): Row => ({country, customers});

/** Fields in the order of `columns.event`; where it stands in this investigation (`row`) is nobody else's business. */
export const eventRow = (event: EventRow): Row => {
	const fields: Record<string, Row[string]> = {...event, at: formatInstant(event.at)};
	return Object.fromEntries(columns.event.flatMap(name => [[name, fields[name]], ...(name === 'customers' ? [['inferredCustomers', fields['inferredCustomers']]] : [])]));
};

/** The columns of csv, in order. Where lists were joined to bulk exports, with those that say whom they alone name. */
export const columnsOf = ({answer: {totals}}: Pick<Report, 'answer'>, kind: RowKind): readonly string[] => {
	if (totals.inferred === undefined) {
		return columns[kind];
	}

	return kind === 'customer' ? [...columns.customer, 'inferred'] : columns[kind].flatMap(name => kind === 'event' && name === 'customers' ? [name, 'inferredCustomers'] : [name]);
};

/** The keys of ndjson, in order. */
const columns: Readonly<Record<RowKind, readonly string[]>> = {
	customer: ['customer', 'email', 'country', 'dataTypes', 'events', 'employees', 'firstAt', 'lastAt'],
	employee: ['employee', 'customers', 'events', 'firstAt', 'lastAt'],
	'data-type': ['dataType', 'customers', 'events'],
	day: ['day', 'customers', 'events'],
	country: ['country', 'customers'],
	event: [
		'id', 'at', 'employee', 'employeeName', 'employeeEmail', 'accountKind', 'onBehalfOf', 'activity', 'action', 'customers', 'customerScope', 'recordCount', 'dataTypes',
		'dataTypeBasis', 'system', 'resource', 'ip', 'device', 'session', 'reason', 'support', 'outcome', 'source', 'record',
	],
};

const answerRows: Readonly<Record<Exclude<RowKind, 'event'>, (answer: Answer) => readonly Row[]>> = {
	customer: ({customers}) => customers.map(row => customerRow(row)),
	employee: ({byEmployee}) => byEmployee.map(row => employeeRow(row)),
	'data-type': ({byDataType}) => byDataType.map(row => dataTypeRow(row)),
	day: ({byDay}) => byDay.map(row => dayRow(row)),
	country: ({byCountry}) => byCountry.map(row => countryRow(row)),
};

/** The rows of one kind, in their total order. */
export async function * rowsOf(report: Report, kind: RowKind): AsyncGenerator<Row> {
	if (kind === 'event') {
		for await (const event of report.events()) {
			yield eventRow(event);
		}
	} else {
		yield * answerRows[kind](report.answer);
	}
}
