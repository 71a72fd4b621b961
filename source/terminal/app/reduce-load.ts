import {withDecided} from '../../investigation/doubt.ts';
import type {Progress} from '../../investigation/investigation.ts';
import type {LoadAction} from './actions.ts';
import {loadStart, type LoadingFile, type LoadState} from './load-state.ts';
import {noMarks} from './marks.ts';
import {customersStart} from '../screens/customers/customers-state.ts';
import {leadsStart} from '../screens/leads/leads-state.ts';
import {sourcesStart} from '../screens/sources/sources-state.ts';
import type {State} from './state.ts';

const newFile = (path: string): LoadingFile => ({path, preview: [], bytes: 0, records: 0});

const withFile = (load: LoadState, path: string, change: Partial<LoadingFile>): LoadState => {
	const known = load.files.some(file => file.path === path);
	const files = known ? load.files : [...load.files, newFile(path)];
	return {...load, files: files.map(file => file.path === path ? {...file, ...change} : file)};
};

/** One thing that the load told. */
export const reduceProgress = (load: LoadState, progress: Progress): LoadState => {
	switch (progress.kind) {
		case 'found': {
			return {...load, found: {files: progress.files, bytes: progress.bytes}};
		}

		case 'preview': {
			return withFile(load, progress.path, {format: progress.format, preview: progress.events, ...(progress.mapping ? {mapping: progress.mapping} : {})});
		}

		case 'loading': {
			const {bytes, ofBytes, records} = progress;
			return withFile(load, progress.path, {bytes, ofBytes, records});
		}

		case 'loaded': {
			const {source} = progress;
			return withFile(load, source.path, {format: source.format, source, bytes: source.bytes, ofBytes: source.bytes, records: source.records.read});
		}

		case 'failed': {
			return withFile(load, progress.source.path, {error: progress.source.error});
		}

		case 'phase': {
			return {...load, phase: progress.text};
		}

		// It concerns what was requested, or how it is kept.
		case 'noted':
		case 'decided': {
			return load;
		}
	}
};

/** What a person decided is from then on as if it had been requested: `c` shows it, and loading again does not ask. */
const requestAfter = (request: State['request'], progress: Progress): State['request'] =>
	progress.kind === 'decided' ? withDecided(request, progress.decided) : request;

/** What was answered about exports that are loaded again is no answer any more; a question that failed for it is none. */
const unasked = ({revision, eventsRevision}: State): Pick<State, 'revision' | 'eventsRevision' | 'answers' | 'stopped' | 'customers' | 'sources' | 'leads'> =>
	({revision: revision + 1, eventsRevision: eventsRevision + 1, answers: {}, stopped: false, customers: customersStart, sources: sourcesStart, leads: leadsStart});

export const reduceLoad = (state: State, action: LoadAction): State => {
	switch (action.type) {
		case 'progress': {
			const load = action.progress.reduce(reduceProgress, state.load);
			const rest = load.rested ? {rested: false, startedAt: action.now} : {};
			return {...state, request: action.progress.reduce(requestAfter, state.request), load: {...load, ...rest, now: action.now}};
		}

		case 'loaded': {
			const load: LoadState = {...state.load, status: 'complete', now: action.now};
			return {...state, ...unasked(state), load, facts: action.facts, zones: zonesOf(state, action.facts), layers: state.layers.filter(({kind}) => kind !== 'quit')};
		}

		case 'load-failed': {
			return {...state, load: {...state.load, status: 'failed', failure: action.failure}};
		}

		case 'load-cancelled': {
			return {...state, load: {...state.load, status: 'cancelled', asked: undefined}};
		}

		case 'load-again': {
			return {
				...state, ...unasked(state), attempt: state.attempt + 1, load: loadStart(action.now, action.review), facts: undefined, changed: [], layers: [],
				marks: noMarks, citing: undefined, finding: undefined, awaitsRecord: false, overlay: undefined, rangeStart: undefined, screen: 'explore',
			};
		}

		case 'doubt': {
			return {...state, load: {...state.load, asked: action.asked}};
		}

		case 'decide': {
			const {decision} = action;
			return {...state, load: {...state.load, asked: undefined, decision, decisions: state.load.decisions + 1, rested: true}};
		}
	}
};

/** The zones that `z` goes through: those known before, and those that the exports were read in. */
const zonesOf = (state: State, {sources}: {readonly sources: ReadonlyArray<{readonly timezone: {readonly name: string}}>}): readonly string[] =>
	[...new Set([...state.zones, ...sources.map(({timezone}) => timezone.name)])];
