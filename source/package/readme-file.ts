import {formatCount, formatNumber} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {countFiles} from '../records/source.ts';
import type {CaseFileContents} from './contents.ts';
import {languageNote} from './documents/letters/stated-languages.ts';
import {everyAudience, type PackageContext, type PackageFile} from './payload.ts';
import {isRestricted, told} from './withhold.ts';

const range = ({affected}: CaseFileContents): string => {
	const least = formatNumber(affected.atLeast);
	if (affected.atMost === undefined) {
		return `at least ${least}, with no upper bound`;
	}

	return affected.atMost === affected.atLeast ? least : `at least ${least}, at most ${formatNumber(affected.atMost)}`;
};

const status = ({reviewedBy}: CaseFileContents): string => reviewedBy === undefined ? 'NOT REVIEWED (draft)' : `reviewed by ${visibleText(reviewedBy)}`;

const path = 'data/README.txt';

/** What the case says, as far as the audience may know it. */
const particulars = function * (context: PackageContext): Generator<string> {
	const {contents, tally} = context;
	if (isRestricted(contents.audience)) {
		return;
	}

	yield `Investigator:      ${visibleText(contents.investigator ?? 'not stated')}\n`;
	yield `Reason:            ${visibleText(contents.reason)}\n`;
	yield `Question:          ${visibleText(contents.filter.sentence)}\n`;
	yield `As a filter:       ${visibleText(contents.filter.text)}\n`;
	yield `Named here:        ${formatCount(tally.customers, 'customer')}, ${formatCount(tally.exposures, 'exposure')}, ${formatCount(tally.evidence, 'evidence record')}\n`;
};

/** The three counts, each with what it rests on; a bag of letters tells nobody how many others there are. */
const counts = function * (context: PackageContext): Generator<string> {
	const {contents} = context;
	if (contents.audience === 'customers') {
		return;
	}

	const {accessed, withoutSupportedReason, corroborated} = contents.case.counts;
	yield `\nCustomers accessed: ${range(contents)}. "Accessed" means that a user account reached their data,\nnot that it was disclosed to anyone.\n`;
	yield `  accessed                       ${formatNumber(accessed.customers).padStart(9)}  ${visibleText(told(context, path, accessed.basis))}\n`;
	yield `  without a supported reason     ${formatNumber(withoutSupportedReason.customers).padStart(9)}  ${visibleText(told(context, path, withoutSupportedReason.basis))}\n`;
	yield `  corroborated as disclosed      ${formatNumber(corroborated.customers).padStart(9)}  ${visibleText(told(context, path, corroborated.basis))}\n`;
	yield `Exports:           ${formatCount(countFiles(contents.sources), 'file')}; ${formatCount(contents.sources.reduce((sum, {records}) => sum + records.rejected, 0), 'record')} not understood\n`;
};

const letters = function * ({audience, case: {facts}}: CaseFileContents): Generator<string> {
	const note = audience === 'customers' ? languageNote(facts) : undefined;
	if (note !== undefined) {
		yield `\n${note}\n`;
	}
};

const text = function * (context: PackageContext): Generator<string> {
	const {contents, files} = context;
	yield `${visibleText(told(context, path, contents.title ?? 'Case file: who saw which customers\' data'))}\n\n`;
	yield `Made for:          ${contents.audience}\n`;
	yield `Status:            ${told(context, path, status(contents))}\n`;
	yield `Made at:           ${contents.now.toISOString()} with ${contents.tool.name} ${visibleText(contents.tool.version)}\n`;
	yield * particulars(context);
	yield * counts(context);
	yield * letters(contents);
	yield '\nAll times are in UTC. Logs name user accounts, not persons.\n';
	yield 'In the tables a value that a spreadsheet would take for a formula has a \' before it, and characters that cannot be seen\nare written as symbols such as \u2418 or \u27E8U+202E\u27E9. The evidence is never altered, but for card numbers, of which four digits stay.\n\nFiles in this folder\n';
	for (const {path: name, about} of files) {
		yield `  ${name.slice('data/'.length).padEnd(36)}${about}\n`;
	}
};

export const readmeFile: PackageFile = {path, about: 'what this is', audiences: everyAudience, text};
