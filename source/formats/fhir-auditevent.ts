import {each, extract, field, first, join, literal, type FieldExpression, type FieldMap} from '../records/field-expression.ts';
import {below} from './any-case.ts';
import {meaning, onlyMeaning} from './expressions.ts';
import type {Format} from './format.ts';
import {recordsOf, share, textAt, type SampleRecord} from './signature.ts';

const isAuditEvent = (record: SampleRecord): boolean => textAt(record, 'resourceType') === 'AuditEvent';
const isEntry = (record: SampleRecord): boolean => textAt(record, 'resource', 'resourceType') === 'AuditEvent';

/** The agent who asked for it; the others are machines, or whoever received it. */
const who = (...path: readonly string[]): FieldExpression => field('agent', '[0]?requestor=true', ...path);

/** A reference may name the version of the record that was read: the patient is the same in all of them. */
const unversioned = '^(.+)/_history/[^/]+$';

/** Patients: entities in the role 1, as R4 and as R5 write it. */
const patients = (...path: readonly string[]): readonly FieldExpression[] => ['*?role.code=1', '*?role.coding.[0].code=1'].map(meant => each(field('entity', meant, ...path), unversioned));

const types = first(field('subtype', '[0]', 'code'), field('code', 'coding', '[0]', 'code'), field('type', 'code'));
/** Categories of DICOM, and the interactions of FHIR. */
const activity: FieldExpression = first(
	onlyMeaning(field('type', 'code'), ['^110106$', 'export'], ['^110112$', 'search'], ['^110114$', 'login']),
	onlyMeaning(types, ['^search', 'search'], ['^[Dd]isclosure', 'share'], ['^11012[23]$', 'login'], ['^(vread|read|history)', 'read'], ['export', 'export']),
	meaning(field('action'), ['^C$', 'create'], ['^R$', 'read'], ['^U$', 'update'], ['^D$', 'delete'], ['^E$', 'other']),
);

const fields: FieldMap = {
	time: field('recorded'),
	timeStyle: {kind: 'iso'},
	id: field('id'),
	employee: first(who('who', 'identifier', 'value'), who('altId'), who('who', 'reference'), who('who', 'display'), who('name')),
	employeeName: first(who('name'), who('who', 'display')),
	customers: first(...patients('what', 'reference'), ...patients('what', 'identifier', 'value'), first(extract(field('patient', 'reference'), unversioned), field('patient', 'reference')), ...patients('reference', 'reference')),
	action: join(':', types, field('action')),
	activity,
	system: first(field('source', 'observer', 'display'), field('source', 'site'), literal('FHIR')),
	resource: first(field('entity', '[0]?role.code=4|3|24', 'what', 'reference'), field('entity', '[0]?role.coding.[0].code=4|3|24', 'what', 'reference'), field('entity', '[0]', 'what', 'reference'), field('entity', '[0]', 'name'), field('entity', '[0]', 'query')),
	ip: first(who('network', 'address'), who('networkString')),
	reason: first(
		...['purposeOfEvent', 'authorization'].flatMap(key => [field(key, '[0]', 'coding', '[0]', 'display'), field(key, '[0]', 'coding', '[0]', 'code'), field(key, '[0]', 'text')]),
		who('purposeOfUse', '[0]', 'coding', '[0]', 'display'), who('purposeOfUse', '[0]', 'coding', '[0]', 'code'),
	),
	outcome: meaning(first(field('outcome', 'code', 'code'), field('outcome')), ['^0$', 'success'], ['^(4|8|12|fatal)$', 'error']),
};

export const fhirAuditevent: Format = {
	name: 'fhir-auditevent',
	title: 'FHIR AuditEvent',
	recognised: 'resourceType AuditEvent: one resource, a Bundle of them, or one a line',
	about: 'Accesses to health records: who asked, which patients, which resources, and for what purpose. Only JSON is read, not XML.',
	empty: ({resourceType}) => resourceType === 'Bundle',
	detect: sample => sample.kind === 'json' ? share(sample, record => isAuditEvent(record) || isEntry(record)) : 0,
	fields: sample => recordsOf(sample).some(record => isEntry(record)) ? below(['resource'], fields) : fields,
	zone: 'UTC',
	limitations: ['An AuditEvent without an agent that is marked as requestor names no employee here.', 'A search for patients may be recorded without those it found.'],
};
