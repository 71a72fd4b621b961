/** Names of zones that mean one offset wherever they are used. Names of several (CST, IST, BST, PST) are not here: their times are rejected, for nobody can tell. */
export const zoneOffsets: Readonly<Record<string, readonly string[]>> = {
	'+00:00': ['UTC', 'GMT', 'UCT', 'Z', 'WET'], '+01:00': ['CET', 'MET', 'WEST', 'WAT'], '+02:00': ['CEST', 'MEST', 'EET', 'SAST', 'CAT'], '+03:00': ['EEST', 'MSK', 'EAT'],
	'+07:00': ['WIB'], '+08:00': ['HKT', 'AWST', 'WITA'], '+09:00': ['JST', 'KST', 'WIT'], '+09:30': ['ACST'], '+10:00': ['AEST'], '+10:30': ['ACDT'], '+11:00': ['AEDT'], '+12:00': ['NZST'], '+13:00': ['NZDT'],
	'-02:30': ['NDT'], '-03:30': ['NST'], '-04:00': ['EDT'], '-05:00': ['EST'], '-06:00': ['MDT'], '-07:00': ['PDT', 'MST'], '-08:00': ['AKDT'], '-09:00': ['AKST'], '-10:00': ['HST'],
};

/** What may stand behind a clock reading: a name of these, or an offset. For both kinds of regular expression. */
export const offsetPattern = String.raw`z|${Object.values(zoneOffsets).flat().join('|')}|[+-]\d{1,2}(?::?\d{2}(?::?\d{2})?)?`;
