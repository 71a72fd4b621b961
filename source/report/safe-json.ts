/*
JSON leaves C1 controls, format characters (bidi, zero width) and line separators as they are. Written as `\uXXXX` the value is the
same to every reader, and a terminal that prints the text sees nothing but text.
*/
const hidden = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu;

const escape = (character: string): string => {
	let text = '';
	for (let index = 0; index < character.length; index++) {
		text += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
	}

	return text;
};

/** JSON of one line whose text is safe on a terminal. Absent fields are left out. */
export const safeJson = (value: unknown): string => JSON.stringify(value).replaceAll(hidden, escape);

/** A part of a JSON document: a value on one line, or a list with one entry a line. */
export type JsonPart = {readonly key: string; readonly value: unknown} | {readonly key: string; readonly rows: Iterable<unknown> | AsyncIterable<unknown>};

async function * listParts(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
	let empty = true;
	for await (const row of rows) {
		yield `${empty ? '[\n' : ',\n'}    ${safeJson(row)}`;
		empty = false;
	}

	yield empty ? '[]' : '\n  ]';
}

/** One JSON object, a key a line, written piece by piece: a report of a million customers never stands in memory as text. */
export async function * jsonDocument(parts: readonly JsonPart[]): AsyncGenerator<string> {
	yield '{';
	for (const [index, part] of parts.entries()) {
		yield `${index === 0 ? '' : ','}\n  ${safeJson(part.key)}: `;
		if ('rows' in part) {
			yield * listParts(part.rows);
		} else {
			yield safeJson(part.value);
		}
	}

	yield '\n}\n';
}
