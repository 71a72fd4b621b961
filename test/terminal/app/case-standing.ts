import test from 'ava';
import type {CaseState} from '../../../source/case/case-state.ts';
import type {JournalEntry} from '../../../source/investigation/case/journal-entries.ts';
import {standingOf} from '../../../source/terminal/app/case-standing.ts';

const acts = (...names: readonly string[]): readonly JournalEntry[] => names.map((act, index) => ({seq: index + 1, at: '', by: '', act, undone: false, words: ''})).toReversed();
const state = (isReviewed: boolean): CaseState => ({review: isReviewed ? {by: {name: 'M. Chen'}, at: ''} : undefined} as unknown as CaseState);

test('a case is sealed when a case file was made of what was reviewed', t => {
	t.is(standingOf({state: state(false), journal: acts('case-created', 'exported')}), 'draft');
	t.is(standingOf({state: state(true), journal: acts('case-created', 'exported', 'reviewed')}), 'reviewed');
	t.is(standingOf({state: state(true), journal: acts('case-created', 'reviewed', 'exported')}), 'sealed');
});
