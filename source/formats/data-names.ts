import {cellValues} from '../records/cell-values.ts';
import {dataTypeOf} from './vocabulary.ts';

/** The names of data in a cell. A comma, too, stands between them where one of them is a name we know: a name of a log's own may hold one. */
export const dataNames = (cell: string): readonly string[] => {
	const names = cellValues(cell).flatMap(value => {
		const parts = value.split(',').map(part => part.trim()).filter(part => part !== '');
		return parts.length > 1 && parts.some(part => dataTypeOf(part).known) ? parts : [value];
	});
	return [...new Set(names)];
};
