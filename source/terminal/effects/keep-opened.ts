import type {RecordDetail} from '../../investigation/investigation.ts';
import type {EffectContext} from './context.ts';

/** In a case the journal keeps which record was opened, before it is shown; where nobody can write in it, it is shown all the same. */
export const keepOpened = async ({store, desk}: Pick<EffectContext, 'store' | 'desk'>, {citation: {sha256, record}}: RecordDetail): Promise<void> => {
	if (desk.folder() === undefined) {
		return;
	}

	await (await desk.for(store.state().investigator)).recordOpened({sha256, record});
	desk.acted();
};
