import test from 'ava';
import {canonicalJson} from '../../source/records/canonical-json.ts';
import {formatBytes, formatCount, formatNumber, formatPercent} from '../../source/document/format-number.ts';
import {escapeHtml} from '../../source/document/html.ts';
import {escapeMarkdown, markdownTable} from '../../source/document/markdown.ts';
import {sparkline} from '../../source/document/sparkline.ts';
import {textTable} from '../../source/document/text-table.ts';
import {cutToWidth, fitToWidth} from '../../source/document/text-width.ts';

test('numbers carry thousands separators and counts their noun', t => {
	t.is(formatNumber(1_234_567), '1,234,567');
	t.is(formatCount(1, 'customer'), '1 customer');
	t.is(formatCount(5558, 'customer'), '5,558 customers');
	t.is(formatCount(2, 'entry', 'entries'), '2 entries');
});

test('bytes are given in decimal units', t => {
	t.deepEqual([0, 1, 999, 1000, 999_600, 1_100_000_000].map(bytes => formatBytes(bytes)), ['0 bytes', '1 byte', '999 bytes', '1.0 kB', '1.0 MB', '1.1 GB']);
});

test('a percentage is 0 or 100 only when it is exact', t => {
	t.deepEqual([formatPercent(0, 5), formatPercent(1, 100_000), formatPercent(99_999, 100_000), formatPercent(5, 5), formatPercent(1, 8)], ['0%', '0.1%', '99.9%', '100%', '12.5%']);
});

test('a sparkline shows the least event above nothing', t => {
	t.is(sparkline([0, 1, 500, 1000]), '▁▂▅█');
	t.is(sparkline([]), '');
	t.is(sparkline([0, 0]), '▁▁');
	t.is(sparkline([1, 1, 4, 4], 2), '▄█');
});

test('canonical JSON sorts keys by UTF-16 units and writes numbers as ECMAScript does (RFC 8785)', t => {
	t.is(canonicalJson({'\u20AC': 1, '\r': 2, '\uFB33': 3, 1: 4, '\u{1F600}': 5, '\u0080': 6, '\u00F6': 7}), '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\uFB33":3}');
	t.is(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0]), '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
	t.is(canonicalJson({a: undefined, b: null, c: [true, 'x\u000F"\\']}), String.raw`{"b":null,"c":[true,"x\u000f\"\\"]}`);
	t.throws(() => canonicalJson(Number.NaN), {instanceOf: TypeError});
	t.is(canonicalJson(JSON.parse('{"__proto__":1,"a":2}') as Record<string, number>), '{"__proto__":1,"a":2}');
});

test('Markdown shows a value as its characters', t => {
	t.is(escapeMarkdown('- [x](http://example.com) <b>|`'), String.raw`\- \[x\](http\://example.com) \<b>\|` + '\\`');
	t.is(escapeMarkdown('> crm.csv: (a)'), String.raw`\> crm.csv: (a)`);
	t.is(escapeMarkdown('1. x'), String.raw`1\. x`);
	t.is(escapeMarkdown('1)'), String.raw`1\)`);
	t.is(escapeMarkdown('6.1 kB'), '6.1 kB');
	t.is(escapeMarkdown('www.example.com'), String.raw`www\.example.com`);
	t.is(escapeMarkdown('a\nb'), 'a␊b');
	t.is(markdownTable([{title: 'customer'}, {title: 'events', align: 'right'}], [['C|1', '2']]), '| customer | events |\n| --- | ---: |\n| C\\|1 | 2 |\n');
});

test('HTML shows a value as its characters', t => {
	t.is(escapeHtml('<img src=x onerror="a()">&\'`\u001B'), '&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;&#39;&#96;␛');
});

test('text is cut at whole characters by its width on the screen', t => {
	t.is(cutToWidth('日本語', 6), '日本語');
	t.is(cutToWidth('日本語', 5), '日本…');
	t.is(cutToWidth('👨‍👩‍👧👨‍👩‍👧', 3), '👨‍👩‍👧…');
	t.is(fitToWidth('ab', 4, 'right'), '  ab');
	t.is(cutToWidth('abc', 0), '');
});

test('a text table aligns its columns', t => {
	t.deepEqual(textTable([{title: 'who', maximum: 5}, {title: 'n', align: 'right'}], [['日本', '1'], ['abcdefgh', '20'], ['a\nb', '3']]), [
		'who     n',
		'日本    1',
		'abcd…  20',
		'a␊b     3',
	]);
});
