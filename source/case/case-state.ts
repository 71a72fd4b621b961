import type {AcquisitionFacts, Act, CaseSource, Created, Disposal, Facts, Matched, Person} from './acts.ts';
import {revisionActs} from './acts.ts';
import type {JournalLine} from './journal-line.ts';
import {partSuffix} from '../records/source.ts';

/** A named filter in the case, with what it matched. */
export type Selection = {
	readonly number: number;
	readonly seq: number;
	readonly filter: string;
	readonly reason: string;
	/** sha256 of the sources that it was made on, or last accepted on. */
	readonly sources: readonly string[];
	readonly matched: Matched;
	readonly beyondScope: boolean;
	readonly by: Person;
	readonly at: string;
};

/** Accesses taken out of the selections. */
export type Exclusion = {readonly number: number; readonly seq: number; readonly filter: string; readonly reason: string; readonly matched: Matched; readonly by: Person; readonly at: string};

export type Note = {readonly seq: number; readonly text: string; readonly by: Person; readonly at: string};
export type LeakedList = {readonly seq: number; readonly path: string; readonly sha256: string; readonly given: number; readonly resolved: number; readonly at: string};
/** A list behind a bulk export, joined to its event. */
export type JoinedList = {readonly seq: number; readonly event: string; readonly path: string; readonly sha256: string; readonly given: number; readonly resolved: number; readonly inferred: number; readonly at: string};
export type DescribedSource = CaseSource & {readonly acquisition: AcquisitionFacts};

/** A case as its journal says it is. */
export type CaseState = {
	readonly created: (Created & {readonly by: Person; readonly at: string}) | undefined;
	readonly sources: readonly DescribedSource[];
	readonly selections: readonly Selection[];
	readonly exclusions: readonly Exclusion[];
	readonly notes: readonly Note[];
	readonly facts: Facts;
	readonly leaked: readonly LeakedList[];
	readonly lists: readonly JoinedList[];
	/** Of the present revision; absent: not reviewed. */
	readonly review: {readonly by: Person; readonly at: string} | undefined;
	/** Hash of the last act that changed what the case says, and its number; a review does not change what it reviews. */
	readonly revision: {readonly seq: number; readonly hash: string} | undefined;
	/** From then on nothing can be done to the case, and nothing is known of it but this. */
	readonly disposed: (Disposal & {readonly by: Person; readonly at: string; readonly seq: number}) | undefined;
};

export const emptyState: CaseState = Object.freeze({
	created: undefined, sources: [], selections: [], exclusions: [], notes: [], facts: {}, leaked: [], lists: [], review: undefined, revision: undefined, disposed: undefined,
});

/** Numbers that acts have taken, undone ones too. */
type Counters = {selections: number; exclusions: number};

const actOf = (line: JournalLine): Act | undefined => line.payload === undefined ? undefined : {act: line.act, payload: line.payload} as Act;

/** The numbers of the acts that were taken back. An undo can be undone. */
export const undoneActs = (lines: readonly JournalLine[]): ReadonlySet<number> => {
	const undone = new Set<number>();
	for (const line of lines.toReversed()) {
		const act = actOf(line);
		if (act?.act === 'undone' && !undone.has(line.seq)) {
			undone.add(act.payload.seq);
		}
	}

	return undone;
};

const replaced = <Item extends {readonly number: number}>(items: readonly Item[], number: number, change: Partial<Item>): readonly Item[] =>
	items.map(item => item.number === number ? {...item, ...change} : item);

const without = <Item extends {readonly number: number}>(items: readonly Item[], number: number): readonly Item[] => items.filter(item => item.number !== number);

const describe = (sources: readonly DescribedSource[], sha256: string, change: Partial<DescribedSource>): readonly DescribedSource[] =>
	sources.map(source => source.sha256 === sha256 ? {...source, ...change} : source);

/** Takes one act into the state. `counters` move on for undone acts too. */
const applied = (state: CaseState, act: Act, {line, counters}: {readonly line: JournalLine; readonly counters: Counters}): CaseState => {
	const {by, at, seq} = line;
	switch (act.act) {
		case 'case-created': {
			return {...state, created: {...act.payload, by, at}};
		}

		case 'source-added': {
			return {...state, sources: [...state.sources, {...act.payload, acquisition: {}}]};
		}

		case 'source-described': {
			const {sha256, acquisition} = act.payload;
			const known = state.sources.find(source => source.sha256 === sha256)?.acquisition ?? {};
			return {...state, sources: describe(state.sources, sha256, {acquisition: {...known, ...acquisition}})};
		}

		case 'source-relocated': {
			// Of a file that mixes formats each part moves with it.
			return {...state, sources: state.sources.map(source => source.sha256 === act.payload.sha256 ? {...source, path: `${act.payload.path}${partSuffix(source)}`} : source)};
		}

		case 'selection-added': {
			return {...state, selections: [...state.selections, {...act.payload, number: counters.selections, seq, by, at}]};
		}

		case 'selection-changed': {
			const {number, sources, matched} = act.payload;
			return {...state, selections: replaced(state.selections, number, {sources, matched})};
		}

		case 'selection-withdrawn': {
			return {...state, selections: without(state.selections, act.payload.number)};
		}

		case 'accesses-excluded': {
			const {filter, reason, matched} = act.payload;
			return {...state, exclusions: [...state.exclusions, {number: counters.exclusions, seq, filter, reason, matched, by, at}]};
		}

		case 'accesses-restored': {
			return {...state, exclusions: without(state.exclusions, act.payload.number)};
		}

		case 'note': {
			return {...state, notes: [...state.notes, {seq, text: act.payload.text, by, at}]};
		}

		case 'facts': {
			return {...state, facts: {...state.facts, ...act.payload.facts}};
		}

		case 'leaked-list-frozen': {
			return {...state, leaked: [...state.leaked, {seq, ...act.payload, at}]};
		}

		case 'event-list-joined': {
			return {...state, lists: [...state.lists, {seq, ...act.payload, at}]};
		}

		case 'reviewed': {
			return act.payload.revision === state.revision?.hash ? {...state, review: {by, at}} : state;
		}

		case 'disposed': {
			return {...state, disposed: {...act.payload, by, at, seq}};
		}

		default: {
			return state;
		}
	}
};

/** The state of a case: a pure fold over its journal, the same on any machine. */
export const stateOf = (lines: readonly JournalLine[]): CaseState => {
	const undone = undoneActs(lines);
	const counters: Counters = {selections: 0, exclusions: 0};
	let state = emptyState;
	for (const line of lines) {
		counters.selections += line.act === 'selection-added' ? 1 : 0;
		counters.exclusions += line.act === 'accesses-excluded' ? 1 : 0;
		const act = actOf(line);
		if (act && !undone.has(line.seq)) {
			state = applied(state, act, {line, counters});
		}

		if (revisionActs.has(line.act) && line.act !== 'reviewed') {
			// What was reviewed is no more what the case says.
			state = {...state, revision: {seq: line.seq, hash: line.hash}, review: undefined};
		}
	}

	return state;
};

/** Whether an act was taken back. */
export const isUndone = (lines: readonly JournalLine[], seq: number): boolean => undoneActs(lines).has(seq);
