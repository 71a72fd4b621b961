import test from 'ava';
import {noticedNow} from '../../../source/terminal/app/noticed-files.ts';

const gone = (path: string) => ({path, change: 'gone', isReadable: false}) as const;

test('a change keeps the moment when it was noticed first, and another change is another moment', t => {
	const first = noticedNow([], [gone('a.csv')], 100);
	t.deepEqual(noticedNow(first, [gone('a.csv'), gone('b.csv')], 200).map(({since}) => since), [100, 200]);
	t.like(noticedNow(first, [{...gone('a.csv'), change: 'changed'}], 200), [{change: 'changed', since: 200}]);
	t.deepEqual(noticedNow(first, [], 300), []);
});

test('nothing new is the same list, so that nothing is drawn anew', t => {
	const first = noticedNow([], [gone('a.csv')], 100);
	t.is(noticedNow(first, [gone('a.csv')], 200), first);
});
