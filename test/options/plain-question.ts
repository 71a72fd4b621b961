import test from 'ava';
import {findOption} from '../../source/options.ts';
import {plainQuestion} from '../../source/options/plain-question.ts';

test('help and version are understood without the parser', t => {
	t.deepEqual(['--version', '-V'].map(word => plainQuestion([word])), [{about: 'version'}, {about: 'version'}]);
	t.deepEqual(['--help', '-h', 'help'].map(word => plainQuestion([word])), Array.from({length: 3}, () => ({about: 'help' as const, command: undefined})));
	t.deepEqual([plainQuestion(['help', 'verify']), plainQuestion(['report', '-h'])], [{about: 'help', command: 'verify'}, {about: 'help', command: 'report'}]);
});

test('everything else is left to the parser', t => {
	for (const args of [[], ['crm.csv'], ['--help=x'], ['-help'], ['report', '--version'], ['crm.csv', '--help'], ['help', '--version'], ['help', 'reprot'], ['report', 'a', '--help']]) {
		t.is(plainQuestion(args), undefined, args.join(' '));
	}
});

test('the words that are understood without the table are those of the table', t => {
	for (const name of ['help', 'version']) {
		t.deepEqual(plainQuestion([`-${findOption(name)!.short}`]), plainQuestion([`--${name}`]), name);
	}
});
