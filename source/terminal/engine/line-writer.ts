import {EventEmitter} from 'node:events';
import {readInkFrame} from './ink-frame.ts';
import {spokenText} from '../text/spoken-text.ts';
import {sizeOf, type ScreenSize} from './screen-size.ts';
import type {ScreenTarget} from './screen-writer.ts';

/** The sign of the row under the cursor. */
const here = '▸';

const unmarked = (line: string): string => line.replaceAll(here, ' ').replaceAll(/ {2,}/g, '  ').trim();

/**
The lines of `next` that `previous` does not have, in order. A line that only moved is no news, nor is one that the cursor has left;
one that it has come to is.
*/
export const newLines = (previous: readonly string[], next: readonly string[]): readonly string[] => {
	const known = new Map<string, number>();
	const count = (line: string, by: number): number => {
		const left = (known.get(line) ?? 0) + by;
		known.set(line, left);
		return left;
	};

	for (const line of previous) {
		count(unmarked(line), 1);
		if (line.includes(here)) {
			count(line, 1);
		}
	}

	return next.filter(line => {
		const isNew = count(unmarked(line), -1) < 0;
		const isReached = line.includes(here) && count(line, -1) < 0;
		return (isNew || isReached) && line.trim() !== '';
	});
};

/** Ink may not break lines: the part of a line that did not change would not be said. */
const unbroken = 100_000;

/**
The stdout that Ink gets in screen reader mode: nothing on the screen is ever rewritten. A change is said once, as a line below the
others, without colours.
*/
export class LineWriter extends EventEmitter {
	readonly isTTY = false;
	readonly #target: ScreenTarget;
	#lines: readonly string[] = [];
	#isOpen = false;

	constructor({target}: {readonly target: ScreenTarget}) {
		super();
		this.setMaxListeners(0);
		this.#target = target;
		target.on('resize', this.#onResize);
	}

	get columns(): number {
		return unbroken;
	}

	get rows(): number {
		return this.size().rows + 1;
	}

	readonly size = (): ScreenSize => sizeOf(this.#target);

	write(written: string, callback?: () => void): boolean {
		const {lines} = readInkFrame(written, 0);
		if (lines && this.#isOpen) {
			const said = lines.map(line => spokenText(line));
			const news = newLines(this.#lines, said);
			this.#lines = said;
			if (news.length > 0) {
				this.#target.write(news.map(line => `${line}\r\n`).join(''));
			}
		}

		callback?.();
		return true;
	}

	open(): void {
		this.#isOpen = true;
	}

	close(): void {
		this.#isOpen = false;
	}

	/** Says everything again with the next frame. */
	repaint(): void {
		this.#lines = [];
		this.emit('resize');
	}

	dispose(): void {
		this.close();
		this.#target.off('resize', this.#onResize);
	}

	screenText(): readonly string[] {
		return this.#lines;
	}

	readonly #onResize = (): void => {
		this.emit('resize');
	};
}
