import test from 'ava';
import {render} from 'ink-testing-library';
import {KeyedTable, type KeyedTableProps} from '../../../../source/terminal/components/keyed-table/keyed-table.tsx';
import {fitText} from '../../../../source/terminal/text/fit-text.ts';

const columns: KeyedTableProps['columns'] = [
	{key: 'employee', title: 'employee', width: 9},
	{key: 'events', title: 'ev.', width: 5, align: 'right'},
];

const rowsOf = (...names: readonly string[]): KeyedTableProps['rows'] =>
	names.map((name, index) => [fitText(name, 9), fitText(String((index + 1) * 100), 5, 'right')]);

test('a table has a line of titles and a line a row, without frames', t => {
	const {lastFrame} = render(<KeyedTable columns={columns} rows={rowsOf('Rivera', '山田太郎')}/>);
	t.is(lastFrame(), 'employee    ev.\nRivera      100\n山田太郎    200');
});

test('without the titles there are only the rows', t => {
	const {lastFrame} = render(<KeyedTable columns={columns} header={false} rows={rowsOf('Rivera')}/>);
	t.is(lastFrame(), 'Rivera      100');
});

test('rows that change in place, and rows that come and go, are drawn', t => {
	const {lastFrame, rerender} = render(<KeyedTable columns={columns} rows={rowsOf('Rivera', 'Okafor')}/>);
	rerender(<KeyedTable columns={columns} rows={rowsOf('Okafor', 'Zoë')}/>);
	t.is(lastFrame(), 'employee    ev.\nOkafor      100\nZoë         200');
	rerender(<KeyedTable columns={columns} rows={rowsOf('A', 'B', 'C')}/>);
	t.is(lastFrame(), 'employee    ev.\nA           100\nB           200\nC           300');
	rerender(<KeyedTable columns={columns} rows={[]}/>);
	t.is(lastFrame(), 'employee    ev.');
});

test('columns that change are drawn', t => {
	const {lastFrame, rerender} = render(<KeyedTable columns={columns} rows={rowsOf('Rivera')}/>);
	rerender(<KeyedTable columns={[{key: 'name', title: 'name', width: 6}]} rows={[['Rivera']]}/>);
	t.is(lastFrame(), 'name\nRivera');
});
