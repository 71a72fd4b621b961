import {visibleText} from '../document/visible-text.ts';
import type {CaseFileContents} from './contents.ts';

export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What marks a bag as a case file of ours, in bag-info.txt. */
export const caseFileFormat = 'whosaw-casefile/1';

/** `octets` and `files` of the payload. One line an element; an absent value leaves its element out. */
export const bagInfo = (contents: CaseFileContents, payload: {readonly octets: number; readonly files: number}): string => {
	const elements: ReadonlyArray<readonly [label: string, value: string | undefined]> = [
		['Source-Organization', contents.agency],
		['External-Description', contents.title],
		['Bagging-Date', contents.now.toISOString().slice(0, 10)],
		['Bag-Software-Agent', `${contents.tool.name} ${contents.tool.version}`],
		['Payload-Oxum', `${payload.octets}.${payload.files}`],
		['Whosaw-Format', caseFileFormat],
		['Whosaw-Audience', contents.audience],
		['Whosaw-Made-At', contents.now.toISOString()],
		['Whosaw-Investigator', contents.investigator],
		['Whosaw-Supersedes', contents.supersedes],
		contents.reviewedBy === undefined ? ['Whosaw-Draft', 'not reviewed'] : ['Whosaw-Reviewed-By', contents.reviewedBy],
	];
	return elements
		.filter(([, value]) => value !== undefined && value.trim() !== '')
		.map(([label, value]) => `${label}: ${visibleText(value ?? '').trim()}\n`)
		.join('');
};
