/*
The yardstick for keys: the same app over the same export, its state, keys and questions, drawn by Ink alone. Ink lays out the whole
screen at each change and writes all of it, as it does where nobody takes what it writes and keeps the lines that stand there already.
*/
import process from 'node:process';
import {render} from 'ink';
import {openInvestigation} from '../../distribution/source/investigation/open-investigation.js';
import {appElement} from '../../distribution/source/terminal/app/app.js';
import {initialState} from '../../distribution/source/terminal/app/initial-state.js';
import {reduce} from '../../distribution/source/terminal/app/reducer.js';
import {createStore} from '../../distribution/source/terminal/app/store.js';
import {startEffects} from '../../distribution/source/terminal/effects/start-effects.js';
import {route} from '../../distribution/source/terminal/keymap/router.js';

const request = {paths: [process.argv[2]]};
const store = createStore(reduce, initialState({
	size: {columns: process.stdout.columns, rows: process.stdout.rows}, request, commandPaths: request.paths, displayTimezone: 'UTC', localZone: 'UTC',
	investigator: 'benchmark', now: performance.now(), blind: false, pseudonymKey: 'benchmark',
}));
startEffects({store, open: openInvestigation, request, filterText: undefined, held: {investigation: undefined}, now: () => performance.now(), date: () => new Date()});
process.stdin.setRawMode(true);
process.stdin.on('data', typed => {
	for (const chord of String(typed)) {
		for (const action of route(store.state(), {chord, text: chord})) {
			store.dispatch(action);
		}
	}
});
render(appElement(store), {exitOnCtrlC: false, patchConsole: false, maxFps: 30});
