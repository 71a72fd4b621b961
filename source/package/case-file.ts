import {safeJson} from '../document/safe-json.ts';
import {dataTypes} from '../records/data-type.ts';
import {formatInstant} from '../records/instant.ts';
import {withoutCards} from './card-numbers.ts';
import type {Audience} from './contents.ts';
import type {PackageContext, PackageFile} from './payload.ts';
import {isRestricted, toldValue} from './withhold.ts';

export const caseSchemaName = 'whosaw.case/1';

const path = 'data/case.json';

type Fields = Readonly<Record<string, unknown>>;

/** The facts of the incident that an audience needs; which customers were told is for investigators. */
const factsFor: Readonly<Partial<Record<Audience, readonly string[]>>> = {
	regulator: [
		'title', 'controllers', 'discovered', 'recipients', 'consequences', 'measuresTaken', 'measuresProposed', 'adviceToCustomers', 'priorReports', 'staffTraining', 'hold', 'contact',
	],
	hr: ['title', 'discovered', 'measuresTaken', 'staffTraining', 'accountStatus', 'hold'],
};

const facts = ({contents: {audience, case: {facts: all}}, tally}: PackageContext): Fields => {
	const names = factsFor[audience];
	if (!names) {
		return all;
	}

	const left = Object.keys(all).filter(name => !names.includes(name));
	if (left.length > 0) {
		tally.redactions.push({file: path, what: `facts: ${left.toSorted().join(', ')}`});
	}

	return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
};

/** What all who get the file learn. */
const head = (context: PackageContext): Fields => {
	const {contents} = context;
	const {revision, previous, onTheWay, counts} = contents.case;
	return {
		schema: caseSchemaName, tool: contents.tool, audience: contents.audience, madeAt: contents.now.toISOString(),
		title: contents.title, agency: contents.agency, status: contents.reviewedBy === undefined ? 'NOT REVIEWED' : 'reviewed', reviewedBy: contents.reviewedBy, revision,
		previous: previous && {seq: previous.seq, hash: previous.hash, sha256: previous.sha256}, madeOnTheWay: onTheWay, facts: facts(context), counts,
	};
};

const accounts = ({contents}: PackageContext): readonly Fields[] =>
	contents.case.accounts.map(({firstAt, lastAt, ...account}) => ({...account, firstAt: formatInstant(firstAt), lastAt: formatInstant(lastAt)}));

const numbers = ({contents: {totals, affected, byDataType, byCountry, byDay}}: PackageContext): Fields => ({
	totals, affected, byDataType: byDataType.map(row => ({...row, dpv: dataTypes.find(({id}) => id === row.dataType)?.dpv})), byCountry, byDay,
});

const bodyFor = (context: PackageContext): Fields => {
	const {contents} = context;
	const {purpose, authorisedBy, legalBasis, privilege, scope, selections, exclusions, notes, otherDataObstacles, otherDataExcluded, jurisdictions} = contents.case;
	if (contents.audience === 'regulator') {
		return {...numbers(context), jurisdictions};
	}

	if (contents.audience === 'hr') {
		return {totals: contents.totals, accounts: accounts(context)};
	}

	return {
		investigator: contents.investigator, reason: contents.reason, purpose, authorisedBy, legalBasis, privilege, scope, ...numbers(context), accounts: accounts(context),
		selections, exclusions, notes, otherData: {excludedFor: otherDataExcluded, obstacles: otherDataObstacles.map(obstacle => context.paths.inText(obstacle))}, jurisdictions,
	};
};

/** Accounts are no texts that somebody wrote: whoever gets them gets them in accounts.csv too, and both must say the same, also where a reason or a fact names one. */
const toldFields = (context: PackageContext, fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, name === 'accounts' ? value : toldValue(context, path, value)]));

const text = function * (context: PackageContext): Generator<string> {
	const {contents, tally} = context;
	if (isRestricted(contents.audience)) {
		tally.redactions.push({file: path, what: contents.audience === 'hr' ? 'selections, exclusions, notes, counts by country and day' : 'selections, exclusions, notes, accounts'});
	}

	yield safeJson(withoutCards(toldFields(context, {...head(context), ...bodyFor(context)})), 2) + '\n';
};

/** What the case says, for programs: all of it, or the counts for the regulator, or the accounts for HR. */
export const caseFile: PackageFile = {path, about: 'what the case says, for programs; its form is in schema/', audiences: ['law-enforcement', 'regulator', 'hr', 'internal'], text};
