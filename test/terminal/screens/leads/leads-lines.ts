import test from 'ava';
import {printFilter} from '../../../../source/filter/print.ts';
import type {Lead, Leads} from '../../../../source/investigation/leads/leads.ts';
import {listCaveats} from '../../../../source/investigation/leads/list-words.ts';
import {initialState} from '../../../../source/terminal/app/initial-state.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {perform} from '../../../../source/terminal/keymap/command.ts';
import {commandFor} from '../../../../source/terminal/keymap/commands.ts';
import {evidenceFilter, leadsKeys} from '../../../../source/terminal/screens/leads/keys.ts';
import {leadsLines, leadsText} from '../../../../source/terminal/screens/leads/leads-lines.ts';
import {shortCaveat} from '../../../../source/terminal/screens/leads/short-caveats.ts';
import {spokenLeads} from '../../../../source/terminal/spoken/spoken-leads.ts';
import type {State} from '../../../../source/terminal/app/state.ts';
import {textWidth} from '../../../../source/terminal/text/fit-text.ts';

const lead: Lead = {
	rank: 1, employee: 'E0042', name: 'J. Rivera', separable: true, consistentWith: 61, share: 0.52, customers: 812, netEvidence: 41.2, strength: 'strong', alsoConsistent: ['E0107'],
	window: {from: '2020-10-03', to: '2020-10-16'}, why: ['reached 61 of the 118 listed customers from 2020-10-03 to 2020-10-16, among 812 customers in all'],
};

const answer: Leads = {
	list: {leaked: {given: 120, resolved: 118, sha256: '0'.repeat(64)}, lists: [], verdict: 'separable', because: 'That is where to look next, not who did it.', unexplained: 0.18, leads: [lead], groups: []},
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
		t.regex(lines.map(line => lineText(line)).join('\n').replaceAll(/\s+/g, ' '), /other explanations/i);
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
	t.is(printFilter(evidenceFilter({lead}, 'UTC', Date.UTC(2020, 9, 9) * 1000)), 'employee:E0042 time:[2020-10-03T00:00:00Z TO 2020-10-17T00:00:00Z) time:[* TO 2020-10-09T00:00:00Z) leaked:true');
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
	t.notRegex(shown.join('\n'), /w reads/);
	t.true(shown.length <= 34);
	t.regex(shown.join('\n'), /▸ 1 E0042/);
});

test('at 80 columns and 24 rows all reasons of the account under the cursor are in view', t => {
	const many: Leads = {
		...answer, caveats: [...answer.caveats, ...Array.from({length: 9}, (_, index) => `Caveat ${index}.`)],
		behaviour: [{...answer.behaviour[0]!, why: Array.from({length: 5}, (_, index) => `reason ${index + 1} is long enough to take two rows of a narrow terminal: usual 31, team 28`)}],
	};
	const shown = leadsLines({...state(80, 24), leads: {place: {cursor: 1, top: 0}, answer: {zone: 'UTC', value: many}}}).map(line => lineText(line));
	t.regex(shown.join('\n'), /▸ +E0107[^]*reason 1[^]*reason 5 [^\n]*\n +31, team 28\n── 12 caveats; w reads them whole ─+\n1 other explanations/);
	t.is(shown.length, 18);
});

const ranked: Leads = {
	...answer, list: {...answer.list!, because: 'The list is consistent with accounts that can be told from the teams, systems, reports and markets they belong to. That is where to look next, not who did it.'},
	caveats: [
		'Base rate: 40 accounts are ranked, and most lists have several explanations; being on top is a reason to look, not a finding.', '11.2% of the list is explained by nobody here.',
		'When the list surfaced was not said (--surfaced DATE): accesses after it were ranked too.', 'What would change the answer: more customers who report, and exports that are missing.',
		'Also consistent, and no person: the market GB (56 listed customers, moderate).', 'Other explanations that fit the same numbers: the queue or team, nobody inside.',
		'What this cannot see: someone who gives away what they saw in normal work does not stand out by behaviour at all.',
		...listCaveats({path: 'exports/leaked.txt', sha256: '0', given: 238, resolved: 233, repeated: 0, same: 0, ambiguous: 0, unknown: ['reader1@example.org'], customers: []}),
		'Nobody said how the exports were selected: an export that was filtered on employees would rig this answer (whosaw case sources describe).',
		'15 records could not be understood and are not ranked (whosaw sources --rejected).', '46 bulk exports name no customers: who is in them is not known, and any of them may be where the list comes from.',
	],
};

const rankedState = (columns: number, rows: number): State => ({...state(columns, rows), leads: {place: {cursor: 0, top: 0}, answer: {zone: 'UTC', value: ranked}}});

