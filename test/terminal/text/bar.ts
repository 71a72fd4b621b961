import test from 'ava';
import fc from 'fast-check';
import {progressBar, smoothBar} from '../../../source/terminal/text/bar.ts';

test('a progress bar shows how far and how far to go', t => {
	t.is(progressBar(0.41, 6), '▓▓░░░░');
	t.is(progressBar(0, 3), '░░░');
	t.is(progressBar(1, 3), '▓▓▓');
	t.is(progressBar(Number.NaN, 3), '░░░');
	t.is(progressBar(0.5, 0), '');
});

test('a smooth bar has eighths of a column', t => {
	t.is(smoothBar(0.5, 4), '██  ');
	t.is(smoothBar(0.53, 4), '██▏ ');
	t.is(smoothBar(2, 2), '██');
});

test('a bar is empty for nothing only and full for all only', t => {
	t.is(smoothBar(0.0001, 4), '▏   ');
	t.is(smoothBar(0.9999, 4), '███▉');
	fc.assert(fc.property(fc.double({min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true}), fc.integer({min: 1, max: 60}), (fraction, width) => {
		for (const bar of [smoothBar(fraction, width), progressBar(fraction, width)]) {
			t.is(bar.length, width);
			t.not(bar, '█'.repeat(width));
			t.not(bar, '▓'.repeat(width));
		}

		t.not(smoothBar(fraction, width).trim(), '');
	}));
});
