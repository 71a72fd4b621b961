import test from 'ava';
import {oncePerAnswer} from '../../../source/terminal/drawing/once-per-answer.ts';

test('a value is made once for an answer and its arguments, and anew for others', t => {
	let made = 0;
	const value = oncePerAnswer((answer: {readonly count: number}, zone: string) => {
		made++;
		return `${answer.count} ${zone}`;
	});
	const answer = {count: 3};
	t.is(value(answer, 'UTC'), '3 UTC');
	t.is(value(answer, 'UTC'), '3 UTC');
	t.is(made, 1);
	t.is(value(answer, 'Asia/Tokyo'), '3 Asia/Tokyo');
	t.is(value({count: 3}, 'UTC'), '3 UTC');
	t.is(made, 3);
});
