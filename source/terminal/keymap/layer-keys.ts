import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import type {Press} from './press.ts';

/** What a key does in one mode. */
export type LayerKeys = (state: State, press: Press) => readonly Action[];

/** What a key does on one screen; undefined: it is not the screen's own, and may be a command. */
export type ScreenKeys = (state: State, press: Press) => readonly Action[] | undefined;
