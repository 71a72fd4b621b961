/** Names that exports use for countries, beside what the platform knows in English. Plain lower-case. */
const otherNames: Readonly<Record<string, string>> = {
	uk: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB', 'vereinigtes königreich': 'GB', 'royaume-uni': 'GB', 'reino unido': 'GB',
	usa: 'US', 'united states of america': 'US', 'u.s.': 'US', 'u.s.a.': 'US', america: 'US', 'vereinigte staaten': 'US', 'états-unis': 'US', 'estados unidos': 'US',
	deutschland: 'DE', allemagne: 'DE', alemania: 'DE', frankreich: 'FR', francia: 'FR', spanien: 'ES', espagne: 'ES', españa: 'ES', kanada: 'CA', canadá: 'CA',
	türkiye: 'TR', turkey: 'TR', 'hong kong': 'HK', macau: 'MO', macao: 'MO', 'ivory coast': 'CI', 'russian federation': 'RU', 'viet nam': 'VN', 'republic of ireland': 'IE', 'republic of korea': 'KR', 'korea, republic of': 'KR', eire: 'IE', éire: 'IE', burma: 'MM', 'cabo verde': 'CV', swaziland: 'SZ', 'united kingdom of great britain and northern ireland': 'GB',
	irland: 'IE', irlande: 'IE', irlanda: 'IE', italien: 'IT', italie: 'IT', italia: 'IT', österreich: 'AT', autriche: 'AT', schweiz: 'CH', suisse: 'CH', holland: 'NL', niederlande: 'NL', 'pays-bas': 'NL',
	'the netherlands': 'NL', 'czech republic': 'CZ', korea: 'KR', 'south korea': 'KR', russia: 'RU', mexiko: 'MX', méxico: 'MX', brasil: 'BR', brasilien: 'BR', polen: 'PL', pologne: 'PL', polska: 'PL',
};

/** Three letters, as ISO 3166-1 alpha-3 has them, for the countries that exports name most. */
const threeLetters = new Map(`AUT:AT BEL:BE BGR:BG HRV:HR CYP:CY CZE:CZ DNK:DK EST:EE FIN:FI FRA:FR DEU:DE GRC:GR HUN:HU IRL:IE ITA:IT LVA:LV LTU:LT LUX:LU MLT:MT NLD:NL POL:PL PRT:PT ROU:RO SVK:SK SVN:SI ESP:ES SWE:SE
	ISL:IS LIE:LI NOR:NO CHE:CH GBR:GB USA:US CAN:CA MEX:MX BRA:BR ARG:AR CHL:CL COL:CO PER:PE AUS:AU NZL:NZ JPN:JP KOR:KR CHN:CN HKG:HK TWN:TW SGP:SG MYS:MY THA:TH VNM:VN PHL:PH IDN:ID IND:IN PAK:PK BGD:BD
	TUR:TR ISR:IL ARE:AE SAU:SA EGY:EG MAR:MA ZAF:ZA NGA:NG KEN:KE UKR:UA RUS:RU SRB:RS`.split(/\s+/).map(pair => pair.split(':') as [string, string]));

/** Whether a code is in use: the platform also names FX and DD, and what it calls them is France and Germany. */
const isInUse = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && !['ZZ', 'XA', 'XB'].includes(code);

let names: ReadonlyMap<string, string> | undefined;

/** English names from the platform's own data; made once, when the first name is asked for. */
const knownNames = (): ReadonlyMap<string, string> => {
	if (!names) {
		const display = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
		const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
		names = new Map([
			...letters.flatMap(a => letters.flatMap(b => {
				const name = isInUse(a + b) ? display.of(a + b) : undefined;
				return name === undefined ? [] : [[name.toLowerCase(), a + b] as const];
			})),
			...Object.entries(otherNames),
		]);
	}

	return names;
};

/** ISO 3166-1 alpha-2 where it is recognised (UK is GB); else the text itself. */
export const countryCode = (text: string): string => {
	const plain = text.trim();
	if (/^[A-Za-z]{2}$/.test(plain)) {
		const code = plain.toUpperCase();
		return code === 'UK' ? 'GB' : code;
	}

	return threeLetters.get(plain.toUpperCase()) ?? knownNames().get(plain.toLowerCase()) ?? plain;
};
