import {csvLine, guardFormula, type CsvCell} from '../document/csv.ts';
import {presenceMeaning, presenceRecordWords, presenceWords} from '../document/presence-words.ts';
import {visibleText} from '../document/visible-text.ts';
import {formatInstant} from '../records/instant.ts';
import type {Presence} from '../records/presence.ts';
import type {PackagedAccount} from './packaged-case.ts';
import type {PackageContext, PackageFile} from './payload.ts';
import {told} from './withhold.ts';

export const accountsHeader = ['employee', 'name', 'kind', 'team', 'role', 'customers', 'events', 'firstAt', 'lastAt', 'presence', 'attribution'] as const;
export const rolesHeader = ['role', 'accounts', 'events', 'attribution'] as const;

const path = 'data/accounts/accounts.csv';

const attribution = 'an account, not a person: who sat behind it is not in the logs';

/** What was found beside the records of presence among the events of the row; where there is nothing, what was looked at. */
export const presenceCell = (presence: Presence | undefined): string => {
	if (presence === undefined) {
		return 'not checked';
	}

	const {findings} = presence;
	const held = presenceRecordWords(presence);
	return findings.length === 0 ? (held === '' ? 'no records of this account' : `nothing found beside ${held}`) : [...findings.map(found => presenceWords(found)), presenceMeaning].join('; ');
};

const cells = ({employee, name, kind, team, role, customers, events, firstAt, lastAt, presence}: PackagedAccount): readonly CsvCell[] => [
	visibleText(employee), visibleText(name ?? ''), visibleText(kind ?? 'unknown'), visibleText(team ?? ''), visibleText(role ?? ''), customers, events,
	formatInstant(firstAt), formatInstant(lastAt), presenceCell(presence), attribution,
];

/** A row as it stands in the file, cell by cell. */
export const accountRow = (account: PackagedAccount): readonly string[] => cells(account).map(cell => typeof cell === 'string' ? guardFormula(cell) : String(cell));

/** Role by role, with nothing that tells accounts apart. */
const roleRows = (context: PackageContext): readonly string[] => {
	const roles = new Map<string, {accounts: number; events: number}>();
	for (const {role, events} of context.contents.case.accounts) {
		const name = role === undefined ? 'unknown' : told(context, path, role);
		const sum = roles.get(name) ?? {accounts: 0, events: 0};
		roles.set(name, {accounts: sum.accounts + 1, events: sum.events + events});
	}

	return [...roles].toSorted(([a], [b]) => a < b ? -1 : 1).map(([role, {accounts, events}]) => csvLine([visibleText(role), accounts, events, attribution], {guarded: true}));
};

const text = (context: PackageContext): readonly string[] => context.contents.audience === 'regulator'
	? [csvLine(rolesHeader, {guarded: true}), ...roleRows(context)]
	: [csvLine(accountsHeader, {guarded: true}), ...context.contents.case.accounts.map(account => csvLine(cells(account), {guarded: true}))];

/** The accounts of interest; the regulator gets their roles. */
export const accountsFile: PackageFile = {path, about: 'the user accounts of interest', audiences: ['law-enforcement', 'regulator', 'hr', 'internal'], text};
