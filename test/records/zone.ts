import test from 'ava';
import {localStretches, offsetChanges, stretchAt} from '../../source/records/zone.ts';

const micros = 1000;
const hour = 3_600_000;

/** What the wall clock shows, by another road than the code's own: the platform's Swedish dates are ISO 8601. */
const wallReader = (zone: string): ((moment: number) => number) => {
	const format = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'medium'});
	return moment => Date.parse(`${format.format(moment).replace(' ', 'T')}Z`);
};

const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo', 'Europe/Dublin', 'Africa/Cairo', 'Asia/Gaza'];

for (const zone of zones) {
	test(`every reading of the clock finds its instant in ${zone}`, t => {
		const wallAt = wallReader(zone);
		// An odd step, so that all hours of the day and of the changes are met.
		for (let moment = Date.UTC(1971, 0, 1); moment < Date.UTC(2037, 0, 1); moment += 37.5 * hour) {
			const wall = wallAt(moment);
			const stretch = stretchAt(zone, wall * micros);
			const found = stretch.kind === 'gap' ? Number.NaN : wall - (stretch.offset / micros);
			// In an overlap the earlier instant is taken: it shows the same reading.
			if (found !== moment && !(stretch.kind === 'overlap' && found < moment && wallAt(found) === wall)) {
				t.fail(`${new Date(moment).toISOString()} is read as ${new Date(found).toISOString()}`);
				return;
			}
		}

		t.pass();
	});
}

test('the hours that clocks leave out are gaps, and those they show twice are overlaps', t => {
	const at = (zone: string, local: string): string => stretchAt(zone, Date.parse(`${local}Z`) * micros).kind;
	t.is(at('Europe/Berlin', '2020-03-29T01:59:59'), 'once');
	t.is(at('Europe/Berlin', '2020-03-29T02:00:00'), 'gap');
	t.is(at('Europe/Berlin', '2020-03-29T02:59:59'), 'gap');
	t.is(at('Europe/Berlin', '2020-03-29T03:00:00'), 'once');
	t.is(at('Europe/Berlin', '2020-10-25T02:00:00'), 'overlap');
	t.is(at('Europe/Berlin', '2020-10-25T03:00:00'), 'once');
	t.is(at('Australia/Lord_Howe', '2020-10-04T02:15:00'), 'gap');
	t.is(at('Australia/Lord_Howe', '2020-10-04T02:30:00'), 'once');
	t.is(at('Pacific/Apia', '2011-12-30T12:00:00'), 'gap');
	t.is(at('America/Sao_Paulo', '2018-11-04T00:30:00'), 'gap');
});

test('stretches follow each other in order, and so do changes of the offset', t => {
	for (const zone of zones) {
		const starts = localStretches(zone).map(({from}) => from);
		t.deepEqual(starts, starts.toSorted((a, b) => a - b), zone);
		const changes = offsetChanges(zone).map(({at}) => at);
		t.deepEqual(changes, changes.toSorted((a, b) => a - b), zone);
	}
});
