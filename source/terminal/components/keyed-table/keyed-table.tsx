import {createContext, memo, useContext, useMemo, type ReactNode} from 'react';
import {RowsView} from '../../drawing/canvas.tsx';
import type {Pieces} from '../../drawing/pieces.ts';
import {Table, type CellProps, type TableColumn, type TableProps, type TableRow} from '../../ink-table.ts';
import {fitText, type Align} from '../../text/fit-text.ts';
import {themes, type Style, type Theme} from '../../theme.ts';

/** `width` in columns of the screen. */
export type KeyedColumn = {readonly key: string; readonly title: string; readonly width: number; readonly align?: Align; readonly style?: Style};

export type KeyedTableProps = {
	readonly columns: readonly KeyedColumn[];
	/** Only the rows in view; each cell already fitted to its column's width and safe to print (`fitValue`). */
	readonly rows: ReadonlyArray<readonly string[]>;
	/** Which of `rows` is selected. */
	readonly selected?: number;
	/** Whether the pane has the focus: the selection is drawn stronger. */
	readonly focused?: boolean;
	/** The rows answer an older question: all of them are dimmed. */
	readonly stale?: boolean;
	/** The line of titles. Default: true. */
	readonly header?: boolean;
	readonly theme?: Theme;
};

type Model = Required<Omit<KeyedTableProps, 'selected'>> & {readonly selected: number | undefined};

const ModelContext = createContext<Model | undefined>(undefined);

const slotKey = 'slot';
const columnKeys = [slotKey];

/** One data row a slot, made once: equal slots are the same object, so ink-table's hash of a row is its key for good. */
const slotsOf = (count: number): readonly TableRow[] => Array.from({length: count}, (_, slot) => Object.freeze({[slotKey]: slot}));

const nothing = (): null => null;

const dimmed: Style = Object.freeze({dimColor: true});

const styleOf = (model: Model, slot: number): Style | undefined => {
	if (slot === model.selected) {
		return model.focused ? model.theme.selection : model.theme.selectionAside;
	}

	return model.stale ? dimmed : undefined;
};

const rowOf = (cells: readonly string[], columns: readonly KeyedColumn[], style: Style | undefined): Pieces => columns.map(({style: own}, index) => ({
	text: `${index > 0 ? ' ' : ''}${cells[index] ?? ''}`,
	style: own ? {...style, ...own} : style,
}));

/** A row as one text: Ink lays out a box a row instead of one a cell. */
const RowText = memo(({cells, columns, style}: {readonly cells: readonly string[]; readonly columns: readonly KeyedColumn[]; readonly style: Style | undefined}): ReactNode => {
	const rows = useMemo(() => [rowOf(cells, columns, style)], [cells, columns, style]);
	return <RowsView rows={rows}/>;
});

/** ink-table hands a cell its slot number as padded text. */
const SlotCell = ({children}: CellProps): ReactNode => {
	const model = useContext(ModelContext);
	const slot = Number(children);
	const cells = model?.rows[slot];
	return model && cells ? <RowText cells={cells} columns={model.columns} style={styleOf(model, slot)}/> : null;
};

const HeaderCell = (): ReactNode => {
	const model = useContext(ModelContext);
	return model?.header ? <RowText cells={model.columns.map(({title, width, align}) => fitText(title, width, align))} columns={model.columns} style={model.theme.heading}/> : null;
};

/**
ink-table without its lines and with one column, whose values are slots: places on the screen. Its rows never change, so neither does
what React and Ink keep for them; a cell looks up the text that its slot shows now.
*/
class SlotTable extends Table {
	override header = nothing;
	override separator = nothing;
	override footer = nothing;

	/** Wide enough for any slot number: the true widths are those of the fitted texts. */
	override getColumns(): readonly TableColumn[] {
		return [{key: slotKey, column: slotKey, width: 16}];
	}

	override shouldComponentUpdate(next: TableProps): boolean {
		return next.data !== this.props.data;
	}
}

/** A table that is redrawn at the cost of the rows that changed. */
export const KeyedTable = (props: KeyedTableProps): ReactNode => {
	const {columns, rows, selected, focused = false, stale = false, header = true, theme = themes.default} = props;
	const data = useMemo(() => slotsOf(rows.length), [rows.length]);
	const model = useMemo(
		() => ({columns, rows, selected, focused, stale, header, theme}),
		[columns, rows, selected, focused, stale, header, theme],
	);
	return (
		<ModelContext value={model}>
			<SlotTable data={data} columns={columnKeys} cell={SlotCell} header={HeaderCell} skeleton={nothing}/>
		</ModelContext>
	);
};
