import test from 'ava';
import {Trail} from '../../source/leads/trail.ts';

test('what one holder reached is not what another did, however many there are and however long the data', t => {
	// Days are counted on from holder to holder: of 180 years so many holders come to the end of what 32 bits count.
	const days = 65_535;
	const trail = new Trail({customers: 3, leaked: Uint32Array.from([1]), days});
	const found = new Uint32Array(1);
	const window = {from: 65_531, to: 65_533, length: 3};
	for (let holder = 0; holder < 17_000; holder++) {
		// Every other one reached the listed customer before, and in the window again.
		const hadBefore = holder % 2 === 0;
		trail.follow({customers: Uint32Array.from(hadBefore ? [1, 1, 2, 2] : [1, 2, 2]), days: Uint16Array.from(hadBefore ? [65_400, 65_532, 65_532, 65_534] : [65_532, 65_532, 65_534])});
		if (trail.sizeIn(undefined) !== 2 || trail.sizeIn(window) !== 2 || trail.listedIn(undefined, found) !== 1 || trail.listedIn(window, found) !== 1) {
			t.fail(`holder ${holder}: ${trail.sizeIn(undefined)} customers, ${trail.sizeIn(window)} in the window, ${trail.listedIn(window, found)} listed`);
			return;
		}
	}

	t.is(found[0], 0);
});
