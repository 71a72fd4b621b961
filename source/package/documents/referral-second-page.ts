import {bullets, factsBlock, heading, paragraph, type Block} from '../../document/blocks.ts';
import {formatNumber} from '../../document/format-number.ts';
import type {PackageContext} from '../payload.ts';
import {clip} from './account-words.ts';
import {files, originals, type Exhibit} from './exhibits.ts';
import {controllersOf, factWords, holdOf} from './fact-words.ts';
import {clipName, type Detail} from './referral-detail.ts';

type Listing = {readonly detail: Detail; readonly rows: number; readonly caption: string; readonly where: string};

const exhibitTable = (all: readonly Exhibit[], {detail, rows, caption, where}: Listing): readonly Block[] => all.length === 0 ? [] : [
	{
		kind: 'table', caption, small: true,
		columns: [{title: '', share: 0.5}, {title: 'file', share: 2.6}, {title: 'what it is', share: 1.6}, {title: 'sha256', share: 6.3}],
		rows: all.slice(0, rows).map(({mark, name, what, sha256}) => [mark, clipName(name, 60, detail), what, sha256]),
	},
	...(all.length > rows ? [paragraph(`and ${formatNumber(all.length - rows)} more: ${where}`)] : []),
];

/** Who can say how an original came to be, who examined it, who confirmed it. */
const witnesses = ({contents}: PackageContext, detail: Detail): readonly Block[] => {
	const exporters = [...new Set(contents.sources.flatMap(({acquisition}) => acquisition?.exportedBy ?? []))];
	const unsaid = contents.sources.filter(({acquisition}) => acquisition?.exportedBy === undefined).length;
	const contacts = controllersOf(contents.case.facts).flatMap(({name, contact, dpo}) => [contact, dpo].flatMap(who => who === undefined ? [] : [name === undefined ? who : `${who} (${name})`]));
	const exported = [exporters.join('; '), unsaid > 0 ? `nobody is named for ${formatNumber(unsaid)} of ${formatNumber(contents.sources.length)} originals` : ''].filter(part => part !== '').join('; ');
	return [heading('Who can testify'), factsBlock([
		['To the originals', clip(exported, detail.text)],
		['To the examination', clipName(contents.investigator ?? 'nobody is named', 120, detail)],
		['To the review', clipName(contents.reviewedBy ?? 'nobody: not reviewed', 120, detail)],
		['To the authority', contents.case.authorisedBy === undefined ? undefined : clipName(contents.case.authorisedBy, 120, detail)],
		['Contact', clip([factWords(contents.case.facts['contact']), ...contacts].filter(part => part !== undefined).join('; '), detail.text)],
	])];
};

const toPreserve = (hasHold: boolean): readonly string[] => [
	'The originals listed above, unchanged, on media that cannot be written; their hashes must stay as they are here.',
	'The logs of the same systems before and after the period, and of systems that are not in this file (mail, file sharing, VPN, sign-in, badge readers): many are deleted by age.',
	'The records of the accounts of interest in the directory and the sign-in service: who held them, from when to when, password and second-factor changes, sessions.',
	'Devices and mailboxes that the accounts were used from, and what customers received (messages with their full headers).',
	...(hasHold ? [] : ['Letters to customers are not held back: no police or counsel hold stands in the facts. Say so if one is needed.']),
];

/** Exhibits, who can testify, what to preserve, what it does not show, how to check it. */
export const secondPage = (context: PackageContext, detail: Detail): readonly Block[] => {
	const hold = holdOf(context.contents.case.facts);
	return [
		heading('Exhibits: the originals'),
		...exhibitTable(originals(context), {detail, rows: detail.rows, caption: 'Original exports, which are not in this bag', where: 'data/inventory/sources.csv'}),
		heading('Exhibits: files of this bag'),
		...exhibitTable(files(context), {detail, rows: detail.rows + 1, caption: 'Files of this bag', where: 'manifest-sha256.txt, as all files'}),
		...witnesses(context, detail),
		heading('What to preserve'),
		bullets(toPreserve(hold !== undefined)),
		...(hold === undefined ? [] : [paragraph(clip(`A hold stands: ${hold}. Letters to customers are held back.`, detail.text))]),
		heading('What this does not show'),
		bullets([
			'Who sat behind an account: the logs name accounts, not persons.',
			'What was done with data after it was reached; and what a system does not log.',
			...(context.contents.case.leads === undefined ? [] : ['Who leaked anything: data/leads/leads.json is an inference, and nothing on these pages rests on it.']),
			'More limits, each with its reason, stand in data/limitations.md.',
		]),
		heading('How to check it'),
		paragraph('In the folder that holds bagit.txt: sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt. Signature, time stamp and single records: data/VERIFY.txt.'),
	];
};
