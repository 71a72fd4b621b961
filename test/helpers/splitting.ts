import {JsonSplitter, type JsonShape} from '../../source/files/json-splitter.ts';
import {LineSplitter} from '../../source/files/line-splitter.ts';
import {TextSplitter} from '../../source/files/text-splitter.ts';
import type {TextShape} from '../../source/files/text-shape.ts';
import type {TableShape} from '../../source/files/table-shape.ts';
import {TableSplitter} from '../../source/files/table-splitter.ts';
import type {Piece, Splitter, Visitor} from '../../source/files/splitter.ts';

/** A piece with its bytes as text of one character a byte where they are no UTF-8. */
export type Cut = Omit<Piece, 'bytes'> & {readonly text: string; readonly length: number};

export type AnyShape = TableShape | JsonShape | {readonly kind: 'text'; readonly lineEnd: '\n' | '\r\n'; readonly shape: TextShape} | {readonly kind: 'lines'; readonly lineEnd: '\n' | '\r\n'};

export const table = (header: readonly string[]): TableShape => ({
	style: {delimiter: ',', quote: '"', escape: '"'}, columns: header.length, header: Buffer.from(header.join(',')), lineEnd: '\n',
});

const splitterOf = (shape: AnyShape, visitor: Visitor): Splitter => {
	if ('columns' in shape) {
		return new TableSplitter(shape, visitor);
	}

	if (shape.kind === 'text') {
		return new TextSplitter(shape, visitor);
	}

	return shape.kind === 'lines' ? new LineSplitter(shape.lineEnd, visitor) : new JsonSplitter(shape, visitor);
};

/** Feeds a splitter as the readers do: what it has not dealt with comes again with more behind it. */
export const cutInChunks = (shape: AnyShape, content: string | Buffer, sizeOf: (index: number) => number): readonly Cut[] => {
	const all = Buffer.from(content);
	const cuts: Cut[] = [];
	const splitter = splitterOf(shape, {
		wants: () => true,
		visit({bytes, ...piece}) {
			cuts.push({...piece, text: bytes.toString('utf8'), length: bytes.length});
		},
	});
	let done = 0;
	let given = 0;
	for (let index = 0; given < all.length; index++) {
		given = Math.min(all.length, given + sizeOf(index));
		done += splitter.push(all.subarray(done, given), done, false);
	}

	splitter.push(all.subarray(done), done, true);
	return cuts;
};

export const cut = (shape: AnyShape, content: string | Buffer): readonly Cut[] => cutInChunks(shape, content, () => Number.POSITIVE_INFINITY);

export const kindsOf = (cuts: readonly Cut[]): readonly string[] => cuts.map(({kind}) => kind);
export const reasonsOf = (cuts: readonly Cut[]): readonly string[] => cuts.flatMap(({reason}) => reason === undefined ? [] : [reason]);

/** Walks the pieces over the bytes: returns where the last one ends, and throws at a gap or at text that is not there. */
export const rebuilt = (cuts: readonly Cut[], bytes: Buffer): number => {
	let at = 0;
	for (const {offset, span, length, text} of cuts) {
		if (offset !== at || length > span || bytes.toString('utf8', offset, offset + length) !== text) {
			throw new Error(`a piece at ${offset} does not stand there (expected at ${at})`);
		}

		at += span;
	}

	return at;
};
