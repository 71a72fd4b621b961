import test from 'ava';
import {compareSides} from '../../source/investigation/compare/compare.ts';
import type {Side} from '../../source/investigation/compare/side.ts';
import {accountPseudonyms} from '../../source/document/account-pseudonyms.ts';
import {blindPseudonyms} from '../../source/report/blinding.ts';
import {maskComparison, maskSaid} from '../../source/report/mask-comparison.ts';
import {pseudonymsOf} from '../../source/report/pseudonyms.ts';

const side = (name: string, employees: readonly string[], more: Partial<Side> = {}): Side => ({
	kind: 'case', name, head: undefined, selections: [], exclusions: [], excluded: new Map(), sources: [], notified: new Map([['C1001', '2025-10-02 bh7 rang']]),
	customers: new Map([['C1001', {dataTypes: ['email'], level: 'accessed', events: 1, employees, selections: [1]}]]), ...more,
});

test('blind, two filters that name one account by two names stay two, and no account is named', t => {
	const {of} = accountPseudonyms('a key').among(['bh7', 'E0107']);
	const hide = (text: string): string => text.replaceAll(/bh7|Bertil Hauge/g, () => of('bh7'));
	const by = blindPseudonyms(pseudonymsOf('a key'), {accounts: [{account: 'bh7', names: ['Bertil Hauge']}, {account: 'E0107', names: []}], of, hide});
	const a = side('case of bh7', ['E0107'], {selections: [{number: 1, filter: 'employee:bh7', reason: 'he said so'}]});
	const b = side('case of bh7', ['E0107', 'bh7'], {selections: [{number: 1, filter: 'employee:"Bertil Hauge"', reason: ''}], sources: [{path: 'bh7.csv', sha256: 'a'.repeat(64)}]});
	const masked = maskComparison(compareSides(a, b, maskSaid(by)), by);
	t.is(masked.a.name, `case of ${of('bh7')}`);
	t.deepEqual(masked.selections, {added: [{number: 1, filter: `employee:${of('bh7')}`, reason: ''}], removed: [{number: 1, filter: `employee:${of('bh7')}`, reason: '•••'}]});
	t.deepEqual(masked.sources.added.map(({path}) => path), [`${of('bh7')}.csv`]);
	t.deepEqual(masked.changed, [{
		customer: 'C1001', notified: '2025-10-02 •••', what: [{field: 'accounts', before: of('E0107'), now: [of('E0107'), of('bh7')].toSorted().join(';')}],
		why: [`selection 1: employee:${of('bh7')}`, 'no longer selection 1: •••', `exports added: ${of('bh7')}.csv`],
	}]);
});
