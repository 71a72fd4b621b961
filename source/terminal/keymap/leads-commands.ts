import type {Command} from './command.ts';

/** What can be done on the screen of leads. */
export const leadsCommands: readonly Command[] = [
	{
		id: 'leads-text', title: 'Read this lead and every caveat in whole sentences', short: 'whole sentences', keys: ['w'], group: 'Evidence', on: ['leads'],
		refuse: ({leads}) => leads.answer ? undefined : 'There are no leads yet.',
		run: () => [{type: 'open', layer: {kind: 'leads-text', top: 0}}],
	},
];
