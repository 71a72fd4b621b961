import type {ReactNode} from 'react';
import {Box} from 'ink';
import type {PaneBox} from '../../app/layout.ts';
import type {FacetPane} from '../../app/pane.ts';
import {eventAt} from '../../app/reduce-answers.ts';
import type {State} from '../../app/state.ts';
import {KeyedTable} from '../../components/keyed-table/keyed-table.tsx';
import {span, type Line} from '../../drawing/line.ts';
import {LinesView} from '../../drawing/line-view.tsx';
import {wrapSentences} from '../../drawing/wrap.ts';
import type {Theme} from '../../theme.ts';
import {eventsModel} from './events-model.ts';
import {facetLines} from './facet-lines.ts';

type PaneProps = {readonly state: State; readonly box: PaneBox; readonly theme: Theme};

export const FacetColumn = ({state, pane, box, theme}: PaneProps & {readonly pane: FacetPane}): ReactNode => (
	<Box flexDirection='column' width={box.width} height={box.height}>
		<LinesView lines={facetLines(state, pane, box)} theme={theme}/>
	</Box>
);

/** Before the events, below the blank of their heading: which of those in view are marked. */
const markLines = (state: State, count: number): readonly Line[] => [[span(' ')], ...Array.from({length: count}, (_, slot): Line => {
	const event = eventAt(state, state.places.events.top + slot);
	return [span(event && state.marks.events.has(event.row) ? '✓' : ' ', 'accent')];
})];

/** The events in view, as ink-table draws them; or sentences when there are none. */
export const EventsPane = ({state, box, theme}: PaneProps): ReactNode => {
	const {columns, rows, selected, stale, notes} = eventsModel(state, theme);
	const sentences = wrapSentences(notes, box.width - 2, box.height - 1).map((text): Line => [span(text)]);
	return (
		<Box width={box.width} height={box.height}>
			<Box flexDirection='column' width={1}><LinesView lines={markLines(state, rows.length)} theme={theme}/></Box>
			<Box flexDirection='column' width={box.width - 1}>
				<KeyedTable columns={columns} rows={rows} selected={selected} focused={state.focus === 'events'} stale={stale} theme={theme}/>
				<LinesView lines={sentences} theme={theme}/>
			</Box>
		</Box>
	);
};
