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

/** What one thing that the load told says of a file. */
const fileChange = (progress: Progress): Partial<LoadingFile> & Pick<LoadingFile, 'path'> | undefined => {
	switch (progress.kind) {
		case 'preview': {
			return {path: progress.path, format: progress.format, preview: progress.events, ...(progress.mapping ? {mapping: progress.mapping} : {})};
		}

		case 'loading': {
			const {path, bytes, ofBytes, records} = progress;
			return {path, bytes, ofBytes, records};
		}

		case 'loaded': {
			const {source} = progress;
			return {path: source.path, format: source.format, source, bytes: source.bytes, ofBytes: source.bytes, records: source.records.read};
		}

		case 'failed': {
			return {path: progress.source.path, error: progress.source.error};
		}

		// It concerns the whole load, what was requested, or how it is kept.
		default: {
			return undefined;
		}
	}
};

/** Found by their paths once for all that was told: among ten thousand files a search for each would be a hundred million looks. */
const withFiles = (files: readonly LoadingFile[], told: readonly Progress[]): readonly LoadingFile[] => {
	const changes = told.flatMap(progress => fileChange(progress) ?? []);
	if (changes.length === 0) {
		return files;
	}

	const byPath = new Map(files.map(file => [file.path, file]));
	for (const change of changes) {
		byPath.set(change.path, {...byPath.get(change.path) ?? newFile(change.path), ...change});
	}

	return [...byPath.values()];
};

const reduceProgress = (load: LoadState, told: readonly Progress[]): LoadState => {
	const found = told.findLast(progress => progress.kind === 'found');
	const phase = told.findLast(progress => progress.kind === 'phase');
	return {
		...load, files: withFiles(load.files, told),
		...(found ? {found: {files: found.files, bytes: found.bytes}} : {}),
		...(phase ? {phase: phase.text} : {}),
	};
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
			const load = reduceProgress(state.load, action.progress);
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
				...state, ...unasked(state), ...(action.list ? {request: {...state.request, lists: [...state.request.lists ?? [], action.list]}} : {}), attempt: state.attempt + 1, load: loadStart(action.now, action.review), facts: undefined, changed: [], layers: [],
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
