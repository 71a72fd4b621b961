import fc from 'fast-check';
import type {TimeStyle} from '../../source/records/field-expression.ts';

/*
Texts of times in every style, most of them right, some of them slightly wrong: dates that no month has, 24:00, 60 seconds, odd offsets,
fractions of any length.
*/

const digits = (width: number, max: number): fc.Arbitrary<string> => fc.tuple(fc.integer({min: 0, max}), fc.integer({min: 0, max: 19})).map(([value, odd]) => String(value).padStart(odd === 0 ? 1 : width, '0'));
const year = fc.oneof({weight: 6, arbitrary: digits(4, 60).map(text => String(1969 + Number(text)))}, {weight: 1, arbitrary: fc.constantFrom('0000', '0001', '0050', '0099', '0100', '1582', '1899', '1900', '2100', '2199', '2200', '9999')});
const fraction = fc.oneof(fc.constant(''), fc.tuple(fc.constantFrom('.', '.', '.', ','), fc.array(fc.integer({min: 0, max: 9}), {maxLength: 12})).map(([point, list]) => point + list.join('')));
const clock = fc.tuple(digits(2, 24), digits(2, 60), fc.option(fc.tuple(digits(2, 60), fraction))).map(([hour, minute, rest]) => `${hour}:${minute}${rest ? `:${rest.join('')}` : ''}`);
const offset = fc.constantFrom('', '', '', 'Z', 'z', 'UTC', ' UTC', '+00:00', '-08:00', '+0530', '+5', '-3:30', '+05:45:30', '+14', '-1200', '+99:99', ' +01:00', 'Zulu', ' EST', ' CET', 'CEST', ' GMT', ' NST', ' CST', ' cet', ' CETA', '+1:2');
const iso = fc.tuple(year, fc.constantFrom('-', '-', '/'), digits(2, 13), digits(2, 32), fc.option(fc.tuple(fc.constantFrom('T', ' ', '  ', 't'), clock, fc.constantFrom('', '', '', ' AM', 'pm', ' P.M.')), {freq: 9}), offset)
	.map(([y, separator, m, d, time, zone]) => `${y}${separator}${m}${separator}${d}${time ? time.join('') : ''}${zone}`);
const numeric = fc.tuple(digits(2, 32), fc.constantFrom('/', '.', '-'), digits(2, 32), fc.oneof(year, digits(2, 99)), fc.option(fc.tuple(fc.constantFrom(' ', ', ', '  '), clock, fc.constantFrom('', '', ' AM', 'pm', ' PM', '  PM'))), offset)
	.map(([a, separator, b, y, time, zone]) => `${a}${separator}${b}${separator}${y}${time ? time.join('') : ''}${zone}`);
const clf = fc.tuple(digits(2, 32), fc.constantFrom('Jan', 'feb', 'MAR', 'Oct', 'Dec', 'Foo'), year, clock, fc.constantFrom('+0000', '-0800', '+0530', '0000')).map(([d, month, y, time, zone]) => `${d}/${month}/${y}:${time} ${zone}`);
const compact = fc.tuple(year, digits(2, 13), digits(2, 32), digits(2, 24), digits(2, 60), digits(2, 60), fraction).map(parts => parts.join(''));
const epoch: Readonly<Record<'s' | 'ms' | 'us' | 'ns', fc.Arbitrary<string>>> = {
	s: fc.tuple(fc.integer({min: -2_000_000_000, max: 4_000_000_000}), fraction).map(parts => parts.join('')),
	ms: fc.tuple(fc.integer({min: -2_000_000_000_000, max: 4_000_000_000_000}), fraction).map(parts => parts.join('')),
	us: fc.bigInt({min: -2_000_000_000_000_000n, max: 4_000_000_000_000_000n}).map(String),
	ns: fc.bigInt({min: -2_000_000_000_000_000_000n, max: 4_000_000_000_000_000_000n}).map(String),
};
const garbage = fc.constantFrom('infinity', '-infinity', 'epoch', 'now', 'today', '2020-10-01 (BC)', '294247-01-10', '2020-W40-1', '2020-275', '-', '.', ':', '2020-02-29', '2021-02-29', '2020-02-30', '2020-10-01T24:00:00Z', '2020-10-01 24:00:00', '2020-10-01T23:59:60Z', '31/31/2020', '٢٠٢٠-10-01', '2020–10–01', '\u00A02020-10-01');

const own = {iso, 'numeric-date': numeric, clf, compact} as const;

/** Texts for a style: mostly its own, some of others. */
export const timeTexts = (style: TimeStyle): fc.Arbitrary<string> => {
	if (style.kind === 'epoch') {
		return fc.oneof({weight: 8, arbitrary: epoch[style.unit]}, {weight: 1, arbitrary: garbage});
	}

	if (style.kind === 'iso-or-epoch') {
		return fc.oneof(timeTexts({kind: 'iso'}), timeTexts({kind: 'epoch', unit: style.unit}));
	}

	return fc.oneof({weight: 8, arbitrary: own[style.kind]}, {weight: 1, arbitrary: fc.oneof(iso, numeric, clf, compact)}, {weight: 1, arbitrary: garbage});
};

export const timeStyles: readonly TimeStyle[] = [
	{kind: 'iso'}, {kind: 'compact'}, {kind: 'clf'},
	...(['/', '.', '-'] as const).flatMap(separator => (['mdy', 'dmy'] as const).map(order => ({kind: 'numeric-date', order, separator} as const))),
	...(['s', 'ms', 'us', 'ns'] as const).map(unit => ({kind: 'epoch', unit} as const)),
	{kind: 'iso-or-epoch', unit: 'ms'},
];
