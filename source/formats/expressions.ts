import {extract, field, first, literal, type FieldExpression} from '../records/field-expression.ts';

/** A word of ours for each pattern that the log's own word meets; the first that does counts, and none leaves the word as it is. */
export const meaning = (of: FieldExpression, ...words: ReadonlyArray<readonly [pattern: string, word: string]>): FieldExpression =>
	first(...words.map(([pattern, word]): FieldExpression => ({kind: 'when', of: extract(of, `(${pattern})`), then: literal(word)})), of);

/** As `meaning`, and no value where no pattern is met. */
export const onlyMeaning = (of: FieldExpression, ...words: ReadonlyArray<readonly [pattern: string, word: string]>): FieldExpression =>
	first(...words.map(([pattern, word]): FieldExpression => ({kind: 'when', of: extract(of, `(${pattern})`), then: literal(word)})));

/** No value. */
export const nothing: FieldExpression = extract(literal('nothing'), '([0-9])');

/** Where a field has any value. */
export const whereFilled = (of: FieldExpression, then: FieldExpression, otherwise?: FieldExpression): FieldExpression => ({kind: 'when', of, then, ...(otherwise ? {otherwise} : {})});

/** The parts joined, and no value where one of them has none. */
export const allJoined = (separator: string, ...of: readonly FieldExpression[]): FieldExpression => ({kind: 'join', of, separator, all: true});

/** The first of these columns or keys at the top that has a value. */
export const oneOf = (...names: readonly string[]): FieldExpression => first(...names.map(name => field(name)));

/** The names between commas in a text, as several values. */
export const commaList = (of: FieldExpression): FieldExpression => ({kind: 'replace', of, text: ',', by: ';'});

/** The columns that a query names, where it names them plainly. */
export const selectedColumns = (query: FieldExpression): FieldExpression => commaList(extract(query, '^[Ss][Ee][Ll][Ee][Cc][Tt]\\s+([A-Za-z0-9_.]+(?:\\s*,\\s*[A-Za-z0-9_.]+)*)\\s+[Ff][Rr][Oo][Mm]\\s'));
