import {firstOf} from '../document/first-of.ts';
import {formatCount, formatNumber, formatPercent} from '../document/format-number.ts';
import {presenceSentences} from '../document/presence-words.ts';
import {fitToWidth} from '../document/text-width.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Behaviour, GroupLead, Lead, Leads, ListLeftOut, ListRead, PresenceLead} from '../investigation/leads/leads.ts';
import {ownBeginning} from '../investigation/leads/own-account.ts';
import {bullet, labelled, pageWidth, section, wrapText} from './text-page.ts';

/** Accounts that are shown of those with unusual days; JSON has all. */
const shown = 10;

const who = ({employee, name}: Pick<Lead, 'employee' | 'name'>, width: number): string => fitToWidth(visibleText(name === undefined ? employee : `${employee} ${name}`), width);

/** A sentence under an account, two blanks further in than a list of its own. */
const below = (text: string): readonly string[] => wrapText(text, pageWidth - 6).map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}`);

const leadLines = (lead: Lead): readonly string[] => [
	`${String(lead.rank).padStart(2)}  ${who(lead, 34)}  ${lead.strength.padEnd(8)}  ${lead.separable ? 'separable' : 'not separable'}`,
	...[...lead.why, ...presenceSentences({findings: lead.presence ?? []}), ...(lead.alsoConsistent.length > 0 ? [`also consistent: ${firstOf(lead.alsoConsistent)}`] : [])].flatMap(text => below(text)),
];

const groupLine = ({group, consistentWith, share, strength, window}: GroupLead): readonly string[] =>
	bullet(`${group}: ${formatCount(consistentWith, 'listed customer')}, ${formatPercent(share, 1)} of the list, ${strength}${window ? `, ${window.from} to ${window.to}` : ''}`);

const behaviourLines = (behaviour: Behaviour): readonly string[] => [`${who(behaviour, 38)}  ${behaviour.state}`, ...[...behaviour.why, ...presenceSentences({findings: behaviour.presence ?? []})].flatMap(text => below(text))];

const presenceLines = (presence: PresenceLead): readonly string[] => [who(presence, 38), ...presenceSentences(presence).flatMap(text => below(text))];

/** Where records were given and nothing was found, that is said, too: it clears nobody. */
const besideRecords = ({presence, presenceUnknown: unknown = []}: Leads): readonly string[] => presence ? [
	...section('Accounts used beside the records of presence', presence.length === 0 ? ['None of the accounts that have records.'] : presence.slice(0, shown).flatMap(each => presenceLines(each))),
	...(presence.length > shown ? [`  and ${formatNumber(presence.length - shown)} more (--format json)`] : []),
	...(unknown.length > 0 ? wrapText(`Neither in the exports nor in the directory: ${unknown.slice(0, shown).join(', ')}${unknown.length > shown ? ` and ${formatNumber(unknown.length - shown)} more (--format json)` : ''}`, pageWidth - 2).map(line => `  ${line}`) : []),
] : [];

const leftOutLine = ({why, first, name}: ListLeftOut): readonly string[] => bullet(`${why}${first === undefined ? '' : ` (${name === undefined ? first : `${first} ${name}`})`}`);

/** How many entries mean nobody, over all lists; a few of each stand below among the caveats. */
const unresolvedLines = (lists: readonly ListRead[]): readonly string[] => {
	const count = lists.reduce((sum, {unknown}) => sum + unknown.length, 0);
	return count === 0 ? [] : labelled('unresolved', `${formatCount(count, 'entry', 'entries')} (--format json lists ${count === 1 ? 'it' : 'every one'})`, 12);
};

const listLines = ({list}: Leads): readonly string[] => list ? [
	'',
	...labelled('list', `${formatCount(list.leaked.given, 'entry', 'entries')}, ${formatCount(list.leaked.resolved, 'customer')} known, sha256 ${list.leaked.sha256.slice(0, 12)}`),
	...unresolvedLines(list.lists),
	...labelled('verdict', `${list.verdict}. ${list.because}`),
	...(list.unexplained === undefined ? [] : labelled('unexplained', `${formatPercent(list.unexplained, 1)} of the list`, 13)),
	...section('Accounts whose accesses are consistent with the list', list.leads.flatMap(lead => leadLines(lead))),
	...section('Without one of the lists', (list.leaveOneOut ?? []).flatMap(each => leftOutLine(each))),
	...section('No persons, and consistent with it too', list.groups.flatMap(group => groupLine(group))),
] : [];

const none = ['No account has a day far from its own other days and from its team.'];

/** The answer for a terminal of 80 columns: calm, and never without what it does not say. */
export const leadsText = (leads: Leads): string => [
	'Leads: where to look next. Never a finding, and never who did it.',
	...leads.caveats.flatMap(caveat => ownBeginning.test(caveat) ? ['', ...wrapText(caveat, pageWidth)] : []),
	...listLines(leads),
	...section('Days unlike the account\'s own and its team\'s', leads.behaviour.length === 0 ? none : leads.behaviour.slice(0, shown).flatMap(each => behaviourLines(each))),
	...(leads.behaviour.length > shown ? [`  and ${formatNumber(leads.behaviour.length - shown)} more (--format json)`] : []),
	...besideRecords(leads),
	...section('To be read with it', leads.caveats.filter(caveat => !ownBeginning.test(caveat)).flatMap(caveat => bullet(caveat))),
	'',
	...wrapText('docs/leads.md says how this is worked out, how often it was wrong, and what it cannot see.', pageWidth),
	'',
].join('\n');
