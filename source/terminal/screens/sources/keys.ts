import {listMove} from '../../components/list/keys.ts';
import {moveInList} from '../../components/list/state.ts';
import type {ScreenKeys} from '../../keymap/layer-keys.ts';
import {bodyBox} from '../frame/body-box.ts';
import {namingValue, openTarget} from './open-target.ts';
import {signWidth, sourcesRows, targetOf} from './sources-lines.ts';

export const sourcesKeys: ScreenKeys = (state, press) => {
	if (press.chord === 'enter') {
		const target = targetOf(state);
		const refusal = target && namingValue(state, target);
		return refusal !== undefined ? [{type: 'say', message: refusal}] : target ? openTarget(state, target) : [{type: 'say', message: 'Enter opens rejected records and values without a rule: rows with a dot.'}];
	}

	const move = listMove(press);
	const {width, height} = bodyBox(state);
	return move && [{type: 'sources', change: {place: moveInList(state.sources.place, move, {count: sourcesRows(state, width - signWidth).length, height})}}];
};
