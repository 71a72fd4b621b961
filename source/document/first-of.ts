import {formatNumber} from './format-number.ts';

/** The first of many in one line, and how many more there are. */
export const firstOf = (texts: readonly string[], most = 5): string =>
	`${texts.slice(0, most).join(', ')}${texts.length > most ? ` and ${formatNumber(texts.length - most)} more` : ''}`;
