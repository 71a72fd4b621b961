import path from 'node:path';
import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import {askActor} from '../components/actor-form/ask-actor.ts';
import {editorOf, emptyEditor} from '../components/line-editor/state.ts';
import type {Command} from './command.ts';

const openExport = ({drafts}: State): readonly Action[] => [{
	type: 'open',
	layer: {
		kind: 'export', field: 'reason', status: {is: 'asking'},
		directory: editorOf(drafts['export-directory'] ?? `.${path.sep}whosaw-export`),
		reason: editorOf(drafts['export-reason'] ?? ''),
	},
}];

/** A case file is written of everything or not at all. */
const notComplete = ({load, facts}: State): string | undefined => load.status !== 'complete' || !facts
	? 'Not everything is loaded yet: an export would be partial, so it is refused.'
	: undefined;

/** Asks before it leaves. */
export const askToQuit: readonly Action[] = [{type: 'open', layer: {kind: 'quit'}}];

export const appCommands: readonly Command[] = [
	{id: 'export', title: 'Export the affected customers as a case file', short: 'export', keys: ['e'], group: 'Evidence', refuse: notComplete, run: state => askActor(state, 'export') ?? openExport(state)},
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
