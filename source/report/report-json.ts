import {formatInstant} from '../records/instant.ts';
import {jsonDocument} from './json-document.ts';
import type {Report} from './report.ts';
import {countryRow, customerRow, dataTypeRow, dayRow, employeeRow} from './rows.ts';
import {failedJson, sourceJson} from './source-json.ts';

const instant = (at: number | undefined): string | undefined => at === undefined ? undefined : formatInstant(at);

/** `whosaw.report/1`, keys in the order of the contract. */
export const reportJson = ({version, filter, sources, failed, answer}: Report): AsyncGenerator<string> => jsonDocument([
	{key: 'schema', value: 'whosaw.report/1'},
	{key: 'tool', value: {name: 'whosaw', version}},
	{key: 'filter', value: {text: filter.text, from: instant(filter.from), to: instant(filter.to), displayTimezone: filter.displayTimezone}},
	{key: 'sources', rows: [...sources.map(source => sourceJson(source)), ...failed.map(source => failedJson(source))]},
	{key: 'totals', value: totals(answer)},
	{key: 'affected', value: affected(answer)},
	{key: 'byDataType', rows: answer.byDataType.map(row => dataTypeRow(row))},
	{key: 'byEmployee', rows: answer.byEmployee.map(row => employeeRow(row))},
	{key: 'byCountry', rows: answer.byCountry.map(row => countryRow(row))},
	{key: 'byDay', rows: answer.byDay.map(row => dayRow(row))},
	{key: 'customers', rows: answer.customers.map(row => customerRow(row))},
	{key: 'limitations', rows: answer.limitations},
]);

const totals = ({totals: {events, denied, employees, customers, countedOnly, inferred}}: Report['answer']) =>
	({events, denied, employees, customers, countedOnly: {events: countedOnly.events, records: countedOnly.records}, inferred});

const affected = ({affected: {atLeast, atMost, unknownEvents}}: Report['answer']) => ({atLeast, atMost, unknownEvents});
