import test from 'ava';
import {plainQuestion} from '../../source/options/plain-question.ts';

test('help and version are understood without the parser', t => {
	t.deepEqual(['--version', '-V'].map(word => plainQuestion([word])), [{about: 'version'}, {about: 'version'}]);
	t.deepEqual(['--help', '-h', 'help'].map(word => plainQuestion([word])), Array.from({length: 3}, () => ({about: 'help' as const, topic: undefined})));
	t.deepEqual([plainQuestion(['help', 'reprot']), plainQuestion(['report', '-h'])], [{about: 'help', topic: 'reprot'}, {about: 'help', topic: 'report'}]);
});

test('everything else is left to the parser', t => {
	for (const args of [[], ['crm.csv'], ['--help=x'], ['-help'], ['report', '--version'], ['crm.csv', '--help'], ['help', '--version'], ['report', 'a', '--help']]) {
		t.is(plainQuestion(args), undefined, args.join(' '));
	}
});
