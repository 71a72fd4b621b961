import {formatNumber} from '../../document/format-number.ts';
import type {AnswerAction} from './actions.ts';
import {facetPanes} from './pane.ts';
import {chunkSize, type Answers, type Answered, type State} from './state.ts';

/** Chunks far from the one that just came are let go: a list of ten million rows is never held whole. */
const keptChunks = 12;

/** Which revision an answer must have so that it is not from an older question. */
const wanted = (state: State, pane: keyof Answers): number => pane === 'events' ? state.eventsRevision : state.revision;

const fresh = (state: State, answers: Answers): Answers => Object.fromEntries(
	(Object.entries(answers) as ReadonlyArray<[keyof Answers, Answered<unknown>]>).filter(([pane, answer]) => answer.revision === wanted(state, pane)),
) as Answers;

const widened = (widest: State['widest'], answers: Answers): State['widest'] => {
	const rows = facetPanes.flatMap(pane => answers[pane]?.value.rows ?? []);
	const most = (of: 'events' | 'customers'): number => Math.max(widest[of], formatNumber(rows.reduce((highest, row) => Math.max(highest, row[of] ?? 0), 0)).length);
	const wider = {events: most('events'), customers: most('customers')};
	return wider.events === widest.events && wider.customers === widest.customers ? widest : wider;
};

const withRows = (state: State, {revision, chunk, rows}: Extract<AnswerAction, {type: 'event-rows'}>): State => {
	const {events} = state.answers;
	if (!events || events.revision !== revision) {
		return state;
	}

	const near = [...events.value.chunks].filter(([index]) => Math.abs(index - chunk) < keptChunks);
	const chunks = new Map([...near, [chunk, rows] as const]);
	return {...state, answers: {...state.answers, events: {revision, value: {...events.value, chunks}}}};
};

export const reduceAnswers = (state: State, action: AnswerAction): State => {
	switch (action.type) {
		case 'answered': {
			const answers = fresh(state, action.answers);
			return {...state, answers: {...state.answers, ...answers}, widest: widened(state.widest, answers)};
		}

		case 'event-rows': {
			return withRows(state, action);
		}

		case 'question-failed': {
			// Of exports that are being loaded again nothing is asked.
			return state.facts ? {...state, awaitsRecord: false, message: action.message, stopped: true} : state;
		}

		case 'ask-again': {
			return {...state, stopped: false, revision: state.revision + 1, eventsRevision: state.eventsRevision + 1};
		}

		case 'questions-stopped': {
			return {...state, awaitsRecord: false, message: 'Stopped. The dimmed panes are from before; r asks again.', stopped: true};
		}
	}
};

/** The event at a place in the list, when it was fetched. */
export const eventAt = ({answers}: State, position: number) => answers.events?.value.chunks.get(Math.floor(position / chunkSize))?.[position % chunkSize];
