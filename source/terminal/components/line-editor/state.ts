import {graphemesOf} from '../../../document/graphemes.ts';

/** One line that is being typed. `at` counts UTF-16 units and always stands between whole characters. */
export type Editor = {readonly text: string; readonly at: number};

export type EditorAction =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'erase'; readonly what: 'before' | 'after' | 'word' | 'to-start' | 'to-end'}
	| {readonly type: 'go'; readonly to: 'left' | 'right' | 'start' | 'end' | 'word-left' | 'word-right'}
	| {readonly type: 'set'; readonly text: string; readonly at?: number};

/** More than this a line does not take: it is read and drawn anew with each key. */
export const longestLine = 20_000;

/** No character is longer; a line is, and to look at all of it for each key would cost more than a key may. */
const longestCharacter = 100;

const stepLeft = (text: string, at: number): number => {
	const last = [...graphemesOf(text.slice(Math.max(0, at - longestCharacter), at))].at(-1);
	return last === undefined ? 0 : at - last.length;
};

/** Behind the whole character that stands at a place. */
export const stepRight = (text: string, at: number): number => {
	const [next] = graphemesOf(text.slice(at, at + longestCharacter));
	return next === undefined ? at : at + next.length;
};

const wordLeft = (text: string, at: number): number => text.slice(0, at).replace(/[^\s]*\s*$/, '').length;
const wordRight = (text: string, at: number): number => at + (/^\s*[^\s]*/.exec(text.slice(at))?.[0].length ?? 0);

const target = ({text, at}: Editor, to: Extract<EditorAction, {type: 'go'}>['to']): number => ({
	left: () => stepLeft(text, at),
	right: () => stepRight(text, at),
	start: () => 0,
	end: () => text.length,
	'word-left': () => wordLeft(text, at),
	'word-right': () => wordRight(text, at),
})[to]();

const erased = (editor: Editor, what: Extract<EditorAction, {type: 'erase'}>['what']): Editor => {
	const {text, at} = editor;
	const from = what === 'before' ? stepLeft(text, at) : (what === 'word' ? wordLeft(text, at) : (what === 'to-start' ? 0 : at));
	const to = what === 'after' ? stepRight(text, at) : (what === 'to-end' ? text.length : at);
	return {text: text.slice(0, from) + text.slice(to), at: from};
};

export const emptyEditor: Editor = {text: '', at: 0};

export const editorOf = (text: string): Editor => ({text, at: text.length});

/** Line ends in pasted text become blanks; what only steers a terminal is left out. */
const lineText = (text: string): string => text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/\p{Cc}/gu, '');

/** Whether a line has room for what is typed or pasted into it. */
export const takes = (editor: Editor, text: string): boolean => editor.text.length + lineText(text).length <= longestLine;

/** Pure: the same line and the same action give the same line. What does not fit is not taken at all: half a list of customers would be another question. */
export const reduceEditor = (editor: Editor, action: EditorAction): Editor => {
	switch (action.type) {
		case 'insert': {
			const text = lineText(action.text);
			return takes(editor, text) ? {text: editor.text.slice(0, editor.at) + text + editor.text.slice(editor.at), at: editor.at + text.length} : editor;
		}

		case 'erase': {
			return erased(editor, action.what);
		}

		case 'go': {
			return {...editor, at: target(editor, action.to)};
		}

		case 'set': {
			return {text: action.text, at: Math.min(action.at ?? action.text.length, action.text.length)};
		}
	}
};
