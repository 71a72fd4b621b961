import {readFileSync} from 'node:fs';
import test from 'ava';
import {formats} from '../../source/formats/formats.ts';

const page = (name: string): string => readFileSync(`docs/formats/${name}.md`, 'utf8');

const kept = (name: string): string => page(name).split('\n## How long it is kept\n')[1]?.split(/\n(?:This format|## |The login history)/)[0] ?? '';

test('every format has a page that says how to export it, what it shows and cannot show, and how long it is kept', t => {
	for (const {name} of formats) {
		t.deepEqual(page(name).match(/^## .*$/gm), ['## How to export it', '## What it shows', '## What it cannot show', '## How long it is kept'], name);
	}
});

test('a page that gives a number of days, weeks, months or years that a log is kept says where that stands and when it was seen', t => {
	for (const {name} of formats) {
		const text = kept(name);
		t.true(text.trim().length > 20, name);
		t.true(!/\b(?:\d+|two|six|eight|a) (?:days|weeks|months|years?)\b/.test(text) || /\]\(https?:[^)]+\)[^]*?seen\s2\d{3}-\d{2}-\d{2}/.test(text), `${name}: ${text}`);
	}
});

test('the days for which a log is kept are the same beside its numbers and on its page', t => {
	for (const {name, limitations} of formats) {
		for (const [days] of limitations.join(' ').matchAll(/\b\d+ days\b/g)) {
			t.true(page(name).replaceAll(/\s+/g, ' ').includes(days.replace(' days', '')), `${name}: ${days}`);
		}
	}
});
