import {PassThrough} from 'node:stream';
import type {LoadRequest, StreamingInvestigation} from '../../source/investigation/investigation.ts';
import {flagsOf} from '../../source/options/flags.ts';
import {bindOptions, chooseCommand, sortWords} from '../../source/options/parse-arguments.ts';
import {readingOf} from '../../source/options/read-options.ts';
import type {Call, Screen} from '../../source/report/call.ts';
import {sampleAnswer, sampleEvent, sampleSource} from './sample-report.ts';

const unasked = async (): Promise<never> => {
	throw new Error('nobody asks this');
};

/** An investigation that answers with the sample, whatever is asked. */
export const sampleInvestigation: StreamingInvestigation = {
	sources: [sampleSource], failed: [], skipped: [], notes: [], newest: sampleEvent.at, loaded: {events: 7, customers: 3}, leaked: [], lists: [],
	answer: async () => sampleAnswer,
	events: async ({offset, limit}) => [sampleEvent, {...sampleEvent, id: 'f00d-2'}].slice(offset, offset + limit),
	countEvents: async () => 2,
	async * rejections() {
		yield {path: sampleSource.path, rejection: {record: 4, byte: 210, reason: 'time not understood: "31/31/2020"', raw: '31/31/2020,eve@example.com'}};
	},
	whatEmptied: async () => 'employee:E9999',
	export: async ({directory}) => ({directory, files: 12, bytes: 34_567, customers: 3, records: 4, sha256: 'ab'.repeat(32)}),
	async close() {/* nothing is held */},
	firstRejections: unasked, leads: unasked, accounts: unasked, totals: unasked, facet: unasked, matched: unasked, evidenceHashes: unasked, packagedAccounts: unasked, packagedIdentities: unasked, resolutions: async () => undefined, timeline: unasked, customers: unasked, unlisted: unasked, writeRule: unasked, findEvent: unasked, coverage: unasked, exposures: unasked, record: unasked, changedFiles: unasked, prepareCounts: unasked, suggest: unasked, previewList: unasked,
};

const screen = (isTTY: boolean): Screen & {readonly text: () => string} => {
	const stream = new PassThrough();
	const pieces: string[] = [];
	stream.on('data', piece => pieces.push(String(piece)));
	return Object.assign(stream, {isTTY, text: () => pieces.join('')});
};

/** A call with these arguments, and what came of it. */
export const fakeCall = (args: readonly string[], {investigation = sampleInvestigation, watched = false, environment = {}}: {
	readonly investigation?: StreamingInvestigation;
	/** A person looks at stderr. */
	readonly watched?: boolean;
	readonly environment?: Call['environment'];
} = {}) => {
	const words = sortWords(args);
	const {command, operands} = chooseCommand(words, () => true);
	const flags = flagsOf({command, given: bindOptions(command, words), environment});
	const [stdout, stderr] = [screen(false), screen(watched)];
	const requests: LoadRequest[] = [];
	let closed = 0;
	const call: Call = {
		command, operands, flags, stdout, stderr, environment, version: '0.1.0', now: () => new Date(0), signal: new AbortController().signal,
		request: {paths: operands, ...readingOf(flags)},
		async open(request, {onProgress} = {}) {
			requests.push(request);
			onProgress?.({kind: 'loading', path: 'exports/crm.csv', bytes: 5, ofBytes: 10, records: 1200});
			return {...investigation, async close() {
				closed++;
			}};
		},
	};
	return {call, requests, out: stdout.text, told: stderr.text, closed: () => closed};
};
