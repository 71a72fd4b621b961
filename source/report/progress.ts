import {basename} from 'node:path';
import {formatNumber, formatPercent} from '../document/format-number.ts';
import {cutToWidth} from '../document/text-width.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Progress} from '../investigation/investigation.ts';
import type {Call} from './call.ts';

/** Milliseconds between two repaints. */
const pace = 100;

export type ProgressLine = {
	readonly show: (progress: Progress) => void;
	readonly say: (text: string) => void;
	/** Takes the line away, before anything else is printed. */
	readonly clear: () => void;
};

/** Files are called by anybody's name, and a note says behind its colon what it rests on. */
const words = (progress: Progress, blind: boolean): string | undefined => {
	switch (progress.kind) {
		case 'loading': {
			return `reading ${blind ? 'the exports' : basename(progress.path)}  ${formatPercent(progress.bytes, progress.ofBytes)}  ${formatNumber(progress.records)} records`;
		}

		case 'phase': {
			return progress.text;
		}

		default: {
			return undefined;
		}
	}
};

/** One line on stderr that is painted over; silent where nobody watches or nothing can be painted over, and with --quiet. */
export const progressLine = ({stderr, flags, environment}: Pick<Call, 'stderr' | 'flags' | 'environment'>, clock: () => number = Date.now): ProgressLine => {
	const watched = stderr.isTTY === true && environment['TERM'] !== 'dumb' && !flags.on('quiet');
	const blind = flags.on('blind');
	let painted = 0;
	let shown = false;
	const say = (text: string): void => {
		if (watched && clock() - painted >= pace) {
			painted = clock();
			shown = true;
			stderr.write(`\r\u001B[2K${cutToWidth(visibleText(text), 79)}`);
		}
	};

	const clear = (): void => {
		if (shown) {
			stderr.write('\r\u001B[2K');
			shown = false;
		}
	};

	return {
		say,
		show(progress) {
			if (progress.kind === 'noted' && !flags.on('quiet')) {
				clear();
				stderr.write(`note: ${visibleText(blind ? progress.text.replace(/: .*$/s, '') : progress.text)}\n`);
			}

			const text = words(progress, blind);
			if (text !== undefined) {
				say(text);
			}
		},
		clear,
	};
};
