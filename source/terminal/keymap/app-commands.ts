import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import {askActor} from '../components/actor-form/ask-actor.ts';
import {openExport} from '../components/export-form/form.ts';
import {emptyEditor} from '../components/line-editor/state.ts';
import type {Command} from './command.ts';

/** A case file is written of everything or not at all, and of a case only when it is known what the case says. */
const notReady = ({load, facts, caseFolder, opened}: State): string | undefined => {
	if (load.status !== 'complete' || !facts) {
		return 'Not everything is loaded yet: an export would be partial, so it is refused.';
	}

	if (caseFolder !== undefined && !opened) {
		return 'The case is not read yet; press e again when 4 Case shows it.';
	}

	return opened?.state.selections.length === 0 ? 'The case selects nothing yet: in Explore, a adds what the filter matches.' : undefined;
};

/** Asks before it leaves. */
export const askToQuit: readonly Action[] = [{type: 'open', layer: {kind: 'quit'}}];

export const appCommands: readonly Command[] = [
	{id: 'export', title: 'Export the affected customers as a case file', short: 'export', keys: ['e'], group: 'Evidence', refuse: notReady, run: state => askActor(state, 'export') ?? openExport(state)},
	{id: 'palette', title: 'Every action by name', short: 'all actions', keys: [':', 'ctrl+p'], group: 'App', run: () => [{type: 'open', layer: {kind: 'palette', editor: emptyEditor, cursor: 0}}]},
	{id: 'help', title: 'The keys', short: 'keys', keys: ['?', 'f1'], group: 'App', run: () => [{type: 'open', layer: {kind: 'help', top: 0}}]},
	{id: 'next-pane', title: 'Next pane', keys: ['tab'], group: 'Move', on: ['explore'], run: () => [{type: 'focus', by: 1}]},
	{id: 'previous-pane', title: 'Previous pane', keys: ['shift+tab'], group: 'Move', on: ['explore'], run: () => [{type: 'focus', by: -1}]},
	{id: 'column-left', title: 'Column, chip or bar to the left', keys: ['left', 'h'], group: 'Move', on: ['explore'], run: ({focus}) => [sideways(focus, -1)]},
	{id: 'column-right', title: 'Column, chip or bar to the right', keys: ['right', 'l'], group: 'Move', on: ['explore'], run: ({focus}) => [sideways(focus, 1)]},
	{id: 'suspend', title: 'Suspend; fg in the shell comes back', keys: ['ctrl+z'], group: 'App', run: () => [{type: 'suspend'}]},
	{id: 'quit', title: 'Leave', short: 'leave', keys: ['q'], group: 'App', run: () => askToQuit},
];

const sideways = (focus: State['focus'], by: 1 | -1): Action => focus === 'chips' || focus === 'timeline' ? {type: 'move', move: {by}} : {type: 'column', by};
