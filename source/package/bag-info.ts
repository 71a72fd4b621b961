import {visibleText} from '../document/visible-text.ts';
import type {CaseFileContents} from './contents.ts';
import {isRestricted, namesSomebody, withheld} from './withhold.ts';

export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What marks a bag as a case file of ours, in bag-info.txt. */
export const caseFileFormat = 'whosaw-casefile/1';

/** `octets` and `files` of the payload. One line an element; an absent value leaves its element out. */
export const bagInfo = (contents: CaseFileContents, payload: {readonly octets: number; readonly files: number}): string => {
	const restricted = isRestricted(contents.audience);
	const told = (text: string | undefined): string | undefined => restricted && text !== undefined && namesSomebody(text, contents.identifiers) ? withheld : text;
	const head = contents.case.journal.at(-1);
	const elements: ReadonlyArray<readonly [label: string, value: string | undefined]> = [
		['Source-Organization', told(contents.agency)],
		['External-Description', told(contents.title)],
		['Bagging-Date', contents.now.toISOString().slice(0, 10)],
		['Bag-Software-Agent', `${contents.tool.name} ${contents.tool.version}`],
		['Payload-Oxum', `${payload.octets}.${payload.files}`],
		['Whosaw-Format', caseFileFormat],
		['Whosaw-Audience', contents.audience],
		['Whosaw-Made-At', contents.now.toISOString()],
		['Whosaw-Investigator', contents.audience === 'customers' ? undefined : told(contents.investigator)],
		['Whosaw-Journal-Head', head && `${head.seq} ${head.hash}`],
		['Whosaw-Supersedes', contents.supersedes],
		contents.reviewedBy === undefined ? ['Whosaw-Draft', 'not reviewed'] : ['Whosaw-Reviewed-By', told(contents.reviewedBy)],
	];
	return elements
		.filter(([, value]) => value !== undefined && value.trim() !== '')
		.map(([label, value]) => `${label}: ${visibleText(value ?? '').trim()}\n`)
		.join('');
};
