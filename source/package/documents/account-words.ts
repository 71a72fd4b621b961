import {formatCount, formatNumber} from '../../document/format-number.ts';
import {graphemesOf} from '../../document/graphemes.ts';
import {visibleText} from '../../document/visible-text.ts';
import {formatInstant} from '../../records/instant.ts';
import type {Affected} from '../../records/answer.ts';
import {dataTypes} from '../../records/data-type.ts';
import type {CaseFileContents} from '../contents.ts';

/** At least and at most, in words. */
export const rangeWords = ({atLeast, atMost}: Affected): string => {
	if (atMost === undefined) {
		return `at least ${formatCount(atLeast, 'customer')}, with no upper bound`;
	}

	return atMost === atLeast ? formatCount(atLeast, 'customer') : `${formatNumber(atLeast)} to ${formatCount(atMost, 'customer')}`;
};

/** `2020-10-01 09:00`, under a title that says UTC. */
export const minuteCell = (at: number): string => formatInstant(at).slice(0, 16).replace('T', ' ');

export const minuteWords = (at: number): string => `${minuteCell(at)} UTC`;

/** The three counts as rows of a table, each with what it rests on. */
export const countRows = (contents: CaseFileContents): ReadonlyArray<readonly [level: string, customers: string, basis: string]> => {
	const {accessed, withoutSupportedReason, corroborated} = contents.case.counts;
	return [
		['accessed', formatNumber(accessed.customers), accessed.basis],
		['accessed without a supported reason', formatNumber(withoutSupportedReason.customers), withoutSupportedReason.basis],
		['corroborated as disclosed', formatNumber(corroborated.customers), corroborated.basis],
	];
};

/** First and last access of the accounts; undefined when there was none. */
export const spanOf = (contents: CaseFileContents): {readonly first: number; readonly last: number} | undefined => {
	const {accounts} = contents.case;
	return accounts.length === 0 ? undefined : {
		first: accounts.reduce((least, {firstAt}) => Math.min(least, firstAt), Infinity),
		last: accounts.reduce((most, {lastAt}) => Math.max(most, lastAt), -Infinity),
	};
};

const titles = new Map(dataTypes.map(({id, title}) => [id, title]));

/** `E-mail address`; a data type that is only an id stays what it is. */
export const dataTypeWords = (id: string): string => id === 'unknown' ? 'not said by the log' : titles.get(id) ?? id.replace(/^custom:/, '');

/** The status that stands on every page. */
export const reviewWords = ({reviewedBy}: CaseFileContents): string => reviewedBy === undefined ? 'NOT REVIEWED' : `Reviewed by ${reviewedBy}`;

export const titleOf = (contents: CaseFileContents): string => contents.title ?? 'Access to customer data';

/** Cut at a length that a page can hold, counted as it will be shown: what cannot be seen is named there, and takes as much as its name. */
export const clip = (text: string, length: number): string => {
	let kept = '';
	let shown = 0;
	for (const character of graphemesOf(text)) {
		shown += [...visibleText(character)].length;
		if (shown > length) {
			return `${kept}…`;
		}

		kept += shown < length ? character : '';
	}

	return text;
};
