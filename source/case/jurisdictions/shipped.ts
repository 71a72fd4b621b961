import type {JurisdictionRule, JurisdictionTable} from './rule.ts';

/*
What ships. It is dated, and a table of counsel's own replaces it (`--jurisdictions FILE`, the same shape as JSON).
*/

const read = '2026-01-15';

/** Article 9 and 10 categories: what makes a high risk likelier. */
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
	source: 'Regulation (EU) 2016/679, Articles 33 and 34; EDPB Guidelines 9/2022', date: read,
};

const unitedKingdom: JurisdictionRule = {
	...gdpr, regulators: {GB: 'ICO'}, regime: 'UK GDPR', source: 'UK GDPR, Articles 33 and 34; Data Protection Act 2018, s. 67 and 68; the ICO asks that its form names none of the people affected',
};

const canada: JurisdictionRule = {
	regulators: {CA: 'Office of the Privacy Commissioner of Canada'}, regime: 'PIPEDA',
	initial: {rule: 'as soon as feasible (s. 10.1(2))'}, final: {rule: 'a record of every breach is kept for 24 months (s. 10.3)'}, individuals: {rule: 'as soon as feasible (s. 10.1(6))'},
	trigger: 'a real risk of significant harm (s. 10.1(1))', elements: sensitive, source: 'S.C. 2000, c. 5, s. 10.1 to 10.3; SOR/2018-64', date: read,
};

const state = ['government_id', 'payment_card', 'bank_account', 'credentials', 'health', 'biometric'] as const;

const states: readonly JurisdictionRule[] = [
	{
		regulators: {'US-CA': 'California Attorney General'}, regime: 'California Civil Code 1798.82',
		initial: {rule: 'the Attorney General within 15 days of telling individuals, where more than 500 residents are told'}, final: {rule: 'none stated'},
		individuals: {rule: 'within 30 days of discovery', hours: 720}, trigger: 'named data elements of residents; an e-mail address alone is none, with a password or security answer it is',
		elements: [...state, 'genetic'], source: 'Cal. Civ. Code 1798.82 as amended by SB 446 (in force from 2026-01-01)', date: read,
	},
	{
		regulators: {'US-NY': 'New York Attorney General, Department of State, State Police; DFS for those it covers'}, regime: 'New York General Business Law 899-aa',
		initial: {rule: 'with the notice to residents, whatever their number'}, final: {rule: 'none stated'},
		individuals: {rule: 'within 30 days of discovery', hours: 720}, trigger: 'private information of residents; an e-mail address alone is none, with a password or security answer it is',
		elements: state, source: 'N.Y. Gen. Bus. Law 899-aa as amended in December 2024', date: read,
	},
	{
		regulators: {'US-TX': 'Texas Attorney General'}, regime: 'Texas Business and Commerce Code 521.053',
		initial: {rule: 'the Attorney General within 30 days of the determination, where 250 residents or more are affected', hours: 720}, final: {rule: 'none stated'},
		individuals: {rule: 'within 60 days of the determination', hours: 1440}, trigger: 'sensitive personal information of residents; an e-mail address alone is none',
		elements: ['government_id', 'payment_card', 'bank_account', 'health'], source: 'Tex. Bus. & Com. Code 521.002 and 521.053', date: read,
	},
	{
		regulators: {'US-FL': 'Florida Department of Legal Affairs'}, regime: 'Florida Statutes 501.171',
		initial: {rule: 'the Department within 30 days of the determination, where 500 people or more are affected', hours: 720}, final: {rule: 'none stated'},
		individuals: {rule: 'within 30 days of the determination', hours: 720}, trigger: 'named data elements of people in Florida; an e-mail address alone is none, with a password or security answer it is',
		elements: state, source: 'Fla. Stat. 501.171', date: read,
	},
];

export const shippedTable: JurisdictionTable = {date: read, origin: 'shipped with whosaw', rules: [gdpr, unitedKingdom, canada, ...states]};
