import type {LayerAction} from './actions.ts';
import type {State} from './state.ts';

/** The history keeps so many filters. */
const remembered = 100;

export const reduceLayers = (state: State, action: LayerAction): State => {
	const top = state.layers.at(-1);
	switch (action.type) {
		case 'open': {
			return {...state, layers: [...state.layers, action.layer]};
		}

		case 'change': {
			return top?.kind === action.layer.kind ? {...state, layers: [...state.layers.slice(0, -1), action.layer]} : state;
		}

		case 'late': {
			return {...state, layers: state.layers.map(layer => layer.kind === action.kind ? action.change(layer) : layer)};
		}

		case 'await-record': {
			return {...state, awaitsRecord: true, message: 'This event is still being read; it opens when it has come. Any other key leaves it.'};
		}

		case 'close': {
			return {...state, layers: state.layers.slice(0, -1)};
		}

		case 'keep': {
			return {...state, drafts: {...state.drafts, ...action.drafts}};
		}

		case 'remember': {
			const {filterText} = action;
			return filterText.trim() === ''
				? state
				: {...state, history: [...state.history.filter(text => text !== filterText), filterText].slice(-remembered)};
		}
	}
};
