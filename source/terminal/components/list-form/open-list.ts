import {formatCount} from '../../../document/format-number.ts';
import type {EventRow} from '../../../records/answer.ts';
import type {Action} from '../../app/actions.ts';
import type {RecordLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {editorOf} from '../line-editor/state.ts';

/** What was typed is there again when the form is opened next. */
export const listDraft = 'list-path';

/** The record that lies open, once it is read. */
const openEvent = ({layers}: Pick<State, 'layers'>): EventRow | undefined => (layers.findLast(({kind}) => kind === 'record') as RecordLayer | undefined)?.detail?.event;

const isBulk = ({customerScope, outcome}: EventRow): boolean => (customerScope === 'counted' || customerScope === 'unknown') && outcome !== 'denied' && outcome !== 'error';

/** Whether the footer of a record names the key: its event reached customers whom it does not name. */
export const takesList = ({detail}: RecordLayer): boolean => detail !== undefined && isBulk(detail.event);

const notLoaded = ({load, facts, request}: State): string | undefined => {
	if (load.status !== 'complete' || !facts) {
		return 'Not everything is loaded yet.';
	}

	return request.paths.includes('-') ? 'Standard input is read once, and a list is joined while exports are loaded: name it with --list-of.' : undefined;
};

/** Why no list can be joined to what lies open. */
export const noList = (state: State): string | undefined => {
	const {caseFolder, opened, facts} = state;
	const event = openEvent(state);
	if (!event) {
		return 'Open the record of a bulk export first; there L asks for the list behind it.';
	}

	if (!isBulk(event)) {
		return event.outcome === 'denied' || event.outcome === 'error' ? 'This event reached nobody: there is no list behind it.' : 'This is no bulk export: it names all whom it reached.';
	}

	if (caseFolder !== undefined && opened?.readOnly !== undefined) {
		return `The case is open to be read only: ${opened.readOnly}.`;
	}

	return notLoaded(state) ?? (caseFolder !== undefined && !opened ? 'The case is not open yet.' : undefined)
		?? (facts?.lists.some(list => list.event === event.id) ? `This event has a list already${caseFolder === undefined ? '' : '; whosaw case undo takes it back'}.` : undefined);
};

const said = ({recordCount, customers}: EventRow): string => recordCount === undefined
	? 'it says no number'
	: `it says ${formatCount(recordCount, 'record')}${customers.length > 0 ? ` and names ${formatCount(customers.length, 'customer')}` : ' and names nobody'}`;

/** Asks for the list behind the record that lies open. */
export const openList = (state: State): readonly Action[] => {
	const event = openEvent(state)!;
	return [{type: 'open', layer: {kind: 'list', event: event.id, about: `record ${event.record}`, said: said(event), path: editorOf(state.drafts[listDraft] ?? ''), status: {is: 'asking'}}}];
};
