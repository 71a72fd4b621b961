import test from 'ava';
import {countryCode} from '../../source/records/country.ts';

test('a country is known by its code, its name, three letters, and its name in other languages', t => {
	for (const text of ['GB', 'gb', 'UK', 'uk', ' GB ', 'GBR', 'United Kingdom', 'UNITED KINGDOM', 'England', 'Great Britain', 'Vereinigtes Königreich']) {
		t.is(countryCode(text), 'GB', text);
	}

	t.is(countryCode('Deutschland'), 'DE');
	t.is(countryCode('U.S.A.'), 'US');
	t.is(countryCode('Turkey'), 'TR');
});

test('a name is the code in use, not one that was withdrawn', t => {
	t.deepEqual(['France', 'Germany', 'Yemen', 'Myanmar (Burma)', 'Serbia', 'Russia', 'Vietnam', 'Benin', 'Burkina Faso', 'Zimbabwe', 'Vanuatu', 'Timor-Leste'].map(name => countryCode(name)), ['FR', 'DE', 'YE', 'MM', 'RS', 'RU', 'VN', 'BJ', 'BF', 'ZW', 'VU', 'TL']);
});

test('every name that the platform knows leads back to a code of that name', t => {
	const display = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});
	for (const code of ['AT', 'BE', 'CH', 'CZ', 'DK', 'ES', 'FI', 'GR', 'HR', 'HU', 'IE', 'IT', 'LU', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'US', 'CA', 'AU', 'NZ', 'JP', 'IN', 'BR', 'MX', 'CD', 'CG']) {
		t.is(countryCode(display.of(code)!), code);
	}
});

test('what is not recognised stays as it is written', t => {
	t.is(countryCode('EMEA'), 'EMEA');
	t.is(countryCode('unknown region'), 'unknown region');
});
