import {namingValue, openTarget} from '../screens/sources/open-target.ts';
import {targetOf} from '../screens/sources/sources-lines.ts';
import type {Command} from './command.ts';

/** What can be done on the screen of sources. */
export const sourcesCommands: readonly Command[] = [
	{
		id: 'reload', title: 'Load the exports again, as they are now', short: 'load again', keys: ['R'], group: 'Evidence', on: ['sources'],
		refuse: ({request}) => request.paths.includes('-') ? 'Standard input is read once: it cannot be loaded again.' : undefined,
		run: ({load}) => [{type: 'load-again', now: load.now}],
	},
	{
		id: 'write-rule', title: 'Write a rule for this value: which data it reaches', short: 'write a rule', keys: ['w'], group: 'Evidence', on: ['sources'],
		refuse: state => targetOf(state)?.kind === 'value' ? namingValue(state, targetOf(state)!) : 'Put the cursor on a value without a rule first: rows that say “no rule”.',
		run: state => openTarget(state, targetOf(state)!),
	},
];
