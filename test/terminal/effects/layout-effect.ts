import {setImmediate as turn} from 'node:timers/promises';
import test from 'ava';
import type {RecordDetail} from '../../../source/investigation/investigation.ts';
import type {RecordLayer} from '../../../source/terminal/app/layer.ts';
import {overlayBox} from '../../../source/terminal/app/overlay-box.ts';
import {reduce} from '../../../source/terminal/app/reducer.ts';
import {createStore} from '../../../source/terminal/app/store.ts';
import {detailLines, recordLines} from '../../../source/terminal/components/record/view.ts';
import {lineText} from '../../../source/terminal/drawing/line.ts';
import {layoutEffect} from '../../../source/terminal/effects/layout-effect.ts';
import {beginningState} from '../../helpers/app-driver.ts';

const detailOf = (count: number, name = 'value'): RecordDetail => {
	const fields = Array.from({length: count}, (_, place) => ({name: `${name}${place}`, text: `漢字 ${place} of Jo Rivera, jo@example.com`}));
	return {
		event: {
			id: 'ev1', row: 0, at: 0, employee: 'E0042', employeeName: 'Jo Rivera', activity: 'read', customers: ['C1002'], customerScope: 'listed',
			dataTypes: ['email'], dataTypeBasis: 'logged', outcome: 'success', source: 's1', record: 7,
		},
		citation: {path: 'crm.csv', sha256: 'ab'.repeat(32), record: 7, offset: 1234, length: 99},
		raw: JSON.stringify(fields), fields, agrees: true,
	};
};

const openRecord = (detail: RecordDetail, size = {columns: 120, rows: 40}) => {
	const store = createStore(reduce, {...beginningState(size)});
	const effect = layoutEffect({store});
	store.subscribe(() => effect.look(store.state()));
	store.dispatch({type: 'open', layer: {kind: 'record', row: 0, position: 0, detail, top: 0}});
	const layer = (): RecordLayer => store.state().layers[0] as RecordLayer;
	const shown = (): readonly string[] => recordLines(store.state(), layer(), overlayBox(store.state(), 'record').width).map(line => lineText(line));
	return {
		store, layer, shown, end: () => effect.end(),
		asNow: (): readonly string[] => detailLines(detail, store.state(), overlayBox(store.state(), 'record').width).map(line => lineText(line)),
		async whole(): Promise<void> {
			while (!(layer().laid?.isWhole ?? false)) {
				await turn();
			}
		},
	};
};

for (const columns of [80, 200]) {
	test(`a long record is laid out whole, as a short one would be, also when it is looked at otherwise meanwhile, at ${columns} columns`, async t => {
		const opened = openRecord(detailOf(300), {columns, rows: 40});
		await opened.whole();
		t.deepEqual(opened.shown(), opened.asNow());
		opened.store.dispatch({type: 'mask'});
		await opened.whole();
		while (opened.layer().laid?.masked !== opened.store.state().masked || !opened.layer().laid?.isWhole) {
			await turn();
		}

		t.deepEqual(opened.shown(), opened.asNow());
		t.true(opened.shown().join('\n').includes('jo@example.com'));
	});
}

test('its first rows stand there at once, and keys have their turn while the others are made', async t => {
	const opened = openRecord(detailOf(3000));
	const first = opened.shown();
	t.regex(first.join('\n'), /As understood[\s\S]*E0042/);
	t.regex(first.at(-1) ?? '', /the rest is still being laid out/);
	let turns = 0;
	while (!(opened.layer().laid?.isWhole ?? false)) {
		await turn();
		turns++;
	}

	t.true(turns > 5, `${turns} turns`);
	t.deepEqual(opened.shown().length, opened.asNow().length);
});

test('a record that is closed is laid out no further', async t => {
	const opened = openRecord(detailOf(3000));
	opened.store.dispatch({type: 'close'});
	await turn();
	await turn();
	t.is(opened.store.state().layers.length, 0);
	opened.end();
});

test('a short record needs no laying out', t => {
	const opened = openRecord(detailOf(3));
	t.is(opened.layer().laid, undefined);
	t.deepEqual(opened.shown(), opened.asNow());
});
