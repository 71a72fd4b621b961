import {screens} from '../app/screen.ts';
import type {Command} from './command.ts';

/** The five screens by their digits. */
export const screenCommands: readonly Command[] = screens.map(({name, digit, title}) => ({
	id: `screen-${name}`, title: `Go to ${title}`, keys: [digit], group: 'Move', run: () => [{type: 'screen', screen: name}],
}));
