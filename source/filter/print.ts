import {formatInstant} from '../records/instant.ts';
import {isKnownDataType} from './fields.ts';
import type {Filter, FilterField, PatternPiece, Test} from './filter.ts';

/*
The canonical text. What parses to the same tree prints as the same text:
- conjuncts side by side, `OR` and `NOT ` in words, brackets around every `and` or `or` inside another thing;
- alternatives of one field in brackets behind it: `employee:(E0042 OR E0107)`;
- times as half-open UTC instants, `time:[2020-10-01T00:00:00Z TO 2020-10-25T00:00:00Z)`, `*` for an open side;
- quotes only where a value needs them; everything is the empty text, and `*` inside another thing.
*/

/** What a bare value cannot hold: blanks, brackets, quotes, wildcards, and characters nobody can see. */
const needsQuotes = /[\s()[\]"*?\p{Cc}\p{Cf}\p{Cs}\p{Z}]|^$|^-|^(?:AND|OR|NOT)$/u;

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** One literal value as it stands in a filter: bare where it can be, else in quotes. */
export const valueText = (text: string): string => needsQuotes.test(text) ? quoted(text) : text;

/** A bare word that would be taken for a field: `https://…`. */
const looksLikeField = /^[a-z_][\w-]*:/i;

const bareText = (text: string): string => looksLikeField.test(text) ? quoted(text) : valueText(text);

const pieceText = (piece: PatternPiece): string => 'wildcard' in piece ? piece.wildcard : valueText(piece.literal);

const boundText = (instant: number | undefined): string => instant === undefined ? '*' : formatInstant(instant);

/** A data type that only a log knows stands in quotes, so that it is never taken for a slip of the finger. */
const literalText = (field: FilterField, text: string): string => field === 'data' && !isKnownDataType(text) ? quoted(text) : valueText(text);

const testText = (field: FilterField, test: Test): string => {
	switch (test.kind) {
		case 'present': {
			return '*';
		}

		case 'is': {
			return literalText(field, test.text);
		}

		case 'like': {
			return test.pieces.map(piece => pieceText(piece)).join('');
		}

		case 'within': {
			return `[${boundText(test.from)} TO ${boundText(test.to)})`;
		}

		case 'compare': {
			return `${test.operator === '=' ? '' : test.operator}${test.value}`;
		}

		case 'network': {
			return test.block;
		}

		case 'truth': {
			return String(test.value);
		}

		case 'contains': {
			return bareText(test.text);
		}
	}
};

/** The field that all alternatives share, if they are plain tests of one field. */
const sharedField = (parts: readonly Filter[]): FilterField | undefined => {
	const [first] = parts;
	const field = first?.kind === 'match' ? first.field : undefined;
	return field !== 'text' && parts.every(part => part.kind === 'match' && part.field === field) ? field : undefined;
};

const printOr = (parts: readonly Filter[], inside: boolean): string => {
	const field = sharedField(parts);
	if (field !== undefined) {
		return `${field}:(${parts.map(part => part.kind === 'match' ? testText(part.field, part.test) : '').join(' OR ')})`;
	}

	const text = parts.map(part => printPart(part)).join(' OR ');
	return inside ? `(${text})` : text;
};

const print = (filter: Filter, inside: boolean): string => {
	switch (filter.kind) {
		case 'all': {
			return inside ? '*' : '';
		}

		case 'match': {
			return `${filter.field === 'text' ? '' : `${filter.field}:`}${testText(filter.field, filter.test)}`;
		}

		case 'not': {
			return `NOT ${printPart(filter.part)}`;
		}

		case 'and': {
			const text = filter.parts.map(part => printPart(part)).join(' ');
			return inside ? `(${text})` : text;
		}

		case 'or': {
			return printOr(filter.parts, inside);
		}
	}
};

/** A filter as it stands inside another: in brackets where they are needed. */
export const printPart = (filter: Filter): string => print(filter, true);

/** The canonical text of a filter; empty for everything. It holds instants, never relative times, so it means the same in any zone and at any time. */
export const printFilter = (filter: Filter): string => print(filter, false);
