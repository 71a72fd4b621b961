import type {Press} from '../../keymap/press.ts';
import type {EditorAction} from './state.ts';

const byChord: Readonly<Record<string, EditorAction>> = {
	backspace: {type: 'erase', what: 'before'},
	'ctrl+h': {type: 'erase', what: 'before'},
	delete: {type: 'erase', what: 'after'},
	'ctrl+d': {type: 'erase', what: 'after'},
	'ctrl+w': {type: 'erase', what: 'word'},
	'alt+backspace': {type: 'erase', what: 'word'},
	'ctrl+u': {type: 'erase', what: 'to-start'},
	'ctrl+k': {type: 'erase', what: 'to-end'},
	left: {type: 'go', to: 'left'},
	'ctrl+b': {type: 'go', to: 'left'},
	right: {type: 'go', to: 'right'},
	'ctrl+f': {type: 'go', to: 'right'},
	home: {type: 'go', to: 'start'},
	'ctrl+a': {type: 'go', to: 'start'},
	end: {type: 'go', to: 'end'},
	'ctrl+e': {type: 'go', to: 'end'},
	'ctrl+left': {type: 'go', to: 'word-left'},
	'alt+b': {type: 'go', to: 'word-left'},
	'ctrl+right': {type: 'go', to: 'word-right'},
	'alt+f': {type: 'go', to: 'word-right'},
};

/** The keys that every shell line has. Undefined: this key does not belong to the line. */
export const editorAction = ({chord, text}: Press): EditorAction | undefined =>
	byChord[chord] ?? (text === undefined || text === '' ? undefined : {type: 'insert', text});
