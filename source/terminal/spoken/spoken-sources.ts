import {formatNumber} from '../../document/format-number.ts';
import {valueShown} from '../app/blinding.ts';
import type {State} from '../app/state.ts';
import {bodyBox} from '../screens/frame/body-box.ts';
import {signWidth, sourcesRows, type Target} from '../screens/sources/sources-lines.ts';
import {said} from '../text/spoken-text.ts';

const opens: Readonly<Record<Target['kind'], string>> = {rejected: '; Enter opens these records', value: '; w writes a rule for it'};

/** The row at which one listens, and what can be done with it. Not of how many: that changes when coverage is known, and the row would be said again. */
export const spokenSources = (state: State): readonly string[] => {
	const rows = sourcesRows(state, bodyBox(state).width - signWidth);
	const {cursor} = state.sources.place;
	const row = rows[cursor];
	return row ? [`Row ${formatNumber(cursor + 1)}: ${valueShown(row.words ?? said(row.line), state)}${row.target ? opens[row.target.kind] : ''}`] : [];
};
