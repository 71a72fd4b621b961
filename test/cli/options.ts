import test from 'ava';
import {roles} from '../../source/formats/roles.ts';
import {commandNames, commands, type CommandName} from '../../source/options/commands.ts';
import {commandHelp, generalHelp} from '../../source/options/help.ts';
import {findOption, mapRoles, optionGroups, options, optionsOf, type Option} from '../../source/options.ts';

const table: readonly Option[] = options;

/** The options that a help text shows, by the name after the dashes. */
const shownOptions = (help: string): readonly string[] => help.split('\n').flatMap(line => /^ {2}(?:-\w, | {4})--([a-z-]+)/.exec(line)?.[1] ?? []);

for (const option of table) {
	test(`--${option.name} has a help text and a group, and is taken by some command`, t => {
		t.true(option.help.length > 8);
		t.true(optionGroups.includes(option.group));
		t.true(option.commands === 'all' || option.commands.length > 0);
	});
}

for (const command of commandNames) {
	test(`the help of ${command} shows exactly the options that it takes`, t => {
		const taken = optionsOf(command).filter(({hidden}) => !hidden).map(({name}) => name);
		t.deepEqual(shownOptions(commandHelp(command)).toSorted(), taken.toSorted());
	});

	test(`the help of ${command} has a purpose of one line, three examples and no line over 80 columns`, t => {
		const help = commandHelp(command);
		const {purpose, examples} = commands.find(({name}) => name === command)!;
		t.true(help.startsWith(`${purpose}\n`));
		t.is(new Set(examples).size, 3);
		t.deepEqual(help.split('\n').filter(line => line.length > 80), []);
	});

	test(`the examples of ${command} use options that it takes`, t => {
		const known = new Set(optionsOf(command).map(({name}) => name));
		const used = commands.find(({name}) => name === command)!.examples.flatMap(example => [...example.split(/ [|&]/)[0]!.matchAll(/ --([a-z-]+)/g)].map(([, name]) => name!));
		t.deepEqual(used.filter(name => !known.has(name)), []);
	});
}

test('no option is declared twice', t => {
	const names = table.flatMap(({name, short}) => short === undefined ? [name] : [name, short]);
	t.is(new Set(names).size, names.length);
	t.is(findOption('f'), findOption('filter'));
});

test('environment names begin with WHOSAW_ and say the option, but for those that other programs know', t => {
	for (const {name, environment} of table) {
		t.true(environment === undefined || environment === 'NO_COLOR' || environment === 'INK_SCREEN_READER' || environment === `WHOSAW_${name.toUpperCase().replaceAll('-', '_')}`, name);
	}
});

test('a default is one of the choices, and a switch has none', t => {
	for (const {value, choices, fallback} of table) {
		t.true(fallback === undefined || choices === undefined || choices.includes(fallback));
		t.true(value !== undefined || (fallback === undefined && choices === undefined));
	}
});

test('options name only commands that exist', t => {
	for (const option of table) {
		t.true(option.commands === 'all' || option.commands.every((name: CommandName) => commandNames.includes(name)), option.name);
	}
});

test('the roles that --map can name are those that a table can have', t => {
	t.deepEqual([...mapRoles], [...roles]);
});

test('the general help names every command', t => {
	for (const command of commandNames) {
		t.true(generalHelp().includes(`\n  ${command}`), command);
	}
});
