const grouped = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});

/** `1234567` → `1,234,567`, the same on every machine whatever its language. */
export const formatNumber = (value: number): string => Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : grouped.format(value);

/** `1 customer`, `5,558 customers`. `plural` where an `s` is not enough. */
export const formatCount = (value: number, singular: string, plural = `${singular}s`): string =>
	`${formatNumber(value)} ${value === 1 ? singular : plural}`;

const units = ['kB', 'MB', 'GB', 'TB', 'PB'];

/** Decimal units as disks are sold: `999 bytes`, `1.1 GB`. */
export const formatBytes = (bytes: number): string => {
	if (bytes < 1000) {
		return formatCount(bytes, 'byte');
	}

	let value = bytes / 1000;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}

	return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;
};

/** `12.5%`; `0%` and `100%` only when they are exact. */
export const formatPercent = (part: number, whole: number): string => {
	if (whole === 0 || part === 0) {
		return '0%';
	}

	const percent = part / whole * 100;
	return part === whole ? '100%' : `${Math.min(99.9, Math.max(0.1, percent)).toFixed(1)}%`;
};
