import type {DateOrderDoubt, Doubt, MappingDoubt, ZoneDoubt} from '../../investigation/doubt.ts';
import {emptyEditor, type Editor} from '../components/line-editor/state.ts';

export type AskedMapping = {
	readonly kind: 'mapping';
	readonly doubt: MappingDoubt;
	/** Role → column, as it is being chosen. */
	readonly mapping: Readonly<Record<string, string>>;
	/** Which role is being said; undefined: the first that is still needed. */
	readonly cursor: number | undefined;
	readonly problem: string | undefined;
};

/** Nothing is chosen until a person chooses: a wrong order would be wrong in every line. */
export type AskedOrder = {readonly kind: 'date-order'; readonly doubt: DateOrderDoubt; readonly chosen: 'mdy' | 'dmy' | undefined};
export type AskedZone = {readonly kind: 'zone'; readonly doubt: ZoneDoubt; readonly editor: Editor; readonly cursor: number};

/** What the load waits for, as far as it is answered. */
export type Asked = AskedMapping | AskedOrder | AskedZone;

export const askedOf = (doubt: Doubt): Asked => {
	switch (doubt.kind) {
		case 'mapping': {
			return {kind: 'mapping', doubt, mapping: doubt.mapping, cursor: undefined, problem: doubt.problem};
		}

		case 'date-order': {
			return {kind: 'date-order', doubt, chosen: undefined};
		}

		case 'zone': {
			return {kind: 'zone', doubt, editor: emptyEditor, cursor: 0};
		}
	}
};
