import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {holdsPayloads} from '../../case/destroy-payloads.ts';
import type {CaseState} from '../../case/case-state.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import {formatBytes, formatCount} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {holdsDisposable} from './disposable-files.ts';

export const certificateName = 'disposal-certificate.txt';

type Disposed = NonNullable<CaseState['disposed']>;

const listed = (title: string, lines: readonly string[]): readonly string[] => lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)];

/** What was destroyed and what stays, in words. It follows from the journal alone, so that whoever finishes what another began writes the same. */
export const certificateText = ({reason, retainedUntil, payloads, files = [], packages = [], by, at, seq}: Disposed, lines: readonly JournalLine[]): string => [
	'CERTIFICATE OF DISPOSAL',
	'',
	`The case was disposed of on ${at} by ${visibleText(by.name)} (${visibleText(by.id)}).`,
	`Reason: ${visibleText(reason)}`,
	...(retainedUntil === undefined ? [] : [`It had to be kept until: ${visibleText(retainedUntil)}`]),
	'No police or counsel hold stood in the facts of the case.',
	...listed('Destroyed', [
		`${formatCount(payloads, 'payload')} of the journal: what was done in the acts before act ${seq}`,
		...files.map(({path, bytes, sha256}) => `${visibleText(path)}  ${formatBytes(bytes)}  sha256 ${sha256}`),
	]),
	...listed('What stays', [
		`the journal without payloads: who acted, when, and how the acts follow each other`,
		`  first act  ${lines[0]?.hash ?? ''}`,
		`  last act   ${lines.find(line => line.seq === seq)?.hash ?? ''}`,
		'the exports and packages outside of this folder: they were not touched',
	]),
	...listed('Packages that were exported before', packages.map(({audience, sha256, at: when}) => `${when.slice(0, 10)}  ${visibleText(audience)}  tagmanifest-sha256.txt ${sha256}`)),
	'',
	'The files were removed from this folder. What the disk, its snapshots and its backups',
	'still hold, whosaw cannot know.',
	'To check it: whosaw verify on this folder.',
	'',
].join('\n');

/** Whether everything that was to be destroyed is, and the certificate says so. */
export const isFinished = (folder: string, {disposed}: CaseState, lines: readonly JournalLine[]): boolean => {
	if (!disposed || holdsPayloads(lines) || holdsDisposable(folder)) {
		return false;
	}

	try {
		return readFileSync(join(folder, certificateName), 'utf8') === certificateText(disposed, lines);
	} catch {
		return false;
	}
};
