import {askActor} from '../components/actor-form/ask-actor.ts';
import {noList, openList} from '../components/list-form/open-list.ts';
import type {Command} from './command.ts';

/** What can be done with the record that lies open. */
export const recordCommands: readonly Command[] = [
	{
		id: 'list-behind', title: 'Join the list behind the bulk export that lies open', short: 'list behind it', keys: ['L'], group: 'Evidence',
		refuse: noList, run: state => (state.caseFolder === undefined ? undefined : askActor(state, 'list-behind')) ?? openList(state),
	},
];
