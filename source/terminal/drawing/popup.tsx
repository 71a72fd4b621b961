import type {ReactNode} from 'react';
import {Box} from 'ink';
import {formatCount} from '../../document/format-number.ts';
import type {OverlayBox} from '../app/overlay-box.ts';
import type {Theme} from '../theme.ts';
import {LinesView} from './line-view.tsx';
import {fitLine, lineText, rule, span, type Line} from './line.ts';

export type PopupProps = {
	readonly title: string;
	/** At the right end of the upper edge, such as how far one has scrolled. */
	readonly aside?: string;
	readonly box: OverlayBox;
	/** Rows beyond the height of the box are left out, and the lower edge says how many. */
	readonly lines: readonly Line[];
	readonly theme: Theme;
};

/** The frame around a layer, filled so that nothing beneath shows through. */
export const popupLines = ({title, aside = '', box: {width, height}, lines}: Omit<PopupProps, 'theme'>): readonly Line[] => {
	const left = lines.findLastIndex(line => lineText(line).trim() !== '') + 1 - height;
	const body = Array.from({length: height}, (_, index) => lines[index] ?? []);
	return [
		rule([span('┌─', 'accent'), span(` ${title} `, 'accent')], [span(aside === '' ? '' : ` ${aside} `, 'quiet'), span('┐', 'accent')], width + 4),
		...body.map(line => [span('│ ', 'accent'), ...fitLine(line, width), span(' │', 'accent')]),
		rule([span('└', 'accent')], [span(left > 0 ? ` … ${formatCount(left, 'more row')} ` : '', 'quiet'), span('┘', 'accent')], width + 4, 'accent'),
	];
};

/** Lies over whatever was drawn before it. */
export const Popup = (props: PopupProps): ReactNode => (
	<Box position='absolute' marginLeft={props.box.left} marginTop={props.box.top} flexDirection='column'>
		<LinesView lines={popupLines(props)} theme={props.theme}/>
	</Box>
);
