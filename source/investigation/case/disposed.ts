import type {CaseState} from '../../case/case-state.ts';
import {disposedWords} from '../../case/journal-file.ts';
import {ExpectedError} from '../../errors.ts';

/** Nothing can be asked of a case that was disposed of. */
export const refuseDisposed = (folder: string, state: CaseState): void => {
	const words = disposedWords(state);
	if (words !== undefined) {
		throw new ExpectedError(`the case has nothing to ask any more: ${words}`, {where: folder, next: 'whosaw case show DIR says what was destroyed and what stays.'});
	}
};
