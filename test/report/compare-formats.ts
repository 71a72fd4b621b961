import {Ajv2020} from 'ajv/dist/2020.js';
import test from 'ava';
import type {Comparison} from '../../source/investigation/compare/compare.ts';
import type {Side} from '../../source/investigation/compare/side.ts';
import {compareJson} from '../../source/report/compare-formats.ts';
import {compareSchema} from '../../source/report/schemas/compare-schema.ts';
import {rawCharacters} from '../helpers/sample-report.ts';

const ajv = new Ajv2020({allErrors: true});
const isComparison = ajv.compile(compareSchema);

const side = (others: Partial<Side>): Side => ({
	kind: 'case', name: 'leak', head: {seq: 12, hash: 'a'.repeat(64)}, customers: new Map(), selections: [], exclusions: [], excluded: new Map(), sources: [], notified: new Map(), ...others,
});

const hostile = 'C1001\u001B[2J\u202E"</script>';
const comparison: Comparison = {
	a: side({kind: 'package', name: hostile, head: undefined}), b: side({kind: 'revision'}), same: 2,
	sources: {added: [{path: hostile, sha256: 'b'.repeat(64)}], removed: []},
	selections: {added: [{number: 2, filter: '', reason: hostile}], removed: []}, exclusions: {added: [], removed: [{number: 1, filter: 'reason:T402', reason: ''}]},
	in: [{customer: hostile, why: ['selection 2: the second account']}], out: [{customer: 'C1004', why: ['exclusion 1'], notified: '2020-10-26 letter'}],
	changed: [{customer: 'C1005', what: [{field: 'events', before: '1', now: '2'}], why: ['exports added: more.csv']}],
};

const json = (others: Partial<Comparison> = {}): string => compareJson({...comparison, ...others}, '0.1.0');

test('the JSON of a comparison is what its schema says, whatever the two sides hold', t => {
	for (const others of [{}, {in: [], out: [], changed: [], sources: {added: [], removed: []}}]) {
		t.true(isComparison(JSON.parse(json(others))), ajv.errorsText(isComparison.errors));
	}

	t.deepEqual(rawCharacters(json()), []);
	const more = {number: 1, filter: 'employee:E0042', reason: 'complaint', by: {name: 'J. Rivera', id: 'rivera@example.com'}};
	t.true(isComparison(JSON.parse(json({selections: {added: [more], removed: [more]}}))), 'what else a case knows of a selection is not told');
	t.is((JSON.parse(json()) as {readonly in: ReadonlyArray<{readonly customer: string}>}).in[0]!.customer, hostile);
});

test('the schema of a comparison refuses what the contract does not have', t => {
	const parsed = JSON.parse(json()) as Readonly<Record<string, unknown>>;
	t.false(isComparison({...parsed, surprise: 1}));
	t.false(isComparison({...parsed, same: undefined}));
	t.false(isComparison({...parsed, changed: [{customer: 'C1005', what: [], why: ['x']}]}));
	t.false(isComparison({...parsed, changed: [{customer: 'C1005', what: [{field: 'surprise', before: '', now: ''}], why: ['x']}]}));
	t.false(isComparison({...parsed, in: [{customer: 'C1005', why: []}]}), 'nobody comes in without a reason');
});
