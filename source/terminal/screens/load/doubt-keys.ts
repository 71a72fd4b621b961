import type {Action} from '../../app/actions.ts';
import type {Asked, AskedMapping, AskedOrder, AskedZone} from '../../app/asked.ts';
import {editorAction} from '../../components/line-editor/keys.ts';
import {emptyEditor, reduceEditor} from '../../components/line-editor/state.ts';
import {listMove, listMoveBesideLine} from '../../components/list/keys.ts';
import {moveInList} from '../../components/list/state.ts';
import {appWideKeys} from './app-wide-keys.ts';
import type {State} from '../../app/state.ts';
import type {Press} from '../../keymap/press.ts';
import {formRoles, missingIn, roleAt, withNextColumn} from './mapping-form.ts';
import {zoneChoices} from './zone-list.ts';

const change = (asked: Asked): readonly Action[] => [{type: 'doubt', asked}];

const stop: readonly Action[] = [{type: 'load-cancelled'}];

/** A page of roles or zones, for the keys that move by one. */
const page = 10;

const mappingKeys = (asked: AskedMapping, press: Press): readonly Action[] | undefined => {
	if (press.chord === 'enter') {
		const missing = missingIn(asked.mapping);
		return missing === undefined ? [{type: 'decide', decision: {kind: 'mapping', mapping: asked.mapping}}] : [{type: 'say', message: missing}];
	}

	if (['left', 'h', 'right', 'l'].includes(press.chord)) {
		return change(withNextColumn(asked, press.chord === 'left' || press.chord === 'h' ? -1 : 1));
	}

	const move = press.chord === 'tab' ? {by: 1} : (press.chord === 'shift+tab' ? {by: -1} : listMove(press));
	return move && change({...asked, cursor: moveInList({cursor: roleAt(asked), top: 0}, move, {count: formRoles.length, height: page}).cursor});
};

const orderKeys = (asked: AskedOrder, press: Press): readonly Action[] | undefined => {
	if (press.chord === 'enter') {
		return asked.chosen === undefined
			? [{type: 'say', message: 'Choose one first: ↓ or ↑. A wrong order would be wrong in every line.'}]
			: [{type: 'decide', decision: {kind: 'date-order', order: asked.chosen}}];
	}

	const move = listMove(press);
	if (!move) {
		return undefined;
	}

	const down = 'by' in move ? move.by > 0 : ('pages' in move ? move.pages > 0 : move.to === 'last');
	return change({...asked, chosen: down && asked.chosen !== undefined ? 'dmy' : 'mdy'});
};

const zoneKeys = (asked: AskedZone, press: Press): readonly Action[] => {
	const choices = zoneChoices(asked);
	if (press.chord === 'enter') {
		const choice = choices[asked.cursor];
		return choice ? [{type: 'decide', decision: {kind: 'zone', zone: choice.zone}}] : [{type: 'say', message: 'No zone is named like that.'}];
	}

	if (press.chord === 'escape') {
		return asked.editor.text === '' ? stop : change({...asked, editor: emptyEditor, cursor: 0});
	}

	const move = listMoveBesideLine(press);
	if (move) {
		return change({...asked, cursor: moveInList({cursor: asked.cursor, top: 0}, move, {count: choices.length, height: page}).cursor});
	}

	const action = editorAction(press);
	return action ? change({...asked, editor: reduceEditor(asked.editor, action), cursor: 0}) : [];
};

/** The keys while the load waits for a person. */
export const doubtKeys = (asked: Asked, state: State, press: Press): readonly Action[] => {
	if (asked.kind === 'zone') {
		return zoneKeys(asked, press);
	}

	const own = asked.kind === 'mapping' ? mappingKeys(asked, press) : orderKeys(asked, press);
	return own ?? (press.chord === 'escape' ? stop : appWideKeys(state, press));
};
