import type {State} from '../../app/state.ts';
import type {Line} from '../../drawing/line.ts';
import {exportCommand, exportCommandLines, exportForm} from '../export-form/command.ts';
import {commandLines} from './view.ts';

/** Of the form that lies beneath, else of the view. */
export const shownCommandLines = (state: State, width: number): readonly Line[] => {
	const form = exportForm(state);
	return form ? exportCommandLines(state, form, width) : commandLines(state, width);
};

/** The one command that is shown, where it is one. */
export const shownCommand = (state: State): string | undefined => {
	const form = exportForm(state);
	return form && exportCommand(state, form);
};
