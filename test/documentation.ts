import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'ava';
import {options, type Option} from '../source/options.ts';
import {projectFolder} from './helpers/program.ts';
import {commands, type Command} from '../source/options/commands.ts';

const root = projectFolder;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = ['readme.md', ...readdirSync(join(root, 'docs'), {recursive: true}).map(String).filter(name => name.endsWith('.md')).map(name => join('docs', name))];
const allText = pages.map(page => read(page)).join('\n');
const optionTable: readonly Option[] = options;
const commandTable: readonly Command[] = commands;

const rooms = readdirSync(join(root, 'source'), {withFileTypes: true})
	.filter(entry => entry.isDirectory() && readdirSync(join(root, 'source', entry.name)).length > 0)
	.map(({name}) => name);

/** A cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

/** As docs/command-line.md must say it. */
const optionRow = ({name, short, value, help, environment}: Option): string =>
	`| \`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}\` | ${cell(help)} | ${environment === undefined ? '' : `\`${environment}\``} |`;

const commandRow = ({name, operands, purpose}: Command): string => `| \`${cell(`whosaw ${name} ${operands}`.trim())}\` | ${cell(purpose)} |`;

/** The code of a page: its blocks and its spans. */
const codeOf = (text: string): readonly string[] => [...text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(match => match[1] ?? match[2]!);

/** What follows the name of the program, up to the end of that command. */
const callsOf = (text: string): readonly string[] => codeOf(text)
	.flatMap(code => code.replaceAll(/\\\n\s*/g, '').split('\n'))
	.flatMap(line => line.startsWith('whosaw ') || line.startsWith('$ whosaw ') ? [line.replace(/^\$ /, '').replaceAll(/'[^']*'|"[^"]*"/g, '').split(/ [|#] | && /)[0]!] : []);

/** As GitHub names the anchor of a heading. */
const anchors = (text: string): readonly string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(match => match[1]!.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-'));

const brokenLinks = (page: string): readonly string[] => [...read(page).replaceAll(/```[\s\S]*?```/g, '').matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
	if (/^[a-z]+:/.test(target!)) {
		return [];
	}

	const [path, anchor] = target!.split('#') as [string, string?];
	const file = path === '' ? page : join(dirname(page), path);
	if (!existsSync(join(root, file))) {
		return [`${page} links to ${target}, which is not there`];
	}

	return anchor === undefined || anchors(read(file)).includes(anchor) ? [] : [`${page} links to ${target}, and ${file} has no such heading`];
});

test('the readme gives the two commands that a visitor needs, word for word', t => {
	const lines = read('readme.md').split('\n');
	t.true(lines.includes('npm ci && npm start'));
	t.true(lines.includes('npm ci && npm test'));
});

test('the codebase guide has a line for every room, and for no other', t => {
	const named = [...read('docs/codebase-guide.md').matchAll(/^\| `source\/([a-z-]+)\/` \|/gm)].map(match => match[1]!);
	t.deepEqual(named.toSorted(), rooms.toSorted());
});

test('every command stands in the documentation as the program declares it', t => {
	t.deepEqual(commandTable.map(commandRow).filter(row => !allText.includes(row)), []);
});

test('every option stands in the documentation as the program declares it', t => {
	t.deepEqual(optionTable.filter(({hidden}) => !hidden).map(optionRow).filter(row => !allText.includes(row)), []);
});

test('the documentation calls the program only with options that it has', t => {
	const known = new Set(optionTable.map(({name}) => `--${name}`));
	const unknown = pages.flatMap(page => callsOf(read(page)).flatMap(call => (call.match(/(?<= )--[a-z-]+/g) ?? []).filter(flag => !known.has(flag)).map(flag => `${page}: ${flag} in "${call}"`)));
	t.deepEqual(unknown, []);
});

test('every link inside the documentation leads somewhere', t => {
	t.deepEqual(pages.flatMap(brokenLinks), []);
});

test('the words of the glossary are in alphabetical order, each once', t => {
	const words = [...read('docs/glossary.md').matchAll(/^- \*\*(.+?)\*\*/gm)].map(match => match[1]!.toLowerCase());
	t.true(words.length > 10);
	t.deepEqual(words, [...new Set(words)].toSorted((a, b) => a.localeCompare(b, 'en')));
});

test('a decision record bears its month in its name, and says its date, context, decision and consequences', t => {
	const records = pages.filter(page => page.startsWith(join('docs', 'decisions')));
	t.true(records.length > 0);
	for (const record of records) {
		const month = /decisions[\\/](\d{4}-\d{2})-[a-z\d]+(-[a-z\d]+)*\.md$/.exec(record)?.[1];
		t.truthy(month, record);
		t.regex(read(record), new RegExp(`^# .+\\n\\n${month}-\\d{2}\\n\\n## Context\\n[\\s\\S]+\\n## Decision\\n[\\s\\S]+\\n## Consequences\\n`), record);
	}
});
