import test from 'ava';
import type {Progress} from '../../../source/investigation/investigation.ts';
import {reduce} from '../../../source/terminal/app/reducer.ts';
import {loadScreen} from '../../../source/terminal/screens/load/load-screen.ts';
import {beginningState} from '../../helpers/app-driver.ts';
import {cpuTime} from '../../helpers/cpu-time.ts';

const loading = (path: string, records: number): Progress => ({kind: 'loading', path, bytes: records * 10, ofBytes: 1000, records});

test('files stand in the order in which they were first told of, with what was told last', t => {
	const before = reduce(beginningState(), {type: 'progress', progress: [{kind: 'found', files: 2, bytes: 2000}, loading('a.csv', 1), loading('b.csv', 2), loading('a.csv', 3)], now: 1});
	const {load} = reduce(before, {type: 'progress', progress: [{kind: 'phase', text: 'first'}, {kind: 'failed', source: {path: 'b.csv', error: 'gone'}}, {kind: 'phase', text: 'finding duplicates'}], now: 2});
	t.deepEqual(load.files.map(({path, records, error}) => [path, records, error]), [['a.csv', 3, undefined], ['b.csv', 2, 'gone']]);
	t.is(load.phase, 'finding duplicates');
	t.deepEqual(load.found, {files: 2, bytes: 2000});
});

test('what tells nothing of a file leaves the list of files as it is', t => {
	const before = reduce(beginningState(), {type: 'progress', progress: [loading('a.csv', 1)], now: 1});
	t.is(reduce(before, {type: 'progress', progress: [{kind: 'phase', text: 'finding duplicates'}], now: 2}).load.files, before.load.files);
});

test('ten thousand files are told of and drawn within the time of a few', t => {
	const paths = Array.from({length: 10_000}, (_, index) => `exports/ämter/${index}.json`);
	let state = reduce(beginningState(), {type: 'progress', progress: paths.map(path => loading(path, 1)), now: 1});
	const work = cpuTime(() => {
		for (let turn = 0; turn < 10; turn++) {
			state = reduce(state, {type: 'progress', progress: paths.slice(turn * 50, (turn + 1) * 50).map(path => loading(path, 2)), now: turn});
			t.is(loadScreen(state).length, state.size.rows);
		}
	});
	// One at a time, with a row made for each, ten frames took three seconds.
	t.true(work < 400, `${work} ms`);
});
