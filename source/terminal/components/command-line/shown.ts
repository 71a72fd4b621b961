import type {State} from '../../app/state.ts';
import type {Line} from '../../drawing/line.ts';
import {exportCommand, exportCommandLines, exportForm} from '../export-form/command.ts';
import {commandLines, commandText, viewWords} from './view.ts';

/** Of the form that lies beneath, else of the view. */
export const shownCommandLines = (state: State, width: number): readonly Line[] => {
	const form = exportForm(state);
	return form ? exportCommandLines(state, form, width) : commandLines(state, width);
};

/** The command that `y` copies: the one of the form, else that of the view, which stands first. */
export const shownCommand = (state: State): string => {
	const form = exportForm(state);
	return form ? exportCommand(state, form) : commandText(viewWords(state));
};
