import type {JurisdictionRule, JurisdictionTable} from './rule.ts';

/*
What ships. Every rule was read on the day it carries, in public copies that may be older than that day; which ones, and what nobody could
check, stands in docs/jurisdictions.md. A table of counsel's own replaces it (`--jurisdictions FILE`, the same shape as JSON).
*/

const read = '2026-11-22';

/** What makes a high risk likelier: Articles 9 and 10 of the GDPR, and identity papers, money and access to accounts besides, which no article lists. */
const sensitive = [
	'health', 'biometric', 'genetic', 'ethnicity', 'religion', 'politics', 'union', 'sexuality', 'criminal', 'government_id', 'payment_card', 'bank_account', 'credentials',
] as const;

const gdprRegulators: Readonly<Record<string, string>> = {
	AT: 'Datenschutzbehörde', BE: 'Autorité de protection des données / Gegevensbeschermingsautoriteit', BG: 'Commission for Personal Data Protection',
	HR: 'Agencija za zaštitu osobnih podataka', CY: 'Commissioner for Personal Data Protection', CZ: 'Úřad pro ochranu osobních údajů', DK: 'Datatilsynet (Denmark)',
	EE: 'Andmekaitse Inspektsioon', FI: 'Tietosuojavaltuutettu', FR: 'CNIL', DE: 'the authority of the Land, or BfDI', GR: 'Hellenic Data Protection Authority',
	HU: 'NAIH', IE: 'Data Protection Commission', IT: 'Garante per la protezione dei dati personali', LV: 'Datu valsts inspekcija', LT: 'Valstybinė duomenų apsaugos inspekcija',
	LU: 'CNPD (Luxembourg)', MT: 'Information and Data Protection Commissioner', NL: 'Autoriteit Persoonsgegevens', PL: 'UODO', PT: 'CNPD (Portugal)', RO: 'ANSPDCP',
	SK: 'Úrad na ochranu osobných údajov', SI: 'Informacijski pooblaščenec', ES: 'AEPD', SE: 'Integritetsskyddsmyndigheten', IS: 'Persónuvernd', LI: 'Datenschutzstelle', NO: 'Datatilsynet (Norway)',
};

/** Where one lead authority may stand for the others: the EU and the EEA. */
export const economicArea: ReadonlySet<string> = new Set(Object.keys(gdprRegulators));

const gdpr: JurisdictionRule = {
	regulators: gdprRegulators, regime: 'GDPR (EU and EEA)',
	initial: {rule: 'without undue delay and, where feasible, 72 h from awareness (Art. 33(1)); a processor tells its controller without undue delay (Art. 33(2))', hours: 72},
	final: {rule: 'no fixed end: what is not known yet may follow in phases without undue further delay (Art. 33(4))'},
	individuals: {rule: 'without undue delay where a high risk is likely (Art. 34(1))'},
	trigger: 'a personal data breach, unless it is unlikely to result in a risk (Art. 33(1))', elements: sensitive,
	source: 'Regulation (EU) 2016/679, Articles 33 and 34; EDPB Guidelines 9/2022 of 2023-03-28, 73; unverified: whether the proposal of 2025-11-19 (96 h, and only where a high risk is likely) is law by now', date: read,
};

const unitedKingdom: JurisdictionRule = {
	...gdpr, regulators: {GB: 'ICO'}, regime: 'UK GDPR',
	source: 'UK GDPR, Articles 33 and 34; the ICO asks that its form names none of the people affected; unverified: whether the Information Commission has taken over from it (Data (Use and Access) Act 2025, s. 119)',
};

