import test from 'ava';
import {ExpectedError, usageError} from '../../source/errors.ts';
import {blindError} from '../../source/report/blind-errors.ts';

const told = (error: unknown): readonly unknown[] => error instanceof ExpectedError ? [error.message, error.where, error.next] : [error];

test('before anybody is known an error quotes nothing, says no place, and has no list to choose from', t => {
	const error = new ExpectedError('an export cannot be read (ENOENT: open \'/logs of bh7\')', {where: 'logs of bh7/crm.csv', next: 'Exports: logs of bh7/crm.csv, more.csv.', cause: new Error('bh7')});
	const blind = blindError(error);
	t.deepEqual(told(blind), ['an export cannot be read •••', '•••  (whom it names is not known; without --blind it is said)', 'Exports: •••']);
	t.is((blind as Error).cause, undefined);
});

test('what was typed wrong is told as it was typed, and what is no expected error is left alone', t => {
	const typed = usageError('no option --emplyee=bh7');
	t.is(blindError(typed), typed);
	const other = new Error('a fault');
	t.is(blindError(other), other);
});
