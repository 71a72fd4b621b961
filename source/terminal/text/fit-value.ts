import {visibleText} from '../../document/visible-text.ts';
import {fitText, type Align} from './fit-text.ts';

/** A value from a log, safe to print, in exactly `width` columns. Only what can be seen of a very long value is looked at. */
export const fitValue = (value: string, width: number, align: Align = 'left'): string => {
	const most = Math.max(0, width) * 16 + 64;
	return fitText(visibleText(value.length > most ? value.slice(0, most) : value), width, align);
};
