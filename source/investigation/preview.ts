import {firstRecords} from '../files/sample-records.ts';
import {cellValues} from '../records/cell-values.ts';
import type {EventRow} from '../records/answer.ts';
import {dataNames} from '../formats/data-names.ts';
import {dataTypeOf, outcomeOf} from '../formats/vocabulary.ts';
import type {Choice} from './choose-plan.ts';
import {activityOfRoles, understand} from './second-reader.ts';
import {writeRecord} from '../files/delimiter-style.ts';

/** The first records of a file, each as a text that the second reader understands. */
export const firstTexts = ({file}: Choice, limit: number): readonly string[] => {
	if (file.firstRows) {
		return file.firstRows.slice(0, limit);
	}

	const sample = firstRecords(file, limit);
	return sample?.kind === 'table' && file.structure.kind === 'table'
		? sample.rows.map(cells => writeRecord(cells, (file.structure as {readonly shape: {readonly style: Parameters<typeof writeRecord>[1]}}).shape.style).slice(0, -1))
		: sample?.kind === 'json' ? sample.rows.map(row => JSON.stringify(row)) : sample?.kind === 'text' ? sample.rows : [];
};

/** The first events of a file by the second reader, before the engine has read any. */
export const previewEvents = (choice: Choice, limit = 50): readonly EventRow[] => {
	const texts = firstTexts(choice, limit);
	return texts.flatMap((text, index) => {
		const understood = understand(choice, text);
		if (understood?.at === undefined) {
			return [];
		}

		const {roles, at} = understood;
		const optional = (name: string, value: string | undefined): Readonly<Record<string, string>> => value === undefined ? {} : {[name]: value};
		const customers = cellValues(roles.customers ?? roles.customerEmail ?? '');
		return [{
			id: '', row: -1, at, activity: activityOfRoles(roles), customers, customerScope: customers.length > 0 ? 'listed' : 'none',
			dataTypes: roles.dataTypes === undefined ? ['unknown'] : dataNames(roles.dataTypes).map(value => dataTypeOf(value).id), dataTypeBasis: roles.dataTypes === undefined ? 'unknown' : 'logged',
			outcome: roles.outcome === undefined ? 'unknown' : outcomeOf(roles.outcome), source: choice.file.path, record: index + 1,
			...optional('employee', roles.employee), ...optional('employeeName', roles.employeeName), ...optional('action', roles.action), ...optional('system', roles.system),
			...optional('resource', roles.resource), ...optional('ip', roles.ip), ...optional('reason', roles.reason),
		} satisfies EventRow];
	});
};
