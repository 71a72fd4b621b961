/** Names that exports use for countries, beside what the platform knows in English. Plain lower-case. */
const otherNames: Readonly<Record<string, string>> = {
	uk: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB', 'vereinigtes königreich': 'GB', 'royaume-uni': 'GB', 'reino unido': 'GB',
	usa: 'US', 'united states of america': 'US', 'u.s.': 'US', 'u.s.a.': 'US', america: 'US', 'vereinigte staaten': 'US', 'états-unis': 'US', 'estados unidos': 'US',
	deutschland: 'DE', allemagne: 'DE', alemania: 'DE', frankreich: 'FR', francia: 'FR', spanien: 'ES', espagne: 'ES', españa: 'ES', kanada: 'CA', canadá: 'CA',
	irland: 'IE', irlande: 'IE', irlanda: 'IE', italien: 'IT', italie: 'IT', italia: 'IT', österreich: 'AT', autriche: 'AT', schweiz: 'CH', suisse: 'CH', holland: 'NL', niederlande: 'NL', 'pays-bas': 'NL',
	'the netherlands': 'NL', 'czech republic': 'CZ', korea: 'KR', 'south korea': 'KR', russia: 'RU', mexiko: 'MX', méxico: 'MX', brasil: 'BR', brasilien: 'BR', polen: 'PL', pologne: 'PL', polska: 'PL',
};

let names: ReadonlyMap<string, string> | undefined;

/** English names from the platform's own data; made once, when the first name is asked for. */
const knownNames = (): ReadonlyMap<string, string> => {
	if (!names) {
		const display = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
		const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
		names = new Map([
			...letters.flatMap(a => letters.flatMap(b => {
				const name = display.of(a + b);
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

	return knownNames().get(plain.toLowerCase()) ?? plain;
};
