import {namesAccounts} from '../../app/blinding.ts';
import type {ExportLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {commandRows, commandText, viewWords} from '../command-line/view.ts';
import {planOf} from './plan.ts';

/** A word that begins with a dash would be an option; paths can be written otherwise. */
const pathWord = (path: string): string => path.startsWith('-') ? `./${path}` : path;

/** What is exported: the case, or what the filter leaves of the exports. */
const subject = (state: State, {of, reason}: ExportLayer): readonly string[] => {
	if (of === 'filter') {
		return [...viewWords(state), '--reason', reason.text.trim()];
	}

	const {view: {zone}, opened, commandPaths} = state;
	return [pathWord(commandPaths[0] ?? opened!.folder), ...(zone === 'UTC' ? [] : ['--display-timezone', zone])];
};

/** The words behind `whosaw` that write the same case file. */
export const exportWords = (state: State, layer: ExportLayer): readonly string[] => {
	const {directory, keys, recipients, zip} = planOf(layer);
	return [
		'export', ...subject(state, layer), '--audience', layer.audience, '--output', pathWord(directory),
		...keys.flatMap(key => ['--sign', pathWord(key)]), ...(zip ? ['--zip'] : []), ...recipients.flatMap(recipient => ['--encrypt', recipient]),
		...(state.investigator === undefined ? [] : ['--investigator', state.investigator]),
	];
};

export const exportCommand = (state: State, layer: ExportLayer): string => commandText(exportWords(state, layer));

/** The form that lies under the command line, when one does. */
export const exportForm = ({layers}: State): ExportLayer | undefined => layers.find(layer => layer.kind === 'export');

/** Why the command cannot be shown: one with pseudonyms would not run, and one with accounts would name them. */
export const blindExport = (state: State): string | undefined => state.blind && exportForm(state)?.of === 'filter' && namesAccounts(state.view.filter)
	? 'Blind: the command line of this filter names an account; b ends it.'
	: undefined;

export const exportCommandLines = (state: State, layer: ExportLayer, width: number): readonly Line[] => [
	headingLine('The same case file, from a script'),
	...commandRows(['whosaw', ...exportWords(state, layer)], width).map((row): Line => [span(row, 'accent')]),
	[],
	...wrapWords(layer.of === 'case' ? 'The same case gives the same bytes, but for a signature, which may hold chance. y copies it.' : 'A case is made of the filter on the way, so that each run has salts of its own. y copies it.', width).map((row): Line => [span(row, 'quiet')]),
];
