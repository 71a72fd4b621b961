import type {EffectContext} from './context.ts';

/** Looks at so many exports, and tells which are gone or changed now. An answer about what is not held any more is no news. */
export const noticeChanges = async ({store, held, date}: EffectContext, most: number): Promise<void> => {
	const {investigation} = held;
	const files = await investigation?.changedFiles(most);
	if (files && held.investigation === investigation) {
		store.dispatch({type: 'changed-files', files, at: date().getTime() * 1000});
	}
};
