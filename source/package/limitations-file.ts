import {formatCount} from '../document/format-number.ts';
import {escapeMarkdown} from '../document/markdown.ts';
import type {CaseFileContents, PackagedSource} from './contents.ts';
import {inference, leadsFile} from './leads-file.ts';
import {everyAudience, type PackageContext, type PackageFile} from './payload.ts';
import {told} from './withhold.ts';

const file = 'data/limitations.md';

/** What the program says of its options to whoever runs it is nothing to the reader of a case file. */
export const withoutHints = (sentence: string): string => {
	const plain = sentence.replaceAll(/ \((?=[^()]*(?:--[a-z]|whosaw ))[^()]*\)/g, '');
	const parts = plain.split(/(?<=\.) (?=\p{Lu})/u);
	const kept = parts.filter(part => !/(?:^|\s)--[a-z]/.test(part));
	return kept.length > 0 ? kept.join(' ') : plain;
};

const always = [
	'Accounts, not persons: the logs name user accounts. Who sat behind an account is not in them.',
	'An access shows that data was reached. It does not show what was done with it afterwards.',
	'No rows is not no access: what a system does not log, or an export leaves out, cannot be in this file.',
];

const ofSource = (source: PackagedSource, hashed: boolean): readonly string[] => {
	const {acquisition, path} = source;
	const unsaid = [
		[acquisition?.exportedBy, 'who exported it'], [acquisition?.system, 'from which system'],
		[acquisition?.selection, 'whether it is all or a selection'], [acquisition?.hashTaken, 'when its hash was taken'],
	].filter(([said]) => said === undefined).map(([, what]) => what);
	return [
		...(unsaid.length > 0 ? [`${path}: nobody said ${unsaid.join(', ')}.`] : []),
		...(source.incomplete ? [`${path} is torn or damaged: there was more.`] : []),
		...(source.timezone.assumed ? [`${path}: times without an offset were read as ${source.timezone.name}, which is assumed.`] : []),
		...(source.records.rejected > 0 ? [`${path}: ${formatCount(source.records.rejected, 'record')} could not be understood and took no part (inventory/rejected.ndjson).`] : []),
		...(hashed ? [] : [`${path} could not be hashed again after the analysis.`]),
	];
};

const ofRange = ({affected}: CaseFileContents): readonly string[] => affected.atMost === undefined
	? [`There is no upper bound for the number of affected customers: ${formatCount(affected.unknownEvents, 'event')} may have reached customers that no log names.`]
	: [];

/** What a case asks for when it is made. */
const missing = ({case: {purpose, authorisedBy, legalBasis, scope}}: CaseFileContents): readonly string[] => ([
	['the purpose of the examination', purpose], ['who authorised it', authorisedBy], ['its legal basis', legalBasis], ['its scope', scope],
] as const).filter(([, said]) => said === undefined).map(([what]) => `Nobody said ${what}.`);

/** An inference beside facts is taken for one unless it is said. */
const leadsOf = (contents: CaseFileContents): readonly string[] => leadsFile.audiences.includes(contents.audience) && leadsFile.when!(contents) ? [`leads/leads.json: ${inference}`] : [];

const sentences = ({contents, tally}: PackageContext): ReadonlySet<string> => new Set([
	...contents.limitations.map(sentence => withoutHints(sentence)),
	...ofRange(contents),
	...contents.sources.flatMap(source => ofSource(source, tally.hashedAgain.has(source.path))),
	...contents.failed.map(source => `${source.path} could not be read and took no part: ${source.error}.`),
	...contents.skipped.map(({path, reason}) => `${path} was left out: ${reason}.`),
	...(contents.reviewedBy === undefined ? ['No second person has reviewed this file: it is a draft.'] : []),
	...contents.case.otherDataObstacles.map(obstacle => `The records do not let us exclude other data of the customers: ${obstacle}.`),
	...contents.case.selections.filter(({matched, now}) => matched.hash !== now.hash).map(({number, matched, now}) => `Selection ${number} matches ${formatCount(now.accesses, 'access', 'accesses')} now and matched ${matched.accesses} when it was accepted.`),
	...contents.case.selections.filter(({beyondScope}) => beyondScope).map(({number}) => `Selection ${number} reaches beyond the authorised scope.`),
	...missing(contents),
	...leadsOf(contents),
	...always,
]);

const text = function * (context: PackageContext): Generator<string> {
	yield '# Limitations\n\nWhat this case file cannot say, and why. Read it before you rely on a number.\n\n';
	for (const sentence of sentences(context)) {
		yield `- ${escapeMarkdown(told(context, file, context.paths.inText(sentence)))}\n`;
	}
};

export const limitationsFile: PackageFile = {path: file, about: 'what this case file cannot say, and why: read it first', audiences: everyAudience, text};
