import type {ReactNode} from 'react';
import {Box} from 'ink';
import type {PaneBox} from '../../app/layout.ts';
import type {FacetPane} from '../../app/pane.ts';
import type {State} from '../../app/state.ts';
import {KeyedTable} from '../../components/keyed-table/keyed-table.tsx';
import {span, type Line} from '../../drawing/line.ts';
import {LinesView} from '../../drawing/line-view.tsx';
import {wrapWords} from '../../drawing/wrap.ts';
import type {Theme} from '../../theme.ts';
import {eventsModel} from './events-model.ts';
import {facetLines} from './facet-lines.ts';

type PaneProps = {readonly state: State; readonly box: PaneBox; readonly theme: Theme};

export const FacetColumn = ({state, pane, box, theme}: PaneProps & {readonly pane: FacetPane}): ReactNode => (
	<Box flexDirection='column' width={box.width} height={box.height}>
		<LinesView lines={facetLines(state, pane, box)} theme={theme}/>
	</Box>
);

/** The events in view, as ink-table draws them; or sentences when there are none. */
export const EventsPane = ({state, box, theme}: PaneProps): ReactNode => {
	const {columns, rows, selected, stale, notes} = eventsModel(state, theme);
	const sentences = notes.flatMap(text => wrapWords(text, box.width - 2)).map((text): Line => [span(text)]);
	return (
		<Box flexDirection='column' width={box.width} height={box.height} paddingLeft={1}>
			<KeyedTable columns={columns} rows={rows} selected={selected} focused={state.focus === 'events'} stale={stale} theme={theme}/>
			<LinesView lines={sentences} theme={theme}/>
		</Box>
	);
};
