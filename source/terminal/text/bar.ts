const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

const clamp = (fraction: number): number => Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;

/**
A bar of exactly `width` columns. Full only when the fraction is 1 and empty only when it is 0, so that "done" and "nothing" are true.
*/
export const smoothBar = (fraction: number, width: number): string => {
	const part = clamp(fraction);
	const steps = Math.max(0, width) * 8;
	const filled = part === 0 || part === 1 ? part * steps : Math.min(steps - 1, Math.max(1, Math.round(part * steps)));
	const bar = '█'.repeat(Math.floor(filled / 8)) + (eighths[filled % 8] ?? '');
	return bar + ' '.repeat(Math.max(0, width - bar.length));
};

/** For progress: `▓▓▓░░░`, which shows its end without a frame. */
export const progressBar = (fraction: number, width: number): string => {
	const room = Math.max(0, width);
	const filled = Math.floor(clamp(fraction) * room);
	return '▓'.repeat(filled) + '░'.repeat(room - filled);
};
