import {memo, type ReactNode} from 'react';
import {Text} from 'ink';
import type {Theme} from '../theme.ts';
import {merged, type Line} from './line.ts';
import {toneStyle} from './tone-style.ts';

const same = (one: Line, other: Line): boolean => one.length === other.length && one.every(({text, tone}, index) => other[index]!.text === text && other[index]!.tone === tone);

export type LineViewProps = {readonly line: Line; readonly theme: Theme};

/** One row of the screen; drawn again only when it changed. */
export const LineView = memo(({line, theme}: LineViewProps): ReactNode => (
	<Text wrap='truncate'>
		{merged(line).map(({text, tone}, index) => {
			const styled = toneStyle(theme, tone);
			return styled ? <Text key={index} {...styled}>{text}</Text> : text;
		})}
	</Text>
), (before, after) => before.theme === after.theme && same(before.line, after.line));

/** Rows below each other. */
export const LinesView = ({lines, theme}: {readonly lines: readonly Line[]; readonly theme: Theme}): ReactNode =>
	lines.map((line, index) => <LineView key={index} line={line} theme={theme}/>);
