import type {ExportLayer, ExportPart} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line, type Span} from '../../drawing/line.ts';
import {fitText, textWidth} from '../../text/fit-text.ts';
import {factWords} from '../facts-form/fact-name.ts';
import {missingFacts, neededFacts} from '../facts-form/missing-facts.ts';
import {editorLine, restingText} from '../line-editor/view.ts';
import {audiences, partsOf} from './form.ts';

export const labelWidth = 12;

const labels: Readonly<Record<ExportPart, string>> = {audience: 'for', facts: 'facts', reason: 'reason', directory: 'place', pack: 'pack as', key: 'sign with', recipients: 'encrypt to', start: ''};

/** The chosen one in brackets; where not all fit, it alone. */
const choice = (names: readonly string[], chosen: string, {active, width}: {readonly active: boolean; readonly width: number}): Line => {
	const mark = (name: string): Span => name === chosen ? span(`[${name}]`, active ? 'chosen' : 'strong') : span(` ${name} `, 'quiet');
	return names.reduce((sum, name) => sum + textWidth(name) + 2, 0) <= width ? names.map(name => mark(name)) : [span('← ', 'quiet'), mark(chosen), span(' →', 'quiet')];
};

const factsLine = ({opened}: State, {audience}: ExportLayer, width: number): Line => {
	const facts = opened?.state.facts ?? {};
	const needed = neededFacts(facts, audience);
	const names = (needed.length > 0 ? needed : missingFacts(facts, audience)).map(name => factWords[name].words).join(', ');
	return [span(needed.length > 0 ? '✕ ' : '', 'bad'), span(fitText(`not stated: ${names}`, width - (needed.length > 0 ? 2 : 0)).trimEnd(), needed.length > 0 ? 'warning' : 'plain')];
};

const packWords = ({zip, recipients}: ExportLayer): string => recipients.text.trim() === '' ? (zip ? 'folder and zip' : 'folder') : 'folder and encrypted zip';

/** What stands where nothing is typed. */
const unsaid: Readonly<Partial<Record<ExportPart, string>>> = {key: 'nobody: not signed', recipients: 'nobody: not encrypted'};

const content = (state: State, layer: ExportLayer, {part, width}: {readonly part: ExportPart; readonly width: number}): Line => {
	const active = layer.part === part;
	switch (part) {
		case 'audience': {
			return choice(audiences, layer.audience, {active, width});
		}

		case 'pack': {
			return layer.recipients.text.trim() === '' ? choice(['folder', 'folder and zip'], packWords(layer), {active, width}) : [span(packWords(layer), active ? 'chosen' : 'plain')];
		}

		case 'facts': {
			return factsLine(state, layer, width);
		}

		case 'start': {
			return [span('[ Export ]', active ? 'chosen' : 'strong')];
		}

		default: {
			const empty = layer[part].text === '' ? unsaid[part] : undefined;
			return active && layer.status.is === 'asking' ? editorLine(layer[part], width) : [span(empty ?? restingText(layer[part], width), empty === undefined ? 'plain' : 'quiet')];
		}
	}
};

/** One row a part, in the order in which they are reached. */
export const formLines = (state: State, layer: ExportLayer, width: number): readonly Line[] => partsOf(state, layer).map(part => {
	const active = layer.part === part;
	return [span(`${active ? '▸' : ' '}${labels[part]}`.padEnd(labelWidth), active ? 'accent' : 'quiet'), ...content(state, layer, {part, width: width - labelWidth})];
});

const help: Readonly<Record<ExportPart, string>> = {
	audience: '← → choose for whom it is. Enter goes on, c shows the command line, Esc goes back.',
	facts: 'Enter states them; Tab goes on without: what nobody states is a limitation. Letters cannot be written without those behind ✕.',
	directory: 'A folder that is absent or empty.',
	pack: '← → choose whether a zip stands beside the folder.',
	key: 'The file of an SSH key, such as ~/.ssh/id_ed25519; a passphrase is for the agent. Empty: it is not signed.',
	recipients: 'The receiver’s age recipient (age1…), several between blanks. Empty: it is not encrypted.',
	reason: 'Why this is exported; it stands in the case file.',
	start: 'Enter writes it. c shows the command line that writes the same. Esc goes back, and what was typed stays.',
};

/** What the row with the cursor is for. */
export const helpFor = ({part}: ExportLayer): string => help[part];
