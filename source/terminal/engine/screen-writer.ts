import {EventEmitter} from 'node:events';
import {stripVTControlCharacters} from 'node:util';
import {anchoredLine} from './anchored-line.ts';
import {colourless} from './colourless.ts';
import {readInkFrame, type Cursor} from './ink-frame.ts';
import {sizeOf, type ScreenSize, type Sized} from './screen-size.ts';

/** What of stdout the writers need. */
export type ScreenTarget = Sized & {
	write(text: string): unknown;
	on(event: 'resize', listener: () => void): unknown;
	off(event: 'resize', listener: () => void): unknown;
};

export type WriterOptions = {
	readonly target: ScreenTarget;
	/** False for NO_COLOR. Default: true. */
	readonly colour?: boolean;
};

const csi = '\u001B[';
const beginUpdate = `${csi}?2026h`;
const endUpdate = `${csi}?2026l`;
const plain = `${csi}0m`;
const hideCursor = `${csi}?25l`;
const showCursor = `${csi}?25h`;

const to = (row: number, column = 0): string => `${csi}${row + 1};${column + 1}H`;

const cursorText = (cursor: Cursor | undefined): string => cursor ? to(cursor.y, cursor.x) + showCursor : hideCursor;

/** A line is erased before it is written: erasing behind a line that fills the screen's width would take its last cell. */
const changedLines = (shown: readonly string[] | undefined, next: readonly string[]): string => {
	let text = '';
	for (const [row, line] of next.entries()) {
		if (shown === undefined ? line !== '' : line !== shown[row]) {
			text += to(row) + (shown === undefined ? '' : `${csi}2K`) + anchoredLine(line);
		}
	}

	return text;
};

/**
The stdout that Ink gets. Ink erases and writes its whole frame each time; this keeps the frame and writes the lines that differ from
what the screen shows, each at its own address, so that a moved cursor costs 0.5 kB and nothing flickers. It expects autowrap to be off.

It writes only between `open` and `close`. It is no TTY to Ink, which then neither marks updates nor touches the cursor, and it has
one row more than the screen, so that a frame as high as the screen does not count as overflowing.
*/
export class ScreenWriter extends EventEmitter {
	readonly isTTY = false;
	readonly #target: ScreenTarget;
	readonly #paint: (line: string) => string;
	#frame: readonly string[] = [];
	#cursor: Cursor | undefined;
	/** What the screen shows; undefined when that is not known. */
	#shown: readonly string[] | undefined;
	#shownCursor = '';
	#isOpen = false;
	#isHeld = false;

	constructor({target, colour = true}: WriterOptions) {
		super();
		this.setMaxListeners(0);
		this.#target = target;
		this.#paint = colour ? line => line : colourless;
		target.on('resize', this.#onResize);
	}

	get columns(): number {
		return this.size().columns;
	}

	/** For Ink only: see `size`. */
	get rows(): number {
		return this.size().rows + 1;
	}

	readonly size = (): ScreenSize => sizeOf(this.#target);

	/** Takes what Ink writes. */
	write(written: string, callback?: () => void): boolean {
		const {lines, cursor} = readInkFrame(written, this.#frame.length);
		this.#frame = lines?.map(this.#paint) ?? this.#frame;
		this.#cursor = cursor;
		this.#update();
		callback?.();
		return true;
	}

	/** Shows lines that do not come from Ink. */
	show(lines: readonly string[]): void {
		this.#frame = lines.map(this.#paint);
		this.#cursor = undefined;
		this.#update();
	}

	/** Called after each drawing of Ink's, when what React does with it is done. Returns how to stop listening. */
	onDrawn(listener: () => void): () => void {
		this.on('drawn', listener);
		return () => {
			this.off('drawn', listener);
		};
	}

	/** Ink has drawn: in the middle of React's work, whose effects are still to come. */
	drawn(): void {
		queueMicrotask(() => {
			this.emit('drawn');
		});
	}

	/** The screen is ours and empty, or unknown: paint all of it. */
	open(): void {
		this.#isOpen = true;
		this.repaint();
	}

	/** The screen is somebody else's: frames are kept and not written. */
	close(): void {
		this.#isOpen = false;
	}

	/** Writes every line again, whatever the screen shows. */
	repaint(): void {
		this.#shown = undefined;
		this.#update();
	}

	/** Stops listening to the terminal. */
	dispose(): void {
		this.close();
		this.#target.off('resize', this.#onResize);
	}

	/** The lines as the screen shows them, without colours. */
	screenText(): readonly string[] {
		return (this.#shown ?? []).map(line => stripVTControlCharacters(line));
	}

	/** Ink erases and draws again while it hears of a resize: that is one update, and one even if Ink finds its frame unchanged. */
	readonly #onResize = (): void => {
		this.#isHeld = true;
		this.emit('resize');
		this.#isHeld = false;
		this.repaint();
	};

	#update(): void {
		if (!this.#isOpen || this.#isHeld) {
			return;
		}

		const next = Array.from({length: this.size().rows}, (_, row) => this.#frame[row] ?? '');
		const lines = (this.#shown ? '' : to(0) + `${csi}2J`) + changedLines(this.#shown, next);
		const cursor = cursorText(this.#cursor);
		if (lines !== '' || cursor !== this.#shownCursor) {
			this.#shown = next;
			this.#shownCursor = cursor;
			this.#target.write(beginUpdate + (lines === '' ? '' : hideCursor + plain + lines) + cursor + endUpdate);
		}
	}
}
