import type {State} from '../../app/state.ts';
import {filterLine} from '../../components/filter-line/view.ts';
import type {Line} from '../../drawing/line.ts';
import {chipsLine} from '../explore/chips-line.ts';

/** While the filter is edited it stands where its chips are. */
export const secondLine = (state: State, width: number): Line => {
	const layer = state.layers.at(-1);
	return layer?.kind === 'filter' ? filterLine(layer, width) : chipsLine(state, width);
};
