import {revisionActs, undoableActs, type Person} from '../../case/acts.ts';
import {isUndone} from '../../case/case-state.ts';
import type {JournalLine} from '../../case/journal-line.ts';
import {ExpectedError} from '../../errors.ts';
import type {Case} from './open-case.ts';

/** Confirms the present revision. Whoever made any of it cannot: a second pair of eyes is another person's. */
export const reviewCase = (opened: Case, by: Person): string => {
	const {revision, selections} = opened.state;
	if (!revision || selections.length === 0) {
		throw new ExpectedError('there is nothing to review yet: the case selects no access', {where: opened.folder, next: 'whosaw case select DIR --filter … --reason …'});
	}

	const author = opened.lines.find(line => revisionActs.has(line.act) && line.act !== 'reviewed' && line.by.id === by.id);
	if (author) {
		throw new ExpectedError(`${by.name} did act ${author.seq} of this case (${author.act}): a review is by somebody else`, {where: opened.folder, next: 'Let another person review it: --investigator NAME.'});
	}

	opened.append({act: 'reviewed', payload: {revision: revision.hash}});
	return revision.hash;
};

/** Takes back the last act that can be taken back and was not. */
export const undoLast = (opened: Case): JournalLine => {
	const last = opened.lines.findLast(line => undoableActs.has(line.act) && !isUndone(opened.lines, line.seq));
	if (!last) {
		throw new ExpectedError('there is nothing to take back', {where: opened.folder, next: 'whosaw case log DIR lists what was done.'});
	}

	opened.append({act: 'undone', payload: {seq: last.seq}});
	return last;
};
