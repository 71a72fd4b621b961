import {Fragment, type ReactNode} from 'react';
import {Box} from 'ink';
import {layoutOf, type Layout, type PaneBox} from '../../app/layout.ts';
import {isReading} from '../../app/overlay-box.ts';
import type {FacetPane} from '../../app/pane.ts';
import type {State} from '../../app/state.ts';
import {framed, span, type Line} from '../../drawing/line.ts';
import {LineView, LinesView} from '../../drawing/line-view.tsx';
import type {Theme} from '../../theme.ts';
import {secondLine} from '../frame/second-line.ts';
import {footerLine} from './footer-line.ts';
import {headerLine} from './header-line.ts';
import {lowerRule, middleRule, singlePane, upperRule} from './pane-rules.ts';
import {EventsPane, FacetColumn} from './panes.tsx';
import {timelineLines} from './timeline-lines.ts';

type Drawn = {readonly state: State; readonly layout: Layout; readonly theme: Theme};

const border: Line = [span('│', 'quiet')];
const Edge = ({height, theme}: {readonly height: number; readonly theme: Theme}): ReactNode => (
	<Box flexDirection='column' width={1}><LinesView lines={Array.from({length: height}, () => border)} theme={theme}/></Box>
);

const facetBox = ({panes, body}: Layout, pane: FacetPane): PaneBox => panes[pane] ?? body;

/** The facets from left to right, each with the edge before it. */
const Facets = ({state, layout, theme}: Drawn): ReactNode => layout.facets.map(pane => {
	const box = facetBox(layout, pane);
	return (
		<Fragment key={pane}>
			<Edge height={box.height} theme={theme}/>
			<FacetColumn state={state} pane={pane} box={box} theme={theme}/>
		</Fragment>
	);
});

const Wide = ({state, layout, theme}: Drawn): ReactNode => {
	const {height} = layout.body;
	return (
		<Box flexDirection='row' height={height}>
			<Facets state={state} layout={layout} theme={theme}/>
			<Edge height={height} theme={theme}/>
			<EventsPane state={state} box={layout.panes.events} theme={theme}/>
			<Edge height={height} theme={theme}/>
		</Box>
	);
};

const Stacked = ({state, layout, theme}: Drawn): ReactNode => {
	const {events} = layout.panes;
	const {height} = facetBox(layout, layout.facets[0]!);
	return (
		<>
			<Box flexDirection='row' height={height}>
				<Facets state={state} layout={layout} theme={theme}/>
				<Edge height={height} theme={theme}/>
			</Box>
			<LineView line={middleRule(state, layout)} theme={theme}/>
			<Box flexDirection='row' height={events.height}>
				<Edge height={events.height} theme={theme}/>
				<EventsPane state={state} box={events} theme={theme}/>
				<Edge height={events.height} theme={theme}/>
			</Box>
		</>
	);
};

const Single = ({state, layout, theme}: Drawn): ReactNode => {
	const pane = singlePane(state);
	return (
		<Box flexDirection='row' height={layout.body.height}>
			<Edge height={layout.body.height} theme={theme}/>
			{pane === 'events' ? <EventsPane state={state} box={layout.body} theme={theme}/> : <FacetColumn state={state} pane={pane} box={layout.body} theme={theme}/>}
			<Edge height={layout.body.height} theme={theme}/>
		</Box>
	);
};

const Panes = (drawn: Drawn): ReactNode => {
	const {state, layout, theme} = drawn;
	const body = layout.kind === 'wide' ? <Wide {...drawn}/> : (layout.kind === 'stacked' ? <Stacked {...drawn}/> : <Single {...drawn}/>);
	return (
		<>
			<LinesView lines={timelineLines(state, layout, layout.inner - 2).map(line => framed(line, layout.inner))} theme={theme}/>
			<LineView line={upperRule(state, layout)} theme={theme}/>
			{body}
			<LineView line={lowerRule(layout)} theme={theme}/>
		</>
	);
};

/** Who, what and when; whom it reaches; and the events behind it. */
export const Explore = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const layout = layoutOf(state);
	const {inner} = layout;
	const covered = state.layers.some(({kind}) => isReading(kind));
	return (
		<Box flexDirection='column' width={layout.columns} height={layout.rows}>
			<LineView line={headerLine(state)} theme={theme}/>
			<LineView line={framed(secondLine(state, inner - 2), inner)} theme={theme}/>
			{covered ? <Box height={layout.rows - 4}/> : <Panes state={state} layout={layout} theme={theme}/>}
			<LineView line={framed(footerLine(state, inner - 2), inner)} theme={theme}/>
			<LineView line={[span(`└${'─'.repeat(inner)}┘`, 'quiet')]} theme={theme}/>
		</Box>
	);
};
