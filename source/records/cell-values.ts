import {trimmed} from './evaluate-expression.ts';

/** The values of a cell that may hold several: a JSON array, or values between `;` or `|`; each once, in the order of the cell. */
export const cellValues = (cell: string): readonly string[] => {
	const values = cell.startsWith('[') ? jsonValues(cell) ?? [cell] : cell.split(/[;|]/);
	return [...new Set(values.map(value => trimmed(value)).filter(value => value !== ''))];
};

const jsonValues = (cell: string): readonly string[] | undefined => {
	try {
		const parsed: unknown = JSON.parse(cell.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d{15,}(?![\d.eE])/g, found => found.startsWith('"') ? found : `"${found}"`));
		return Array.isArray(parsed) ? parsed.flatMap(value => value === null ? [] : [typeof value === 'string' ? value : JSON.stringify(value)]) : undefined;
	} catch {
		return undefined;
	}
};
