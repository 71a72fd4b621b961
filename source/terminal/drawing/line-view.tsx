import {memo, useMemo, type ReactNode} from 'react';
import type {Theme} from '../theme.ts';
import {RowsView} from './canvas.tsx';
import type {Line} from './line.ts';
import {piecesOf} from './pieces.ts';

const same = (one: Line, other: Line): boolean => one === other
	|| (one.length === other.length && one.every(({text, tone}, index) => other[index]!.text === text && other[index]!.tone === tone));

export type LinesViewProps = {readonly lines: readonly Line[]; readonly theme: Theme};

/** Rows below each other; drawn again only when one of them changed. */
export const LinesView = memo(({lines, theme}: LinesViewProps): ReactNode => {
	const rows = useMemo(() => lines.map(line => piecesOf(line, theme)), [lines, theme]);
	return <RowsView rows={rows}/>;
}, (before, after) => before.theme === after.theme && before.lines.length === after.lines.length && before.lines.every((line, index) => same(line, after.lines[index]!)));

/** One row of the screen. */
export const LineView = ({line, theme}: {readonly line: Line; readonly theme: Theme}): ReactNode => <LinesView lines={[line]} theme={theme}/>;
