import type {PaletteLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {inTone, span, spread, type Line} from '../../drawing/line.ts';
import {keyLabel, refusalOf, type Command} from '../../keymap/command.ts';
import {editorLine} from '../line-editor/view.ts';
import {paletteItems} from './state.ts';

const commandLine = (command: Command, {state, chosen, width}: {readonly state: State; readonly chosen: boolean; readonly width: number}): Line => {
	const refused = refusalOf(command, state) !== undefined;
	const line = spread(
		[span(chosen ? '▸ ' : '  ', 'accent'), span(command.title, refused ? 'quiet' : 'plain')],
		[span(refused ? '  not now   ' : '  ', 'quiet'), span(command.keys.map(chord => keyLabel(chord)).join(' '), 'accent')],
		width,
	);
	return chosen ? inTone(line, 'chosen') : line;
};

/** Every action with its key, so that keys are learnt. */
export const paletteLines = (state: State, {editor, cursor}: PaletteLayer, {commands, width, height}: {readonly commands: readonly Command[]; readonly width: number; readonly height: number}): readonly Line[] => {
	const items = paletteItems(commands, editor.text);
	const room = Math.max(1, height - 1);
	const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), items.length - room));
	return [
		[span(': ', 'accent'), ...editorLine(editor, width - 2)],
		...items.slice(top, top + room).map((command, index) => commandLine(command, {state, chosen: top + index === cursor, width})),
		...(items.length === 0 ? [[span('  No action is named like that.', 'quiet')]] : []),
	];
};
