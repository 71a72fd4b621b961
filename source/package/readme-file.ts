import {formatCount, formatNumber} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import type {CaseFileContents} from './contents.ts';
import {everyAudience, type PackageContext, type PackageFile} from './payload.ts';

const files: ReadonlyArray<readonly [path: string, what: string]> = [
	['limitations.md', 'what this case file cannot say, and why: read it first'],
	['affected/customers.csv', 'the affected customers: one line each, with a column per kind of data ("data:name" and "data:email" beside the contact)'],
	['affected/exposures.csv', 'customer by kind of data by user account, with the evidence ids'],
	['evidence/records.ndjson', 'every matching record as the export holds it, with its place in the export ("duplicates": where the same event stands again; "raw_b64": an export that is not UTF-8): one JSON object a line'],
	['inventory/sources.csv', 'the exports with their hashes, and how many records were read, kept, duplicate and rejected'],
	['inventory/rejected.ndjson', 'every record that was not understood, with the reason'],
	['method/query.json', 'the question, how each export was read, and the counts'],
	['VERIFY.txt', 'how to check with tools of your own that nothing was altered'],
];

const range = ({affected}: CaseFileContents): string => {
	const least = formatNumber(affected.atLeast);
	if (affected.atMost === undefined) {
		return `at least ${least}, with no upper bound`;
	}

	return affected.atMost === affected.atLeast ? least : `at least ${least}, at most ${formatNumber(affected.atMost)}`;
};

const status = ({reviewedBy}: CaseFileContents): string => reviewedBy === undefined ? 'NOT REVIEWED (draft)' : `reviewed by ${visibleText(reviewedBy)}`;

const text = function * ({contents, tally}: PackageContext): Generator<string> {
	yield `${visibleText(contents.title ?? 'Case file: who saw which customers\' data')}\n\n`;
	yield `Made for:          ${contents.audience}\n`;
	yield `Status:            ${status(contents)}\n`;
	yield `Made at:           ${contents.now.toISOString()} with ${contents.tool.name} ${visibleText(contents.tool.version)}\n`;
	yield `Investigator:      ${visibleText(contents.investigator ?? 'not stated')}\n`;
	yield `Reason:            ${visibleText(contents.reason)}\n`;
	yield `Question:          ${visibleText(contents.filter.sentence)}\n`;
	yield `As a filter:       ${visibleText(contents.filter.text)}\n\n`;
	yield `Customers accessed: ${range(contents)}. "Accessed" means that a user account reached their data,\nnot that it was disclosed to anyone.\n`;
	yield `Named here:        ${formatCount(tally.customers, 'customer')}, ${formatCount(tally.exposures, 'exposure')}, ${formatCount(tally.evidence, 'evidence record')}\n`;
	yield `Exports:           ${formatCount(contents.sources.length, 'file')}; ${formatCount(tally.rejected, 'record')} not understood\n\n`;
	yield 'All times are in UTC. Logs name user accounts, not persons.\n';
	yield 'In the tables a value that a spreadsheet would take for a formula has a \' before it, and characters that cannot be seen\nare written as symbols such as \u2418 or \u27E8U+202E\u27E9. The evidence is never altered.\n\nFiles in this folder\n';
	for (const [path, what] of files) {
		yield `  ${path.padEnd(28)}${what}\n`;
	}
};

export const readmeFile: PackageFile = {path: 'data/README.txt', audiences: everyAudience, text};
