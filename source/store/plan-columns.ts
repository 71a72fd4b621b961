import type {FieldRole} from '../records/field-expression.ts';
import {duckdb} from './dialect.ts';
import {roleColumn} from './engine-rows.ts';
import type {SourcePlan} from './plan.ts';
import type {OptionalColumn} from './record-columns.ts';
import {kept, rejected} from './schema.ts';
import {identifier, joined, sql, wholeNumber, type Sql} from './sql.ts';

/** A field whose texts are kept once and stood for by a key. */
export type KeyedField = 'employee' | 'behalf' | 'customers' | 'data' | 'activity' | 'action' | 'system' | 'outcome';

export const keyedFields = ['employee', 'behalf', 'customers', 'data', 'activity', 'action', 'system', 'outcome'] as const;

/** The roles behind each keyed field, the first that is filled counts. A customer without an id is known by e-mail address. */
const rolesOf: Readonly<Record<KeyedField, readonly FieldRole[]>> = {
	employee: ['employee', 'employeeEmail', 'employeeName'], behalf: ['onBehalfOf'], customers: ['customers', 'customerEmail'], data: ['dataTypes'],
	activity: ['activity', 'action'], action: ['action'], system: ['system'], outcome: ['outcome'],
};

/** Roles whose texts repeat and are kept once, beside those of the keyed fields. */
const beside = [['employee_name', 'employeeName'], ['employee_email', 'employeeEmail'], ['customer_email', 'customerEmail'], ['customer_country', 'customerCountry']] as const;

/** Whether a plan says where a role stands. */
export const hasRole = (plan: SourcePlan, role: FieldRole): boolean => plan.fields[role] !== undefined;

/** Holds for the records of a plan: of its source, or of all that are read in one go. */
export const isOf = ({id, parts}: SourcePlan, source: Sql): Sql => parts ? sql`${source} between ${wholeNumber(id)} and ${wholeNumber(id + parts.length - 1)}` : sql`${source} = ${wholeNumber(id)}`;

/** The roles of a plan behind a keyed field. */
export const fieldRoles = (plan: SourcePlan, field: KeyedField): readonly FieldRole[] => rolesOf[field].filter(role => hasRole(plan, role));

/** Roles of a plan whose texts go to `stage_text`. */
export const keyedRoles = (plan: SourcePlan): readonly FieldRole[] =>
	[...new Set([...keyedFields.flatMap(field => rolesOf[field]), ...beside.map(([, role]) => role)])].filter(role => hasRole(plan, role));

/** The column of a keyed field in `record` and `event`. */
export const fieldColumn = (field: KeyedField): Sql => field === 'customers' ? sql`customer` : identifier(field);

const keyOf = (role: FieldRole): Sql => sql`case when ${roleColumn(role)} is not null then ${duckdb.key(roleColumn(role))} end`;

const fieldKey = (plan: SourcePlan, field: KeyedField): Sql => {
	const keys = fieldRoles(plan, field).map(role => keyOf(role));
	return keys.length === 0 ? sql`null` : (keys.length === 1 ? keys[0]! : sql`coalesce(${joined(keys)})`);
};

/** A number of records; less than none says that it is not known. */
const countOf = (column: Sql): Sql => sql`case when try_cast(${column} as bigint) >= 0 then try_cast(${column} as bigint) end`;

/** A column of `record` and how it follows from an understood row. */
export type FilledColumn = {readonly name: string; readonly value: Sql};

/** Columns that only some sources fill. */
export const optionalColumns = (plan: SourcePlan): ReadonlyArray<FilledColumn & {readonly name: OptionalColumn}> => [
	...(['behalf', 'action', 'system', 'outcome'] as const).filter(field => fieldRoles(plan, field).length > 0).map(field => ({name: field, value: fieldKey(plan, field)})),
	...(hasRole(plan, 'count') ? [{name: 'count', value: countOf(roleColumn('count'))} as const] : []),
	...(['resource', 'ip', 'device', 'session', 'reason'] as const).filter(role => hasRole(plan, role)).map(role => ({name: role, value: roleColumn(role)})),
	...beside.filter(([, role]) => hasRole(plan, role)).map(([name, role]) => ({name, value: keyOf(role)})),
	...(hasRole(plan, 'id') ? [{name: 'native', value: roleColumn('id')} as const] : []),
	...(hasRole(plan, 'disclosure') ? [{name: 'disclosure', value: roleColumn('disclosure')} as const] : []),
	...(plan.fingerprint ? [{name: 'print', value: sql`print`} as const] : []),
	{name: 'naive', value: sql`naive`}, {name: 'ambiguous', value: sql`ambiguous`}, {name: 'problem', value: sql`problem`},
];

/** All columns that a source fills. */
export const filledColumns = (plan: SourcePlan): readonly FilledColumn[] => [
	{name: 'source', value: plan.parts ? sql`part_source` : wholeNumber(plan.id)}, {name: 't', value: sql`t`}, {name: 'status', value: sql`case when t is null then ${wholeNumber(rejected)} else ${wholeNumber(kept)} end`},
	{name: 'employee', value: fieldKey(plan, 'employee')}, {name: 'customer', value: fieldKey(plan, 'customers')},
	{name: 'data', value: sql`coalesce(${fieldKey(plan, 'data')}, 0)`}, {name: 'activity', value: fieldKey(plan, 'activity')},
	...optionalColumns(plan),
];
