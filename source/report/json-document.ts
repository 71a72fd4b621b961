import {safeJson} from '../document/safe-json.ts';

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
