import test from 'ava';
import fc from 'fast-check';
import {eventDays} from '../../source/leads/event-days.ts';

test('what is counted on each day is what a naive count finds', t => {
	const event = fc.record({account: fc.nat(2), bout: fc.nat(144 * 4 - 1), marks: fc.nat(7)});
	fc.assert(fc.property(fc.array(event, {maxLength: 60}), events => {
		const columns = {account: Uint32Array.from(events, ({account}) => account), bout: Uint32Array.from(events, ({bout}) => bout), marks: Uint8Array.from(events, ({marks}) => marks)};
		for (const [account, found] of eventDays(columns, 3).entries()) {
			const mine = events.filter(each => each.account === account).map(each => ({...each, day: Math.floor(each.bout / 144), hour: Math.floor(each.bout % 144 / 6), isDenied: (each.marks & 4) > 0}));
			const done = mine.filter(({isDenied}) => !isDenied);
			const days = [...new Set(mine.map(({day}) => day))].toSorted((a, b) => a - b);
			const isOwn = (hour: number): boolean => new Set(done.filter(each => each.hour === hour).map(({day}) => day)).size * 10 >= new Set(done.map(({day}) => day)).size;
			t.deepEqual([...found.days], days);
			for (const [place, day] of days.entries()) {
				const today = done.filter(each => each.day === day);
				t.deepEqual(
					[found.events[place], found.reasoned[place], found.exports[place], found.denied[place], found.offHours[place], found.burst[place]],
					[today.length, today.filter(({marks}) => (marks & 1) > 0).length, today.filter(({marks}) => (marks & 2) > 0).length, mine.filter(each => each.day === day && each.isDenied).length, today.filter(({hour}) => !isOwn(hour)).length, Math.max(0, ...today.map(({bout}) => today.filter(each => each.bout === bout).length))],
				);
			}
		}
	}));
	t.pass();
});
