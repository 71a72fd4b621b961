import type {LayerKeys} from '../../keymap/layer-keys.ts';

/** What the app leaves with: a load that failed or was stopped did not do what was asked. */
export const quitKeys: LayerKeys = ({load, start}, {chord}) => {
	if (['y', 'enter', 'q'].includes(chord)) {
		const code = load.status === 'complete' || start ? 0 : (load.status === 'failed' ? load.failure?.exitCode ?? 1 : 130);
		return [{type: 'leave', code}];
	}

	return ['n', 'escape'].includes(chord) ? [{type: 'close'}] : [];
};
