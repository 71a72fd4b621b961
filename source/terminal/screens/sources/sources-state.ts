import type {SystemDays} from '../../../investigation/investigation.ts';
import {listStart, type ListPlace} from '../../components/list/state.ts';

export type SourcesScreen = {
	readonly place: ListPlace;
	/** Days break in this zone. */
	readonly coverage?: {readonly zone: string; readonly systems: readonly SystemDays[]} | {readonly zone: string; readonly failure: string};
};

export const sourcesStart: SourcesScreen = {place: listStart};
