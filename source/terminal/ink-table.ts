import {createRequire, Module} from 'node:module';
import type {Component, ReactElement, ReactNode} from 'react';
import * as ink from 'ink';

/*
ink-table 3.1 is CommonJS and says `require('ink')`, which Node refuses because Ink 6 has a top-level await in its graph. When Ink's
namespace already lies in the CommonJS cache under Ink's file name, `require` finds it there and never asks Ink's file.
*/
const require = createRequire(import.meta.url);
const inkPath = require.resolve('ink');
if (!require.cache[inkPath]) {
	const cached = new Module(inkPath);
	require.cache[inkPath] = Object.assign(cached, {filename: inkPath, loaded: true, exports: ink});
}

export type Scalar = string | number | boolean | null | undefined;
export type TableRow = Readonly<Record<string, Scalar>>;
export type TableColumn = {readonly key: string; readonly column: string; readonly width: number};
/** `column` is the index of the column; `children` the padded text of the value. */
export type CellProps = {readonly column: number; readonly children?: ReactNode};
export type TableProps = {
	readonly data: readonly TableRow[];
	readonly columns?: readonly string[];
	readonly padding?: number;
	readonly header?: (props: CellProps) => ReactNode;
	readonly cell?: (props: CellProps) => ReactNode;
	readonly skeleton?: (props: {readonly children?: ReactNode}) => ReactNode;
};

type DrawRow = (props: {readonly key: string; readonly data: TableRow; readonly columns: readonly TableColumn[]}) => ReactElement | null;

/** What ink-table's class has, typed for React 19: its own types name a global JSX that is no more. */
export type TableInstance = Component<TableProps> & {
	getColumns(): readonly TableColumn[];
	header: DrawRow;
	heading: DrawRow;
	separator: DrawRow;
	data: DrawRow;
	footer: DrawRow;
};

type InkTable = {readonly default: new (props: TableProps) => TableInstance};

/** ink-table's Table. It draws every row it gets and measures with `.length`: give it only what is in view, cut to fit. */
export const Table = (require('ink-table') as InkTable).default;
