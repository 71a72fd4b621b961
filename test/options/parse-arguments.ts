import test from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {flagsOf} from '../../source/options/flags.ts';
import {bindOptions, chooseCommand, sortWords} from '../../source/options/parse-arguments.ts';

const parse = (...args: readonly string[]) => {
	const words = sortWords(args);
	const {command, operands} = chooseCommand(words, path => path === 'crm.csv');
	return {command, operands, flags: flagsOf({command, given: bindOptions(command, words), environment: {}})};
};

const mistake = (...args: readonly string[]): string => {
	try {
		parse(...args);
	} catch (error) {
		if (error instanceof ExpectedError && error.exitCode === 2) {
			return `${error.message} / ${error.next}`;
		}

		throw error;
	}

	return '';
};

test('options may stand before and behind the command and its paths', t => {
	const {command, operands, flags} = parse('--quiet', 'report', 'a.csv', '--filter', 'data:email', 'b.csv');
	t.deepEqual([command, operands], ['report', ['a.csv', 'b.csv']]);
	t.true(flags.on('quiet'));
	t.is(flags.one('filter'), 'data:email');
});

test('a value may begin with a dash, hold an equals sign, or follow one', t => {
	t.is(parse('report', 'a', '--filter', '-system:batch').flags.one('filter'), '-system:batch');
	t.is(parse('report', 'a', '--filter=-system:batch').flags.one('filter'), '-system:batch');
	t.deepEqual(parse('report', 'a', '--map=time=When', '--map', 'customer=a=b').flags.many('map'), ['time=When', 'customer=a=b']);
	t.is(parse('report', 'a', '-f', 'data:email').flags.one('filter'), 'data:email');
});

test('behind two dashes everything is a path, and a dash alone is standard input', t => {
	t.deepEqual(parse('report', '-', '--', '--odd.csv', '-f').operands, ['-', '--odd.csv', '-f']);
});

test('a first word that is a path opens it', t => {
	t.deepEqual(parse('crm.csv').command, 'open');
	t.deepEqual(parse('./logs', 'more').operands, ['./logs', 'more']);
	t.deepEqual(parse('crm*.csv').command, 'open');
	t.deepEqual(parse('nope.csv').command, 'open');
	t.deepEqual(parse().command, 'open');
});

test('plain letters that are no command and no path are wrong usage', t => {
	t.is(mistake('reprot', 'a.csv'), 'no command and no file "reprot" / Did you mean whosaw report?');
	t.regex(mistake('contrast'), /^no command and no file "contrast"/);
	t.regex(mistake('bribe', 'create'), /^no command/);
});

test('an unknown option is answered with the nearest one', t => {
	t.is(mistake('report', 'a', '--employe', 'E1'), 'no option --employe / Did you mean --employee?');
	t.is(mistake('report', 'a', '--fromat=json'), 'no option --fromat / Did you mean --format?');
	t.is(mistake('report', 'a', '-from', '2020'), 'no option -from / Did you mean --from?');
	t.is(mistake('report', 'a', '--f', 'x').split(' / ')[0], 'no option --f');
	t.is(mistake('report', 'a', '--zzzzzz').split(' / ')[0], 'no option --zzzzzz');
	t.is(mistake('report', 'a', '--__proto__').split(' / ')[0], 'no option --__proto__');
});

test('options of other commands, missing values and values too many are wrong usage', t => {
	t.regex(mistake('verify', 'x', '--filter', 'a'), /^--filter is not an option of whosaw verify/);
	t.regex(mistake('report', 'a', '--filter'), /^--filter needs a value: TEXT/);
	t.regex(mistake('report', 'a', '--quiet=yes'), /^--quiet takes no value/);
	t.regex(mistake('report', 'a', '--from', '2020', '--from', '2021'), /^--from is given twice/);
	t.regex(mistake('report', 'a', '--format', 'pdf'), /there is no such format \/ Say one of: text, json, ndjson, csv, markdown, html/);
	t.regex(mistake('report', 'a', '--date-order', 'ymd'), /Say one of: mdy, dmy/);
});

