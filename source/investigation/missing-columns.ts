import {firstRecords} from '../files/sample-records.ts';
import {fieldNouns} from '../filter/fields.ts';
import {fieldsUsed} from '../filter/conjuncts.ts';
import type {Filter, FilterField} from '../filter/filter.ts';
import {columnsOf} from '../formats/guess-mapping.ts';
import {pathsOf, type FieldExpression, type FieldRole} from '../records/field-expression.ts';
import type {Choice} from './choose-plan.ts';
import type {LoadedSource} from './loaded-source.ts';

/** The columns of an unknown table that no role is read from. What a Parquet file holds only the engine knows. */
export const unusedColumns = ({file, fields, mapping}: Pick<Choice, 'file' | 'fields' | 'mapping'>): readonly string[] => {
	const sample = Object.keys(mapping).length === 0 || file.structure.kind === 'parquet' ? undefined : firstRecords(file, 300);
	if (!sample) {
		return [];
	}

	const paths = Object.entries(fields).flatMap(([role, expression]) => role === 'timeStyle' ? [] : pathsOf(expression as FieldExpression));
	const used = new Set(paths.map(path => path.filter(key => key !== '*').join('.')));
	return columnsOf(sample).filter(column => !used.has(sample.kind === 'table' ? column : column.replaceAll('[]', '')));
};

/** Where a filter's field comes from: the roles of the record, and how `--map` calls the first. Fields without a line need no column. */
const origins: Readonly<Partial<Record<FilterField, {readonly roles: readonly FieldRole[]; readonly map: string}>>> = {
	employee: {roles: ['employee', 'employeeEmail', 'employeeName'], map: 'employee'},
	customer: {roles: ['customers', 'customerEmail'], map: 'customer'},
	data: {roles: ['dataTypes'], map: 'data-type'},
	activity: {roles: ['activity', 'action'], map: 'activity'},
	action: {roles: ['action'], map: 'activity'},
	system: {roles: ['system'], map: 'system'},
	resource: {roles: ['resource'], map: 'resource'},
	reason: {roles: ['reason'], map: 'reason'},
	support: {roles: ['reason'], map: 'reason'},
	ip: {roles: ['ip'], map: 'ip'},
	outcome: {roles: ['outcome'], map: 'outcome'},
	count: {roles: ['count'], map: 'count'},
};

/** As many names as a sentence bears; the rest is counted. */
const most = 12;

const listed = (columns: readonly string[]): string =>
	columns.length > most ? `${columns.slice(0, most).join(', ')} and ${columns.length - most} more` : columns.join(', ');

/** A filter that asks for what an export has no column for: all of its records count as ones without, and a column may only be unmapped. */
export const missingColumns = (filter: Filter, {source, choice}: Pick<LoadedSource, 'source' | 'choice'>): readonly string[] => {
	const missing = source.records.kept === 0 ? [] : fieldsUsed(filter).filter(field => origins[field]?.roles.every(role => choice.fields[role] === undefined));
	if (missing.length === 0) {
		return [];
	}

	const unused = source.unusedColumns ?? [];
	const said = missing.map(field => `${fieldNouns[field]} (${field}:)`).join(' or ');
	const advice = unused.length === 0 ? '' : ` Columns of it that are not used: ${listed(unused)} (--map ${origins[missing[0]!]!.map}=COLUMN names one).`;
	return [`${source.path} has no column for ${said}: to the filter every record of it is one without.${advice}`];
};
