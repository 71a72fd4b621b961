import type {Action} from '../app/actions.ts';
import type {State} from '../app/state.ts';
import type {Press} from './press.ts';

/** What a key does in one mode. */
export type LayerKeys = (state: State, press: Press) => readonly Action[];
