import {useEffect, useSyncExternalStore, type ReactNode} from 'react';
import {Box} from 'ink';
import {useScreenSize} from '../engine/use-screen-size.ts';
import {Canvas} from '../drawing/canvas.tsx';
import {span, type Line} from '../drawing/line.ts';
import {LinesView} from '../drawing/line-view.tsx';
import {Case} from '../screens/case/case.tsx';
import {Customers} from '../screens/customers/customers.tsx';
import {Explore} from '../screens/explore/explore.tsx';
import {Leads} from '../screens/leads/leads.tsx';
import {Load} from '../screens/load/load.tsx';
import {Sources} from '../screens/sources/sources.tsx';
import {Start} from '../screens/start/start.tsx';
import {Spoken} from '../spoken/spoken.tsx';
import {themes, type Theme} from '../theme.ts';
import type {Action} from './actions.ts';
import {Layers} from './layers.tsx';
import {layoutOf} from './layout.ts';
import {Notice} from './notice.tsx';
import type {ScreenName} from './screen.ts';
import type {State} from './state.ts';
import type {Store} from './store.ts';

const tooSmall: readonly Line[] = [[span('whosaw needs 40 × 10.', 'strong')], [span('Please make this window larger.')]];

export type AppProps = {readonly store: Store<State, Action>};

const screenViews: Readonly<Record<ScreenName, (props: {readonly state: State; readonly theme: Theme}) => ReactNode>> = {
	explore: Explore, leads: Leads, customers: Customers, case: Case, sources: Sources,
};

const Screen = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const View = screenViews[state.screen];
	return <View state={state} theme={theme}/>;
};

/** Draws the state, and nothing else. */
export const App = ({store}: AppProps): ReactNode => {
	const state = useSyncExternalStore(store.subscribe, store.state);
	const theme = themes[state.theme];
	const {columns, rows} = useScreenSize();
	useEffect(() => {
		store.dispatch({type: 'resized', size: {columns, rows}});
	}, [store, columns, rows]);
	if (state.spoken) {
		return <Box flexDirection='column'><Spoken state={state}/></Box>;
	}

	if (layoutOf(state).kind === 'tiny') {
		return <Box flexDirection='column' height={rows}><LinesView lines={tooSmall} theme={theme}/></Box>;
	}

	return (
		<Box flexDirection='column' width={state.size.columns} height={state.size.rows}>
			{state.start ? <Start state={state} theme={theme}/> : (state.facts ? <Screen state={state} theme={theme}/> : <Load state={state} theme={theme}/>)}
			<Layers state={state} theme={theme}/>
			<Notice state={state} theme={theme}/>
		</Box>
	);
};

export const appElement = (store: AppProps['store']): ReactNode => <Canvas><App store={store}/></Canvas>;
