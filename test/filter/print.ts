import test from 'ava';
import fc from 'fast-check';
import {allOf, anyOf, match, negate} from '../../source/filter/build.ts';
import {exactly} from '../../source/filter/conjuncts.ts';
import type {Filter, FilterField} from '../../source/filter/filter.ts';
import {canonicalBlock} from '../../source/filter/network.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {printFilter, valueText} from '../../source/filter/print.ts';
import {filterSentence} from '../../source/filter/sentence.ts';
import {meaningOfValue} from '../../source/filter/values.ts';
import {dataTypes} from '../../source/records/data-type.ts';

const context = {displayTimezone: 'Pacific/Apia'};
const parse = (text: string): Filter => parseFilter(text, context);

/** Texts that look like syntax, like attacks, or like nothing at all. */
const hostile = [
	'AND', 'OR', 'NOT', 'TO', '-', '--', '"', '\\', '\\"', '"\\', '*', '?', '(', ')', '[', ']', ':', 'a:b', 'employee:x', ' ', '\n', '\u0000', '\u202E', '\uD800', '\uDC00\uD800', '\u00A0', '\uFEFF',
	'\'; DROP TABLE events; --', '__proto__', 'constructor', '${x}', '%', '_', '>=5', '2020-10-01..', 'O\'Brien', 'CORP\\jdoe', 'a@B.c', 'İ@x', '😀', 'e\u0301', '=cmd()', '<b>', '..', '~', '/regex/', 'a OR b',
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({minLength: 1, unit: 'binary'}), fc.array(fc.constantFrom(...hostile), {minLength: 1, maxLength: 4}).map(parts => parts.join('')));
const instant = fc.integer({min: -2_000_000_000_000_000, max: 7_000_000_000_000_000});

const plainFields: readonly FilterField[] = ['employee', 'team', 'customer', 'country', 'action', 'system', 'resource', 'reason', 'source', 'data', 'text'];
const literal = fc.record({field: fc.constantFrom(...plainFields), value: text}).map(({field, value}) => exactly(field, value));

const word = fc.oneof(text.map(value => ({quoted: true, text: value})), fc.constantFrom('*', '?', '**?', 'a*', '?b').map(value => ({quoted: false, text: value})));
const pattern = fc.record({field: fc.constantFrom<FilterField>('employee', 'customer', 'resource', 'system', 'data'), words: fc.array(word, {minLength: 1, maxLength: 5})})
	.map(({field, words}) => meaningOfValue(field, {kind: 'words', at: 0, words}, context));

const time = fc.tuple(instant, instant, fc.constantFrom('both', 'from', 'to')).filter(([a, b]) => a !== b).map(([a, b, sides]) => match('time', {
	kind: 'within',
	...(sides === 'to' ? {} : {from: Math.min(a, b)}),
	...(sides === 'from' ? {} : {to: Math.max(a, b)}),
}));

const block = fc.oneof(
	fc.tuple(fc.ipV4(), fc.nat({max: 32})).map(([address, length]) => `${address}/${length}`),
	fc.tuple(fc.ipV6(), fc.nat({max: 128})).map(([address, length]) => `${address}/${length}`),
).map(written => match('ip', {kind: 'network', block: canonicalBlock(written) ?? ''}));

const leaf = fc.oneof(
	literal,
	pattern,
	time,
	block,
	fc.constantFrom<FilterField>('reason', 'employee', 'ip', 'time', 'count').map(field => match(field, {kind: 'present'})),
	fc.constantFrom(...dataTypes).map(({id}) => exactly('data', id)),
	fc.constantFrom('read', 'export').map(value => exactly('activity', value)),
	fc.boolean().map(value => match('leaked', {kind: 'truth', value})),
	fc.record({operator: fc.constantFrom('=', '>', '>=', '<', '<='), value: fc.nat()}).map(({operator, value}) => match('count', {kind: 'compare', operator, value})),
);

const {tree} = fc.letrec<{tree: Filter}>(tie => ({
	tree: fc.oneof(
		{maxDepth: 5, depthIdentifier: 'filter'},
		leaf,
		tie('tree').map(part => negate(part)),
		fc.array(tie('tree'), {maxLength: 4}).map(parts => allOf(parts)),
		fc.array(tie('tree'), {maxLength: 4}).map(parts => anyOf(parts)),
	),
}));

test('the parse of the print is the same tree, whatever the values hold', t => {
	fc.assert(fc.property(tree, filter => {
		const printed = printFilter(filter);
		t.deepEqual(parse(printed), filter, printed);
	}), {numRuns: 2000});
});

test('the print of any text that parses is canonical', t => {
	const pieces = fc.constantFrom(...hostile, 'employee:', 'time:', '2020-10', 'count:', '5', 'data:', 'email', ' AND ', ' OR ', ' NOT ', 'team:(', 'a*');
	let parsed = 0;
	fc.assert(fc.property(fc.array(pieces, {maxLength: 12}), parts => {
		const written = parts.join('');
		let filter: Filter;
		try {
			filter = parse(written);
		} catch (error) {
			return error instanceof Error && error.name === 'ExpectedError';
		}

		parsed++;
		const printed = printFilter(filter);
		t.deepEqual(parse(printed), filter, written);
		return printFilter(parse(printed)) === printed;
	}), {numRuns: 5000});
	t.true(parsed > 500, `${parsed} texts parsed`);
});

test('the canonical text means the same in every zone', t => {
	fc.assert(fc.property(tree, filter => {
		const printed = printFilter(filter);
		t.deepEqual(parseFilter(printed, {displayTimezone: 'America/New_York'}), parse(printed));
	}), {numRuns: 200});
});

test('a literal value printed behind a field is that value', t => {
	fc.assert(fc.property(text, value => {
		t.deepEqual(parse(`resource:${valueText(value)}`), match('resource', {kind: 'is', text: value}));
		t.deepEqual(parse(`resource:(x OR ${valueText(value)})`), anyOf([exactly('resource', 'x'), match('resource', {kind: 'is', text: value})]));
	}));
});

test('quotes stand only where they are needed', t => {
	t.is(valueText('arn:aws:s3:::bucket/key'), 'arn:aws:s3:::bucket/key');
	t.is(valueText('O\'Brien'), 'O\'Brien');
	t.is(valueText('jane doe'), '"jane doe"');
	t.is(valueText('C1*'), '"C1*"');
	t.is(valueText(String.raw`a "b" \c`), String.raw`"a \"b\" \\c"`);
	t.is(printFilter(parse('"https://x"')), '"https://x"');
});

test('every filter has a sentence of its own', t => {
	fc.assert(fc.property(tree, filter => /^(?:All accesses|No accesses|Accesses where .+)\.$/s.test(filterSentence(filter))));
	t.pass();
});
