import test from 'ava';
import {cpuTime} from '../../helpers/cpu-time.ts';
import {holdsName, maskName, maskText} from '../../../source/terminal/drawing/masking.ts';

test('addresses and telephone numbers are hidden wherever they stand in a text', t => {
	t.is(maskText('sent to jane.doe@example.com and bob@mail.example.org'), 'sent to j•••@example.com and b•••@mail.example.org');
	t.is(maskText('call +44 20 7946 0958 back'), 'call +44•••58 back');
	t.is(maskText('(415) 555-2671'), '(41•••71');
});

test('an address is hidden from its first letter on, and a word of a megabyte is looked through once', t => {
	t.is(maskText('a@b@c.example.com, x+y.z@example.com@example.org'), 'a@b•••@c.example.com, x•••@e•••@example.org');
	const word = 'eW91'.repeat(250_000);
	const work = cpuTime(() => {
		t.is(maskText(word), word);
		t.is(maskText(`${word}@example.com`), 'e•••@example.com');
	});
	// Each letter of it was a beginning once: ten times the word took a hundred times as long, a megabyte twenty minutes.
	t.true(work < 1000, `${work} ms`);
});

test('times, ids, addresses of machines and counts are not taken for telephone numbers', t => {
	for (const text of ['2020-10-03 14:03:11', '2020-10-03T14:03:11Z', 'C1002', '10.4.0.16', '10,482,113', 'a3b4'.repeat(16), 'ticket 20418']) {
		t.is(maskText(text), text);
	}
});

test('a name keeps its first letters', t => {
	t.is(maskName('Jo Rivera'), 'J• R•');
	t.is(maskName('Night desk (shared)'), 'N• d• s•');
});

test('fields that hold names of people are known by their names', t => {
	for (const field of ['name', 'customer_name', 'firstName', 'actor.displayName', 'Full Name']) {
		t.true(holdsName(field), field);
	}

	for (const field of ['filename', 'event_name', 'username', 'rename_count', 'systemName', 'email']) {
		t.false(holdsName(field), field);
	}
});
