import test from 'ava';
import {productPattern, rulePattern} from '../../source/rules/pattern.ts';

/** RE2's beginning and end of a text, as JavaScript writes them. */
const matches = (pattern: string, text: string): boolean => new RegExp(pattern.replace(/^\(\?is?\)/, '').replace(String.raw`\A`, '^').replace(/\\z$/, '$'), 'is').test(text);

test('a glob is for the whole value', t => {
	t.true(matches(rulePattern('public.*'), 'public.orders'));
	t.false(matches(rulePattern('public'), 'public.orders'));
});

test('a product is the name of a format, or what the names of several begin with', t => {
	for (const [product, format, holds] of [['salesforce', 'salesforce-eventlogfile', true], ['salesforce', 'salesforce-realtime', true], ['Salesforce-EventLogFile', 'salesforce-eventlogfile', true], ['aws', 'aws-cloudtrail', true], ['sales', 'salesforce-realtime', false], ['box', 'dropbox', false], ['/^box$/', 'box', true]] as const) {
		t.is(matches(productPattern(product), format), holds, `${product} ${format}`);
	}
});
