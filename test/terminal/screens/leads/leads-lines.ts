import test from 'ava';
import {printFilter} from '../../../../source/filter/print.ts';
import type {Lead, Leads} from '../../../../source/investigation/leads/leads.ts';
import {initialState} from '../../../../source/terminal/app/initial-state.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {evidenceFilter, leadsKeys} from '../../../../source/terminal/screens/leads/keys.ts';
import {leadsLines} from '../../../../source/terminal/screens/leads/leads-lines.ts';
import type {State} from '../../../../source/terminal/app/state.ts';
import {textWidth} from '../../../../source/terminal/text/fit-text.ts';

const lead: Lead = {
	rank: 1, employee: 'E0042', name: 'J. Rivera', separable: true, consistentWith: 61, share: 0.52, customers: 812, netEvidence: 41.2, strength: 'strong', alsoConsistent: ['E0107'],
	window: {from: '2020-10-03', to: '2020-10-16'}, why: ['reached 61 of the 118 listed customers from 2020-10-03 to 2020-10-16, among 812 customers in all'],
};

const answer: Leads = {
	list: {leaked: {given: 120, resolved: 118, sha256: '0'.repeat(64)}, verdict: 'separable', because: 'That is where to look next, not who did it.', unexplained: 0.18, leads: [lead], groups: []},
	behaviour: [{employee: 'E0107', state: 'unusual', why: ['412 customers on 14 Oct 2020; usual 31, team 28'], day: '2020-10-14'}],
	caveats: ['Base rate: 40 accounts are ranked.', 'Other explanations that fit the same numbers: nobody inside.', 'list.txt: 2 entries are no customer: reader1@example.org, eve\u001B[31m@example.org.'],
};

const state = (columns = 120, rows = 40): State => ({
	...initialState({size: {columns, rows}, request: {paths: ['crm.csv']}, commandPaths: ['crm.csv'], displayTimezone: 'UTC', localZone: 'UTC', investigator: undefined, now: 0, blind: false, pseudonymKey: 'k'}),
	screen: 'leads', leads: {place: {cursor: 0, top: 0}, answer: {zone: 'UTC', value: answer}},
});

const textOf = (shown: State): string => leadsLines(shown).map(line => lineText(line)).join('\n');

test('the account under the cursor has its evidence, and the other explanations stand below whatever the size', t => {
	for (const [columns, rows] of [[80, 24], [120, 40], [40, 10]] as const) {
		const lines = leadsLines(state(columns, rows));
		t.true(lines.length <= rows - 6, `${columns}×${rows}`);
		t.regex(lines.map(line => lineText(line)).join('\n').replaceAll(/\s+/g, ' '), /Other explanations/);
	}

	const wide = textOf(state());
	t.regex(wide, /▸ 1 E0042 J• R• +strong +separable +61 of 118/);
	t.regex(wide, /reached 61 of the 118/);
	t.true(leadsLines(state(80, 24)).filter(line => textWidth(lineText(line)) > 76).length <= 1);
});

test('nothing of a log is drawn raw, and addresses are masked until they are asked for', t => {
	t.false(textOf(state()).includes('\u001B'));
	t.notRegex(textOf(state()), /reader1@/);
	t.regex(textOf({...state(), masked: false}), /reader1@example\.org/);
});

test('blind, accounts have pseudonyms and no names', t => {
	t.notRegex(textOf({...state(), blind: true}), /E0042|E0107|Rivera/);
});

test('the evidence of a lead is its account, its window and the listed customers; of behaviour the strongest day', t => {
	t.is(printFilter(evidenceFilter({lead}, 'UTC')), 'employee:E0042 time:[2020-10-03T00:00:00Z TO 2020-10-17T00:00:00Z) leaked:true');
	t.is(printFilter(evidenceFilter({behaviour: answer.behaviour[0]!}, 'UTC')), 'employee:E0107 time:[2020-10-14T00:00:00Z TO 2020-10-15T00:00:00Z)');
});

test('Enter shows the evidence in Explore; a without a case says how one is made', t => {
	t.deepEqual(leadsKeys(state(), {chord: 'enter'})?.map(({type}) => type), ['view', 'screen']);
	t.like(leadsKeys({...state(), load: {...state().load, status: 'complete'}}, {chord: 'a'})![0]!, {type: 'say'});
	t.deepEqual(leadsKeys({...state(), leads: {place: {cursor: 0, top: 0}, failure: 'Stopped.'}}, {chord: 'enter'})?.map(({type}) => type), ['leads']);
});

test('no caveat is left out while there are empty rows', t => {
	const many: Leads = {...answer, caveats: Array.from({length: 14}, (_, index) => `Caveat ${index + 1} of what these numbers cannot say.`)};
	const shown = leadsLines({...state(), leads: {place: {cursor: 0, top: 0}, answer: {zone: 'UTC', value: many}}}).map(line => lineText(line));
	t.true(shown.some(line => line.includes('Caveat 14 ')));
	t.notRegex(shown.join('\n'), /whosaw leads prints/);
	t.true(shown.length <= 34);
	t.regex(shown.join('\n'), /▸ 1 E0042/);
});

test('at 80 columns and 24 rows all reasons of the account under the cursor are in view', t => {
	const many: Leads = {
		...answer, caveats: [...answer.caveats, ...Array.from({length: 9}, (_, index) => `Caveat ${index}.`)],
		behaviour: [{...answer.behaviour[0]!, why: Array.from({length: 5}, (_, index) => `reason ${index + 1} is long enough to take two rows of a narrow terminal: usual 31, team 28`)}],
	};
	const shown = leadsLines({...state(80, 24), leads: {place: {cursor: 1, top: 0}, answer: {zone: 'UTC', value: many}}}).map(line => lineText(line));
	t.regex(shown.join('\n'), /▸ +E0107[^]*reason 1[^]*reason 5 [^\n]*\n +31, team 28\n── \d+ of 12 caveats; whosaw leads prints all ─+\n- Other explanations/);
	t.is(shown.length, 18);
});

test('beside an account stands what was found beside records of presence, and every account of which something was found is listed', t => {
	const presence = [{finding: 'leave', events: 12, customers: 9}] as const;
	const value: Leads = {...answer, list: {...answer.list!, leads: [{...lead, presence}]}, presence: [{employee: 'E0042', name: 'J. Rivera', records: {leave: 1}, findings: presence}, {employee: 'E0200', records: {shift: 3}, findings: [{finding: 'outside-shift', events: 1, customers: 0}]}]};
	const at = (cursor: number): State => ({...state(), leads: {place: {cursor, top: 0}, answer: {zone: 'UTC', value}}});
	t.regex(textOf(at(0)), /▸ 1 E0042[^]*- used during recorded leave: 12 events, 9 customers\n +- points as often to stolen credentials as to guilt\n +- also consistent: E0107/);
	t.regex(textOf(at(3)), /Accounts used beside the records of presence\n +E0042 J• R• [^]*\n▸ +E0200 +outside own shift: 1 event, 0 customers *\n +- outside own shift: 1 event, 0 customers\n +- points as often/);
	t.notRegex(textOf({...at(3), blind: true}), /E0042|E0200|Rivera/);
	t.is(printFilter(evidenceFilter({presence: value.presence![1]!}, 'UTC')), 'employee:E0200');
	t.regex(textOf({...state(), leads: {place: {cursor: 0, top: 0}, answer: {zone: 'UTC', value: {...answer, presence: []}}}}), /nothing was found of the accounts that have some/);
	t.notRegex(textOf(state()), /presence/);
});
