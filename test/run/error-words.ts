import {readFileSync} from 'node:fs';
import test from 'ava';
import {BugError, CancelledError, ExpectedError, usageError} from '../../source/errors.ts';
import {endingOf} from '../../source/run/error-words.ts';
import {rawCharacters} from '../helpers/sample-report.ts';

test('an expected error says what happened, where, and what to do', t => {
	const error = new ExpectedError('the file is there already', {where: 'answer.json', next: 'Choose another --output.'});
	t.deepEqual(endingOf(error, false), {text: 'error: the file is there already\n  answer.json\n  Choose another --output.\n', exitCode: 1});
	t.is(endingOf(usageError('no option --x'), false).exitCode, 2);
});

test('a bug says so and where its words belong, with a stack only when asked for', t => {
	const bug = new BugError('two counts differ', new Error('the cause'));
	const {text, exitCode} = endingOf(bug, false);
	t.is(exitCode, 1);
	t.regex(text, /fault of whosaw.*report it/s);
	t.notRegex(text, /\n\s+at /);
	t.regex(endingOf(bug, true).text, /\n\s+at .*caused by: Error: the cause/s);
	t.regex(endingOf(new TypeError('x is not a function'), false).text, /fault of whosaw/);
});

test('a stopped work is interrupted, 130', t => {
	t.deepEqual(endingOf(new CancelledError(), false), {text: 'interrupted\n', exitCode: 130});
	t.is(endingOf(AbortSignal.abort().reason, false).exitCode, 130);
});

test('a fault of the machine is named with its place', t => {
	const error = t.throws(() => readFileSync('/no/such/file'));
	t.deepEqual(endingOf(error, false), {text: 'error: no such file or folder\n  /no/such/file\n  Check the path.\n', exitCode: 1});
	t.regex(endingOf(Object.assign(new Error('write'), {code: 'ENOSPC', syscall: 'write'}), false).text, /disk is full/);
});

test('nothing of an error reaches the terminal raw', t => {
	const {text} = endingOf(new ExpectedError('bad \u001B[2J', {where: '\u202Ecrm.csv\u0007'}), false);
	t.deepEqual(rawCharacters(text), []);
});

test('whatever is thrown has an ending', t => {
	for (const thrown of [undefined, null, 'text', 7, {}]) {
		t.is(endingOf(thrown, true).exitCode, 1);
	}
});
