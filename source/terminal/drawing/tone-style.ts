import type {Style, Theme} from '../theme.ts';
import type {Tone} from './line.ts';

const green: Style = Object.freeze({color: 'green'});
const inverse: Style = Object.freeze({inverse: true});

/** How a theme shows a tone; undefined: as the terminal shows any text. */
export const toneStyle = (theme: Theme, tone: Tone): Style | undefined => {
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
			return green;
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
			return inverse;
		}
	}
};
