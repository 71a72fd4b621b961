import type {ActorLayer} from '../../app/layer.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {editorLine, restingText} from '../line-editor/view.ts';

const field = (layer: ActorLayer, name: 'name' | 'agency', width: number): Line => {
	const label = span(name === 'name' ? 'name    ' : 'agency  ', layer.field === name ? 'accent' : 'quiet');
	return layer.field === name ? [label, ...editorLine(layer[name], width - 8)] : [label, span(restingText(layer[name], width - 8))];
};

/** Asked once: who acts stands in what is recorded. */
export const actorLines = (layer: ActorLayer, {width}: {readonly width: number}): readonly Line[] => [
	[span('Who acts?', 'strong')],
	...wrapWords('Your name goes into what you record, and is kept in the settings.', width).map((row): Line => [span(row, 'quiet')]),
	[],
	field(layer, 'name', width),
	field(layer, 'agency', width),
	[],
	...layer.problem === undefined
		? wrapWords('Esc goes back; you are not asked again, and nobody is named.', width).map((row): Line => [span(row, 'quiet')])
		: [[span('✕ ', 'bad'), span(layer.problem, 'warning')]],
];
