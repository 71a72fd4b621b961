/** A table that is not RFC 4180: where, and what is wrong. */
export class CsvError extends Error {
	readonly record: number;

	constructor(message: string, record: number) {
		super(message);
		this.name = 'CsvError';
		this.record = record;
	}
}

type State = {cells: string[]; cell: string; quoted: boolean; afterQuote: boolean; afterReturn: boolean; record: number};

/** The characters that mean something outside quotes. */
const special = /[",\r\n]/g;

const endRecord = (state: State): readonly string[] => {
	const cells = [...state.cells, state.cell];
	Object.assign(state, {cells: [], cell: '', quoted: false, afterQuote: false, afterReturn: false, record: state.record + 1});
	return cells;
};

/** Inside quotes: everything up to the closing quote. Returns the index behind what was taken. */
const takeQuoted = (state: State, text: string, from: number): number => {
	const end = text.indexOf('"', from);
	state.cell += text.slice(from, end === -1 ? text.length : end);
	if (end === -1) {
		return text.length;
	}

	state.quoted = false;
	state.afterQuote = true;
	return end + 1;
};

const takeQuote = (state: State): void => {
	if (state.afterQuote) {
		state.cell += '"';
	} else if (state.cell !== '') {
		throw new CsvError('a quote stands inside an unquoted cell', state.record);
	}

	state.quoted = true;
	state.afterQuote = false;
};

/** Outside quotes: plain text up to the next special character. Returns the index of that character. */
const takePlain = (state: State, text: string, from: number): number => {
	special.lastIndex = from;
	const end = special.exec(text)?.index ?? text.length;
	if (end > from && state.afterQuote) {
		throw new CsvError('text follows a closing quote', state.record);
	}

	state.cell += text.slice(from, end);
	return end;
};

/** At a comma, quote or line end. Returns the record when one is complete. */
const takeSpecial = (state: State, character: string): readonly string[] | undefined => {
	if (character === '\n') {
		return endRecord(state);
	}

	if (character === '"') {
		takeQuote(state);
	} else if (character === ',') {
		state.cells.push(state.cell);
		Object.assign(state, {cell: '', afterQuote: false});
	} else {
		state.afterReturn = true;
	}

	return undefined;
};

const checkBounds = (state: State, text: string, index: number, maximum: number): void => {
	if (state.cell.length > maximum || state.cells.length > maximum) {
		throw new CsvError('a cell or a record is too long', state.record);
	}

	if (state.afterReturn && index < text.length && text[index] !== '\n') {
		throw new CsvError('a carriage return stands inside an unquoted cell', state.record);
	}
};

/**
Reads RFC 4180 as `csvLine` writes it, in chunks of text of any size: one array of cells a record, the header included.
Line ends are CRLF or LF. `maximum` bounds one cell in UTF-16 units, so that a hostile file cannot fill the memory.
*/
export async function * readCsv(chunks: AsyncIterable<string>, maximum = 16_777_216): AsyncGenerator<readonly string[]> {
	const state: State = {cells: [], cell: '', quoted: false, afterQuote: false, afterReturn: false, record: 1};
	for await (const text of chunks) {
		let index = 0;
		while (index < text.length) {
			checkBounds(state, text, index, maximum);
			if (state.quoted) {
				index = takeQuoted(state, text, index);
				continue;
			}

			index = takePlain(state, text, index);
			const record = index < text.length ? takeSpecial(state, text[index] ?? '') : undefined;
			index++;
			if (record) {
				yield record;
			}
		}
	}

	if (state.quoted) {
		throw new CsvError('a quoted cell has no end', state.record);
	}

	if (state.cells.length > 0 || state.cell !== '' || state.afterQuote) {
		yield endRecord(state);
	}
}