test('a value that is only a slip away from one of the choices names it', t => {
	t.is(mistake('report', 'a', '--by', 'custmer'), '--by custmer: there are no such rows / Did you mean customer? Say one of: customer, employee, data-type, day, country, event.');
	t.regex(mistake('report', 'a', '--format', 'josn'), /^--format josn: there is no such format \/ Did you mean json\? Say one of: text, json/);
	t.regex(mistake('demo', '--size', 'lrage'), /Did you mean large\?/);
	t.notRegex(mistake('report', 'a', '--format', 'pdf'), /Did you mean/);
});

test('a mistake is named as it was typed, wherever it stands', t => {
	t.is(mistake('report', '-5'), 'no option -5 / whosaw help lists the options.');
	t.is(mistake('report', '-qzz', 'a').split(' / ')[0], 'no option -qzz');
	t.is(mistake('report', '-help').split(' / ')[0], 'no option -help');
	t.is(mistake('report', '--no-filter', 'a').split(' / ')[0], 'no option --no-filter');
	t.regex(mistake('report', 'a', '--from', 'x', '-f'), /^-f needs a value: TEXT/);
	t.regex(mistake('report', '--quiet=yes', '--format', 'pdf'), /^--quiet takes no value/);
	t.is(mistake('report', '--quiet=yes', '--emploee').split(' / ')[0], 'no option --emploee');
	t.regex(mistake('report', '--format', 'pdf', '--quiet=yes'), /there is no such format/);
});

test('what looks like a mistake is none as the value of an option or behind two dashes', t => {
	t.is(parse('report', '--filter', '-from').flags.one('filter'), '-from');
	t.is(parse('report', '--filter', '--quiet=yes').flags.one('filter'), '--quiet=yes');
	t.is(parse('report', '--filter', '--', 'a').flags.one('filter'), '--');
	t.is(parse('report', '-qfdata:email').flags.one('filter'), 'data:email');
	t.deepEqual(parse('report', '--', '-from', '--zzz', '--', '-5').operands, ['-from', '--zzz', '--', '-5']);
});

test('beside help or version a missing value does not matter', t => {
	const {options} = sortWords(['--version', 'a', '--filter']);
	t.deepEqual(options.map(({typed, value}) => [typed, value]), [['--version', undefined], ['--filter', undefined]]);
});

test('a flag comes before the environment, that before the settings, and those before the default', t => {
	const given = new Map([['display-timezone', ['Europe/Dublin']]]);
	const environment = {WHOSAW_DISPLAY_TIMEZONE: 'Asia/Tokyo', WHOSAW_FORMAT: ''};
	const settings = {timezone: 'America/Toronto'};
	t.is(flagsOf({command: 'report', given, environment, settings}).one('display-timezone'), 'Europe/Dublin');
	t.is(flagsOf({command: 'report', given: new Map(), environment, settings}).one('display-timezone'), 'Asia/Tokyo');
	t.is(flagsOf({command: 'report', given: new Map(), environment: {}, settings}).one('display-timezone'), 'America/Toronto');
	t.is(flagsOf({command: 'report', given: new Map(), environment: {}}).one('display-timezone'), undefined);
	t.is(flagsOf({command: 'report', given: new Map(), environment}).one('format'), 'text');
});

test('a switch in the environment is off when it says so', t => {
	const on = (environment: Record<string, string>) => flagsOf({command: 'report', given: new Map(), environment}).on('quiet');
	t.deepEqual([on({WHOSAW_QUIET: '1'}), on({WHOSAW_QUIET: '0'}), on({WHOSAW_QUIET: 'false'}), on({WHOSAW_QUIET: ''}), on({})], [true, false, false, false, false]);
	t.true(flagsOf({command: 'report', given: new Map(), environment: {NO_COLOR: '0'}}).on('no-color'));
});

test('a wrong value in the environment is refused with its name', t => {
	t.throws(() => flagsOf({command: 'report', given: new Map(), environment: {WHOSAW_FORMAT: 'xml'}}).one('format'), {message: /WHOSAW_FORMAT=xml/});
});

test('npm start in front of a command is that command: the option that npm start brings is nobody\'s mistake', t => {
	const {command, operands, flags} = parse('--or-demo', 'sources', 'crm.csv');
	t.deepEqual([command, operands], ['sources', ['crm.csv']]);
	t.true(flags.on('or-demo'));
});