test('at 80 columns and 24 rows no caveat is out of view: each stands there in a few words, beside the verdict and the evidence', t => {
	const shown = textOf(rankedState(80, 24));
	for (const words of ['1 Other explanations', '2 base rate: 40 accounts', '3 nobody explains 11.2%', '4 no surfacing date', '6 the market GB fits too', '8 list: 233 of 238 known', '9 list: 1 unknown', '10 selection not said', '11 rejected: 15', '12 bulk exports naming nobody: 46']) {
		t.true(shown.includes(words), shown);
	}

	t.regex(shown, /they belong to\. That is where to look\nnext, not who did it\./);
	t.regex(shown, /also consistent: E0107/);
	t.true(leadsLines(rankedState(80, 24)).length <= 18);
});

test('in every window it is said how many caveats there are, and w reads them whole', t => {
	for (const [columns, rows] of [[40, 10], [60, 16], [80, 24], [120, 40]] as const) {
		t.regex(textOf(rankedState(columns, rows)), /12 caveats/, `${columns}×${rows}`);
		t.regex(leadsText(rankedState(columns, rows), columns - 4).map(line => lineText(line)).join(' ').replaceAll(/\s+/g, ' '), /E0042 .* What stands against it 1 Other explanations .* 12 46 bulk exports name no customers: who is in them is not known/, `${columns}×${rows}`);
	}

	t.deepEqual(perform(commandFor('w', 'leads')!, rankedState(80, 24)).at(-1), {type: 'open', layer: {kind: 'leads-text', top: 0}});
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

test('beside the leads stands what the answer would be without each list, in w and for the ear too', t => {
	const leaveOneOut = [
		{list: 'dump.csv', sha256: '1'.repeat(64), resolved: 60, only: 50, left: 68, verdict: 'inseparable', first: 'E0107', name: 'Ada Reyes', verdictChanges: true, firstChanges: true, why: 'without dump.csv (60 customers, 50 of them on no other list) 68 customers are left: the verdict is inseparable instead of separable, and another account is first'},
		{list: 'reports\u001B[31m.txt', sha256: '2'.repeat(64), resolved: 68, only: 58, left: 60, verdict: 'separable', first: 'E0042', verdictChanges: false, firstChanges: false, why: 'without reports\u001B[31m.txt (68 customers, 58 of them on no other list) 60 customers are left: the verdict is still separable, and the same account is first'},
	] as const;
	const several: State = {...state(), leads: {place: {cursor: 0, top: 0}, answer: {zone: 'UTC', value: {...answer, list: {...answer.list!, leaveOneOut}}}}};
	const shown = textOf(several).replaceAll(/\s+/g, ' ');
	t.regex(shown, /without one of the lists - without dump\.csv \(60 customers, 50 of them on no other list\) 68 customers are left: the verdict is inseparable instead of separable, and another account is first \(E0107 A• R•\) - without reports/);
	t.false(textOf(several).includes('\u001B'));
	t.regex(leadsText(several, 100).map(line => lineText(line)).join(' ').replaceAll(/\s+/g, ' '), /without one of the lists .* another account is first .* What stands against it/);
	t.true(spokenLeads(several).some(text => text.includes('another account is first')));
	t.notRegex(textOf({...several, blind: true}), /E0107|E0042|Reyes/);
	t.is(shortCaveat('The answer rests on dump.csv: without it the verdict is inseparable instead of separable, and another account is first.'), 'rests on dump.csv');
});

test('where a list ranks nobody, why and what to do stand there whole, and the account below is under the heading of its days', t => {
	const because = 'None of the 40 entries is a customer of these exports or of the directory: too few to say. Is it the right column, and is the directory of customers given (--customers)?';
	const value: Leads = {
		...ranked, list: {...answer.list!, lists: [], verdict: 'too-few', because, leads: []},
		behaviour: [{...answer.behaviour[0]!, why: Array.from({length: 7}, (_, index) => `reason ${index + 1} is long enough to take two rows of a narrow terminal: usual 31, team 28`)}, answer.behaviour[0]!],
	};
	for (const cursor of [0, 1]) {
		const shown = leadsLines({...state(80, 24), leads: {place: {cursor, top: 0}, answer: {zone: 'UTC', value}}}).map(line => lineText(line));
		const text = shown.join('\n').replaceAll(/\s+/g, ' ');
		t.true(text.includes(`too-few: ${because}`), text);
		t.regex(text, /days unlike the account's own and its team's (?:E0107 [^▸]*)?▸ E0107/i);
		t.regex(text, /8 list: 233 of 238 known 9 list: 1 unknown/);
		t.is(shown.length, 18);
	}
});
