import type {State} from '../../app/state.ts';
import {exportRuns} from '../../app/working.ts';
import {span, type Line} from '../../drawing/line.ts';

/** Asks, and names what would be lost. */
export const quitLines = (state: State): readonly Line[] => {
	const lost = state.start ? 'Nothing is open.' : exportRuns(state) ? 'The export that is being written is given up.' : (state.load.status === 'running' ? 'The load is given up; nothing is kept.' : 'Nothing is lost: c shows the command that brings this view back.');
	return [
		[span('Leave whosaw?', 'strong')],
		[span(lost, 'quiet')],
		[],
		[span('y', 'accent'), span(' or '), span('Enter', 'accent'), span(' leaves     '), span('n', 'accent'), span(' or '), span('Esc', 'accent'), span(' stays')],
	];
};
