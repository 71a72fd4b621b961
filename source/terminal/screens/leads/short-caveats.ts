import {cutText, cutMiddle} from '../../text/fit-text.ts';

/** How a caveat begins or what it holds, and what is left of it where all of them must stand in a few rows. `$1` is what was matched. */
const shorter: ReadonlyArray<readonly [RegExp, string]> = [
	[/^Other explanations/, 'other explanations: team, stolen login, report, partner, nobody inside'],
	[/^Base rate: ([\d,]+) accounts?/, 'base rate: $1 accounts'],
	[/^([\d.]+%) of the list is explained by nobody/, 'nobody explains $1'],
	[/^No other account adds/, 'no runner-up'],
	[/^The answer rests on (.+): without it /s, 'rests on $1'],
	[/^When the list surfaced was not said/, 'no surfacing date'],
	[/^What was reached from (\d{4}-\d\d-\d\d).* on, when the list surfaced, is left out: ([\d,]+)/, 'left out from $1 on: $2'],
	[/^What would change the answer/, 'more data may change it'],
	[/^What this cannot see/, 'blind to normal work'],
	[/^Also consistent, and no person: (.+) \([^()]*\)\.$/s, '$1 fits too'],
	[/^The account of the investigator/, 'your own account is ranked'],
	[/^The team of the investigator/, 'your own team is ranked'],
	[/^Nobody said how /, 'selection not said'],
	[/: ([\d,]+) entr(?:y|ies)(?: of .*)?, ([\d,]+) customers? known\.$/s, 'list: $2 of $1 known'],
	[/: ([\d,]+) rows? repeats? an entry and /, 'list: $1 repeated'],
	[/: ([\d,]+) entr(?:y|ies) means? a customer that another /, 'list: $1 mean the same'],
	[/: ([\d,]+) address(?:es)? belongs? to several customers/, 'list: $1 mean several'],
	[/: ([\d,]+) entr(?:y|ies) (?:is|are) no customer/, 'list: $1 unknown'],
	[/: ([\d,]+) rows? ha(?:s|ve) nothing in /, 'list: $1 empty'],
	[/: ([\d,]+) rows? names? a customer in another column alone/, 'list: $1 in another column'],
	[/: its letters were read as Windows-1252/, 'list: letters assumed'],
	[/ is the same list as .* and counts once\.$/s, 'list: given twice'],
	[/^(.+) could not be read \(.*\): its accesses are not ranked\.$/s, '$1 not read'],
	[/^([\d,]+) records? could not be understood/, 'rejected: $1'],
	[/^([\d,]+) bulk exports? names? no customers/, 'bulk exports naming nobody: $1'],
	[/^([\d,]+) access(?:es)? rests? on [\d,]+ lists?/, 'inferred accesses: $1'],
	[/^The list .* is given as what leaked and as what the bulk export/s, 'one list is leak and export'],
	[/^([\d,]+) events? names? no account/, 'events without account: $1'],
	[/^No teams are known/, 'teams not known'],
	[/^([\d,]+) employees? ha(?:s|ve) a day of leaving/, 'days of leaving: $1'],
	[/^([\d,]+) days? of leaving in .* no days? of the calendar/, 'leaving on no day: $1'],
	[/^([\d,]+) days? of leaving in .* the month first or the day first/, 'leaving, month or day first: $1'],
	[/^([\d,]+) days? of leaving in .* moments? of UTC/, 'leaving at a moment of UTC: $1'],
	[/^([\d,]+) days? of leaving in .* before the days? of hiring/, 'leaving before hiring: $1'],
	[/^([\d,]+) employees? ha(?:s|ve) rows that differ in the day of leaving/, 'days of leaving that differ: $1'],
	[/^(.+): ([\d,]+) gaps? of 3 days or more/s, '$1: gaps, $2'],
	[/^What was found beside records of presence/, 'presence: as often stolen logins'],
	[/^([\d,]+) employees? of the records of presence/, 'presence: $1 unknown'],
];

/** Of a name of the logs no more than this. */
const longestName = 24;

/** Of a sentence that has no shorter form: how it begins. */
const beginning = 40;

/** A caveat in a few words. The whole sentence stands one key away; none is ever left out. */
export const shortCaveat = (caveat: string): string => {
	for (const [sentence, short] of shorter) {
		const match = sentence.exec(caveat);
		if (match) {
			return short.replaceAll(/\$(\d)/g, (_, place: string) => cutMiddle(match[Number(place)]!, longestName));
		}
	}

	return cutText(caveat, beginning);
};
