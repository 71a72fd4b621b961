import {formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import type {Asked, AskedMapping, AskedOrder, AskedZone} from '../app/asked.ts';
import {pathShown} from '../app/blinding.ts';
import type {LoadingFile} from '../app/load-state.ts';
import type {State} from '../app/state.ts';
import {cellText, eventColumns, showingOf} from '../screens/explore/event-columns.ts';
import {inZone, questions, spelled} from '../screens/load/doubt-lines.ts';
import {failureLines, fileState, loadedPart} from '../screens/load/load-lines.ts';
import {formRoles, missingIn, needOf, roleAt} from '../screens/load/mapping-form.ts';
import {meaning, shown} from '../screens/load/mapping-lines.ts';
import {loadHints} from '../screens/load/load-screen.ts';
import {zoneChoices} from '../screens/load/zone-list.ts';
import {earWidth, said} from '../text/spoken-text.ts';
import {editorWords, keysLine, position, sentence} from './words.ts';

const mappingWords = (asked: AskedMapping, state: State): readonly string[] => {
	const role = formRoles[roleAt(asked)]!;
	const column = asked.mapping[role];
	const likely = (asked.doubt.candidates[role] ?? []).filter(other => other !== column).slice(0, 4);
	const missing = asked.problem ?? missingIn(asked.mapping);
	return [
		...asked.doubt.rows.map((row, index) => `Record ${formatNumber(index + 1)}: ${asked.doubt.columns.map(name => `${visibleText(name)} ${shown(row[name] ?? '', state) || 'empty'}`).join(', ')}`),
		missing === undefined ? 'Enter takes these columns.' : visibleText(missing),
		`Role ${position(roleAt(asked), formRoles.length)}, ${role}: ${sentence(
			column === undefined ? 'no column' : `column ${visibleText(column)}`, needOf(role, asked.mapping), said(meaning(asked, role, state)),
			likely.length === 0 ? undefined : `also likely ${likely.map(name => visibleText(name)).join(' or ')}`,
		)}`,
	];
};

const orderWords = ({doubt: {example, mdy, dmy}, chosen}: AskedOrder): readonly string[] => [
	'No date in these files allows one reading only, and both keep them in order.',
	`${visibleText(example)} is ${spelled(mdy)} with the month first, and ${spelled(dmy)} with the day first`,
	chosen === undefined ? 'Nothing is chosen yet: down or up chooses' : `Chosen: ${chosen === 'mdy' ? 'month first' : 'day first'}; Enter takes it`,
];

const zoneWords = (asked: AskedZone): readonly string[] => {
	const choices = zoneChoices(asked);
	const choice = choices[asked.cursor];
	return [
		`Its times carry no offset: ${visibleText(asked.doubt.example)}. Not known: UTC, and results say “assumed”.`,
		...(asked.editor.text === '' ? [] : [`Typed: ${editorWords(asked.editor)}`]),
		choice ? `Zone ${position(asked.cursor, choices.length)}: ${choice.title}, ${inZone(asked, choice).replace(/^= /, 'that is ')}` : 'No zone is named like that. Try a city, such as Dublin or Los Angeles.',
	];
};

const askedWords = (asked: Asked, state: State): readonly string[] => {
	const [first = '', ...more] = asked.doubt.paths;
	const own = asked.kind === 'mapping' ? mappingWords(asked, state) : (asked.kind === 'zone' ? zoneWords(asked) : orderWords(asked));
	return [`${questions[asked.kind]} ${visibleText(pathShown(first, state))}${more.length > 0 ? ` and ${formatNumber(more.length)} more like it` : ''}`, ...own];
};

const fileWords = ({path, format, mapping, source, error, preview}: LoadingFile, state: State): readonly string[] => {
	const roles = Object.entries(source?.mapping ?? mapping ?? {}).map(([role, column]) => `${role} from ${visibleText(column)}`);
	const [event] = preview;
	const showing = showingOf(state);
	const name = visibleText(pathShown(path, state));
	return [
		...(format === undefined ? [] : [sentence(`${name}: ${format}`, ...roles)]),
		...(event ? [`First record of ${name}: ${eventColumns.map(column => [column.title, cellText(column, event, showing)] as const).filter(([, text]) => text !== '–' && text !== '').map(([title, text]) => `${title} ${text}`).join(', ')}`] : []),
		...(source || error !== undefined ? [`${name}: ${said(fileState({path, preview, ...(source ? {source} : {}), ...(error === undefined ? {} : {error}), bytes: 0, records: 0}, state))}`] : []),
	];
};

/** Every tenth of the way, what each file is understood as, and what is asked. */
export const spokenLoad = (state: State): readonly string[] => {
	const {load} = state;
	const how = load.asked ? askedWords(load.asked, state)
		: (load.status === 'running' ? [`Loading, ${Math.floor(loadedPart(load) * 10) * 10} %`] : failureLines(state, earWidth).map(line => said(line)).filter(text => text !== ''));
	return [...how, ...(load.asked ? [] : load.files.flatMap(file => fileWords(file, state))), ...keysLine(loadHints(state))];
};
