import {isScalar, isSeq} from 'yaml';
import type {ExpectedError} from '../errors.ts';

/** Says what is not understood, with the line where it stands. */
export type Refuse = (message: string, node?: unknown) => ExpectedError;

/** The text of a key; empty where it is none. */
export const keyText = (key: unknown): string => isScalar(key) ? String(key.value) : '';

/** A text or a list of texts; undefined where one of them is empty or something else, or the list has none. */
export const texts = (node: unknown): readonly string[] | undefined => {
	const items = isSeq(node) ? node.items : [node];
	const values = items.map(item => isScalar(item) ? item.value : item);
	return values.length > 0 && values.every(value => typeof value === 'string' && value !== '') ? values as readonly string[] : undefined;
};
