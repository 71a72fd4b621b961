import {writeSync} from 'node:fs';

const csi = '\u001B[';

/** Alternate screen, no autowrap, cursor hidden, pastes marked. The window's contents are saved by the terminal. */
export const enterScreen = `${csi}?1049h${csi}?7l${csi}?25l${csi}?2004h${csi}0m${csi}2J${csi}H`;

/** The reverse, and the end of an update that was broken off. */
export const leaveScreen = `${csi}?2026l${csi}0m${csi}?2004l${csi}?25h${csi}?7h${csi}?1049l`;

/** For a screen reader: the screen stays as it is. */
export const enterLines = `${csi}?2004h`;
export const leaveLines = `${csi}0m${csi}?2004l${csi}?25h`;

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';

/**
Writes before it returns, because the process may be about to end. A terminal that is busy is asked again for half a second; one that
has gone is no reason to fail.
*/
export const writeNow = (descriptor: number, text: string): void => {
	const sleeper = new Int32Array(new SharedArrayBuffer(4));
	let bytes = Buffer.from(text);
	for (let attempt = 0; attempt < 100 && bytes.length > 0; attempt++) {
		try {
			bytes = bytes.subarray(writeSync(descriptor, bytes));
		} catch (error) {
			if (!isBusy(error)) {
				return;
			}

			Atomics.wait(sleeper, 0, 0, 5);
		}
	}
};
