import {memo, type ReactNode} from 'react';
import {Text} from 'ink';
import type {Style, Theme} from '../theme.ts';
import type {Line, Span, Tone} from './line.ts';

const style = (theme: Theme, tone: Tone): Style | undefined => {
	switch (tone) {
		case 'plain': {
			return undefined;
		}

		case 'quiet': {
			return theme.muted;
		}

		case 'strong': {
			return theme.heading;
		}

		case 'accent': {
			return theme.accent;
		}

		case 'good': {
			return {color: 'green'};
		}

		case 'bad': {
			return theme.danger;
		}

		case 'warning': {
			return theme.warning;
		}

		case 'chosen': {
			return theme.selection;
		}

		case 'aside': {
			return theme.selectionAside;
		}

		case 'cursor': {
			return {inverse: true};
		}
	}
};

/** Neighbours of one tone as one span: each is a node for Ink to lay out. */
const merged = (line: Line): Line => {
	const spans: Span[] = [];
	for (const {text, tone} of line) {
		const last = spans.at(-1);
		if (last?.tone === tone) {
			spans[spans.length - 1] = {text: last.text + text, tone};
		} else if (text !== '') {
			spans.push({text, tone});
		}
	}

	return spans;
};

const same = (one: Line, other: Line): boolean => one.length === other.length && one.every(({text, tone}, index) => other[index]!.text === text && other[index]!.tone === tone);

export type LineViewProps = {readonly line: Line; readonly theme: Theme};

/** One row of the screen; drawn again only when it changed. */
export const LineView = memo(({line, theme}: LineViewProps): ReactNode => (
	<Text wrap='truncate'>
		{merged(line).map(({text, tone}, index) => {
			const styled = style(theme, tone);
			return styled ? <Text key={index} {...styled}>{text}</Text> : text;
		})}
	</Text>
), (before, after) => before.theme === after.theme && same(before.line, after.line));

/** Rows below each other. */
export const LinesView = ({lines, theme}: {readonly lines: readonly Line[]; readonly theme: Theme}): ReactNode =>
	lines.map((line, index) => <LineView key={index} line={line} theme={theme}/>);
