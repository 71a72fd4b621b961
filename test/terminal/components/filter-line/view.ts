import test from 'ava';
import {withEditor} from '../../../../source/terminal/components/filter-line/keys.ts';
import {filterPopup} from '../../../../source/terminal/components/filter-line/view.ts';
import {editorOf} from '../../../../source/terminal/components/line-editor/state.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {beginningState} from '../../../helpers/app-driver.ts';

const said = (typed: string): string => {
	const layer = withEditor(beginningState(), {kind: 'filter', editor: editorOf(typed), back: 0, typed}, editorOf(typed));
	return filterPopup(layer, {width: 300, height: 10}).map(line => lineText(line)).join('\n');
};

test('a mistake is told in sentences: what it is, and what to write', t => {
	t.is(said('emploee:E0042'), '✕ column 1: no field "emploee"; did you mean employee? To search for the text itself, put it in quotes.');
	t.is(said('count:many'), '✕ column 7: "many" is not a whole number. Count takes 1000, >=1000, <50 or 10..20, without separators.');
});

test('a filter that is understood says so', t => {
	t.is(said('employee:E0042'), '✓ understood');
});