const canada: JurisdictionRule = {
	regulators: {CA: 'Office of the Privacy Commissioner of Canada'}, regime: 'PIPEDA',
	initial: {rule: 'as soon as feasible after the breach is determined (s. 10.1(2))'}, final: {rule: 'a record of every breach is kept for 24 months after it was determined (s. 10.3; SOR/2018-64)'},
	individuals: {rule: 'as soon as feasible after the breach is determined (s. 10.1(6))'},
	trigger: 'a real risk of significant harm (s. 10.1(1)); Alberta and Quebec have laws of their own, which are not in this table', elements: sensitive,
	source: 'S.C. 2000, c. 5, s. 10.1 to 10.3, as of 2024-10-30; SOR/2018-64', date: read,
};

const state = ['government_id', 'payment_card', 'bank_account', 'credentials', 'health', 'biometric'] as const;

/** A number alone opens no account: said wherever `payment_card` and `bank_account` are named. */
const withCode = 'a card or account number with the code that opens the account';

const states: readonly JurisdictionRule[] = [
	{
		regulators: {'US-CA': 'California Attorney General'}, regime: 'California Civil Code 1798.82',
		initial: {rule: 'the Attorney General within 15 calendar days of telling individuals, where more than 500 residents are told'}, final: {rule: 'none stated'},
		individuals: {rule: 'within 30 calendar days of discovery or notification; later for law enforcement, or to find the scope and restore the system', hours: 720},
		trigger: `named data elements of residents, ${withCode}; an e-mail address alone is none, with a password or security answer it is; records of number-plate readers are one, too`,
		elements: [...state, 'genetic'], source: 'Cal. Civ. Code 1798.82 as amended by AB 825 (genetic data, from 2022-01-01) and SB 446 (clocks, from 2026-01-01)', date: read,
	},
	{
		regulators: {'US-NY': 'New York Attorney General, Department of State, State Police; DFS for those it covers'}, regime: 'New York General Business Law 899-aa',
		initial: {rule: 'with the notice to residents, whatever their number; those that DFS covers tell it within 72 h (23 NYCRR 500.17)'}, final: {rule: 'none stated'},
		individuals: {rule: 'within 30 days of discovery; later for law enforcement', hours: 720},
		trigger: `private information of residents, ${withCode} or where it opens without one; an e-mail address alone is none, with a password or security answer it is`,
		elements: state, source: 'N.Y. Gen. Bus. Law 899-aa as amended on 2024-12-21 (clock; medical and health insurance data from 2025-03-21) and 2025-02-14 (DFS)', date: read,
	},
	{
		regulators: {'US-TX': 'Texas Attorney General'}, regime: 'Texas Business and Commerce Code 521.053',
		initial: {rule: 'the Attorney General as soon as practicable and within 30 days of the determination, where 250 residents or more are affected', hours: 720}, final: {rule: 'none stated'},
		individuals: {rule: 'within 60 days of the determination; later for law enforcement, or to find the scope and restore the system', hours: 1440},
		trigger: `sensitive personal information of residents and others, ${withCode}; an e-mail address is none, not even with a password`,
		elements: ['government_id', 'payment_card', 'bank_account', 'health'], source: 'Tex. Bus. & Com. Code 521.002 and 521.053 as amended by SB 768 (from 2023-09-01)', date: read,
	},
	{
		regulators: {'US-FL': 'Florida Department of Legal Affairs'}, regime: 'Florida Statutes 501.171',
		initial: {rule: 'the Department within 30 days of the determination, where 500 people in Florida or more are affected', hours: 720}, final: {rule: 'none stated'},
		individuals: {rule: 'within 30 days of the determination; 15 more for good cause; later for law enforcement', hours: 720},
		trigger: `named data elements of people in Florida, ${withCode}; an e-mail address alone is none, with a password or security answer it is; nobody needs to be told where no identity theft or financial harm is likely, after consulting law enforcement`,
		elements: [...state, 'location'], source: 'Fla. Stat. 501.171 as amended by SB 262 of 2023 (biometric data and geolocation, from 2024-07-01)', date: read,
	},
];

export const shippedTable: JurisdictionTable = {date: read, origin: 'shipped with whosaw', rules: [gdpr, unitedKingdom, canada, ...states]};
