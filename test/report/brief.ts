import test from 'ava';
import {textWidth} from '../../source/document/text-width.ts';
import {markdownPage} from '../../source/document/markdown-page.ts';
import {briefOf} from '../../source/investigation/case/brief.ts';
import {emptyState} from '../../source/case/case-state.ts';
import {blocksText} from '../../source/report/blocks-text.ts';
import {briefBlocks} from '../../source/report/brief-blocks.ts';
import {rawCharacters, sampleAnswer, whole} from '../helpers/sample-report.ts';

test('a brief gives each country as a range when bulk exports name nobody', t => {
	const {countries, counts} = briefOf(sampleAnswer, undefined, new Set(['C1001']));
	t.deepEqual(countries[0], {country: 'GB', atLeast: 286, atMost: 5286});
	t.is(counts.corroborated.customers, 1);
});

test('a brief has clocks where the facts say who answers for the data, and says what nobody stated', t => {
	const state = {...emptyState, facts: {controllers: [{name: 'Example Retail Ltd', country: 'GB', awareAt: '2020-10-23T09:00:00Z'}]}};
	const {clocks, unknown} = briefOf(sampleAnswer, state, new Set());
	t.true(clocks.some(({statement}) => statement.includes('ends 2020-10-26T09:00:00Z')));
	t.true(unknown.includes('Nobody stated who got the data (recipients).'));
	t.deepEqual(briefOf(sampleAnswer, undefined, new Set()).clocks, []);
});

test('a brief fits into 80 columns, is one page, and lets no value act', async t => {
	const hostile = '\u001B[2J\u202E**x**';
	const state = {...emptyState, facts: {title: hostile, controllers: [{name: hostile, awareAt: '2020-10-23T09:00:00Z'}]}};
	const blocks = briefBlocks(briefOf({...sampleAnswer, limitations: Array.from({length: 100}, () => hostile)}, state, new Set()));
	const text = blocksText(blocks);
	t.deepEqual(rawCharacters(text), []);
	t.deepEqual(rawCharacters(await whole(markdownPage(blocks))), []);
	t.deepEqual(text.split('\n').filter(line => textWidth(line) > 80), []);
	t.true(text.includes('and 94 more'));
});
