import type {Action} from '../../app/actions.ts';
import type {State} from '../../app/state.ts';
import {completePath} from '../../components/line-editor/complete-path.ts';
import {editorAction} from '../../components/line-editor/keys.ts';
import {editorOf, emptyEditor, reduceEditor} from '../../components/line-editor/state.ts';
import {listMove} from '../../components/list/keys.ts';
import {moveInList} from '../../components/list/state.ts';
import {askToQuit} from '../../keymap/app-commands.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';
import type {Press} from '../../keymap/press.ts';
import {entriesOf, type PathLine, type StartState} from './start-state.ts';

const change = (by: Partial<StartState>): readonly Action[] => [{type: 'start', change: start => ({...start, ...by})}];

const complete = ({editor, completions}: PathLine): readonly Action[] => {
	const found = completePath(editor.text, completions);
	return 'text' in found ? change({line: {editor: editorOf(found.text)}}) : [{type: 'say', ...found}];
};

const lineKeys = (line: PathLine, press: Press): readonly Action[] => {
	switch (press.chord) {
		case 'escape': {
			return change({line: undefined});
		}

		case 'enter': {
			const path = line.editor.text.trim();
			return path === '' ? [{type: 'say', message: 'Type the path of a file or a folder.'}] : change({chosen: {paths: [path]}});
		}

		case 'tab': {
			return complete(line);
		}

		default: {
			const action = editorAction(press);
			return action ? change({line: {editor: reduceEditor(line.editor, action), ...(line.completions ? {completions: line.completions} : {})}}) : [];
		}
	}
};

/** What is marked, else what is under the cursor. */
const openChosen = (start: StartState): readonly Action[] => {
	if (start.marked.length > 0) {
		return change({chosen: {paths: start.marked}});
	}

	const entry = entriesOf(start)[start.cursor];
	if (!entry) {
		return [{type: 'say', message: 'There is nothing to open here: o opens a path, d a demo.'}];
	}

	return entry.likely?.kind === 'package'
		? [{type: 'say', message: `A case file that was exported is checked with: whosaw verify ${entry.paths[0]!}`}]
		: change({chosen: {paths: entry.paths}});
};

const toggleMark = (start: StartState): readonly Action[] => {
	const likely = entriesOf(start)[start.cursor]?.likely;
	if (likely?.kind !== 'log') {
		return [{type: 'say', message: 'Only logs of this folder can be opened together.'}];
	}

	const {path} = likely;
	return change({
		marked: start.marked.includes(path) ? start.marked.filter(other => other !== path) : [...start.marked, path],
		cursor: Math.min(start.cursor + 1, entriesOf(start).length - 1),
	});
};

/** The keys of the screen that one begins with. */
export const startKeys = (state: State, press: Press): readonly Action[] => {
	const start = state.start!;
	if (start.chosen) {
		return [];
	}

	if (start.line) {
		return lineKeys(start.line, press);
	}

	const move = listMove(press);
	if (move) {
		return change({cursor: moveInList({cursor: start.cursor, top: 0}, move, {count: entriesOf(start).length, height: 10}).cursor});
	}

	switch (press.chord) {
		case 'enter': {
			return openChosen(start);
		}

		case 'space': {
			return toggleMark(start);
		}

		case 'o': {
			return change({line: {editor: emptyEditor}});
		}

		case 'd': {
			return change({chosen: {demo: true}});
		}

		case '?': case 'f1': {
			return perform(commandById('help'), state);
		}

		case 'q': {
			return askToQuit;
		}

		case 'escape': {
			return [{type: 'say', message: 'This is the top; q leaves.'}];
		}

		default: {
			return [];
		}
	}
};
