import {readFileSync, readdirSync} from 'node:fs';
import {basename, dirname, posix} from 'node:path';
import test from 'ava';
import ts from 'typescript';
import {projectFolder} from './helpers/program.ts';

/*
The law of the rooms. A room is the first folder under source/, or the file of that name beside it (`run.ts` belongs to `run/`).
Each breach is one sentence: the file with its line, what it does, and the rule.
*/

const room = (path: string): string => path.startsWith('source/') ? path.split('/')[1]!.replace(/\.tsx?$/, '') : path;

const core = ['records', 'files', 'filter', 'formats', 'rules', 'store', 'leads', 'document', 'case', 'package', 'counting'];

/** Who may import whom. Every room may import itself and errors.ts; who is not named here may import nothing else. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	records: [],
	'start-worker': [],
	'make-folder': [],
	remote: [],
	counting: ['start-worker'],
	files: ['records', 'start-worker'],
	filter: ['records', 'start-worker'],
	formats: ['records', 'files'],
	rules: ['records'],
	store: ['records', 'filter', 'formats', 'files', 'rules'],
	leads: ['records'],
	document: ['records', 'filter'],
	case: ['records', 'filter', 'make-folder'],
	package: ['records', 'filter', 'files', 'case', 'document'],
	investigation: [...core, 'start-worker', 'make-folder'],
	terminal: ['records', 'filter', 'document', 'options', 'investigation'],
	report: ['records', 'filter', 'document', 'options', 'investigation'],
	demo: ['records', 'make-folder'],
	options: ['records'],
	settings: ['records', 'options', 'make-folder'],
	run: ['options', 'settings', 'investigation', 'remote', 'start-worker'],
	'cli.tsx': ['run'],
};

/** Reached only when they are needed, so that `--version` loads neither Ink nor the engine. A type costs nothing and may be named. */
const mayImportLazily: Readonly<Record<string, readonly string[]>> = {run: ['terminal', 'report', 'demo']};

/** Packages that one room alone may name. */
const packagesOfOneRoom: ReadonlyArray<{readonly room: string; readonly names: RegExp}> = [
	{room: 'store', names: /^@duckdb\//},
	{room: 'terminal', names: /^(ink|react|react-dom|ink-table|@inkjs\/ui)(\/|$)/},
];

const sqlStatements = [
	/\bselect\s[\s\S]+\sfrom\s+[\w"($]/i, /\binsert\s+into\s+\w/i, /\bdelete\s+from\s+\w/i, /\bupdate\s+\w+\s+set\s+\w/i,
	/\b(create|drop|alter)\s+(or\s+replace\s+)?(temp(orary)?\s+)?(table|view|index|macro|type)\s+\w/i, /\bread_(csv|json|parquet|text|blob)\s*\(/i,
];

type Import = {readonly to: string; readonly line: number; readonly lazy: boolean; readonly typeOnly: boolean};
type Place = {readonly text: string; readonly line: number};
type Parsed = {
	readonly path: string;
	readonly lines: number;
	readonly imports: readonly Import[];
	readonly strings: readonly Place[];
	readonly exits: readonly Place[];
	readonly defaults: readonly Place[];
};

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean =>
	ts.isExportDeclaration(node) ? node.isTypeOnly : node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

const isExit = (node: ts.Node): boolean =>
	(ts.isPropertyAccessExpression(node) && /(^|\.)process$/.test(node.expression.getText()) && /^(exit|exitCode|reallyExit|abort)$/.test(node.name.text))
	|| (ts.isImportSpecifier(node) && /['"](node:)?process['"]/.test(node.parent.parent.parent.moduleSpecifier.getText()) && /^(exit|exitCode|abort)$/.test((node.propertyName ?? node.name).text));

const isDefaultExport = (node: ts.Node): boolean =>
	ts.isExportAssignment(node)
	|| (ts.isExportSpecifier(node) && node.name.text === 'default')
	|| (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({kind}) => kind === ts.SyntaxKind.DefaultKeyword) === true);

/** The text of a string or of a whole template, its holes left blank. */
const stringOf = (node: ts.Node): string | undefined => {
	if (ts.isStringLiteralLike(node)) {
		return node.text;
	}

	return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({literal}) => literal.text)].join(' x ') : undefined;
};

const parse = (path: string, text: string): Parsed => {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
	const [imports, strings, exits, defaults]: [Import[], Place[], Place[], Place[]] = [[], [], [], []];
	const visit = (node: ts.Node): void => {
		const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
			imports.push({to: node.moduleSpecifier.text, line, lazy: false, typeOnly: isTypeOnly(node)});
		} else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) {
			imports.push({to: node.arguments[0].text, line, lazy: true, typeOnly: false});
		} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
			imports.push({to: node.argument.literal.text, line, lazy: false, typeOnly: true});
		}

		const string = stringOf(node);
		if (string !== undefined) {
			strings.push({text: string, line});
		}

		if (isExit(node)) {
			exits.push({text: node.getText(), line});
		}

		if (isDefaultExport(node)) {
			defaults.push({text: node.getText().slice(0, 40), line});
		}

		ts.forEachChild(node, visit);
	};

	visit(file);
	return {path, lines: text.split('\n').length - 1, imports, strings, exits, defaults};
};

const target = (from: string, to: string): string | undefined => to.startsWith('.') ? posix.join(dirname(from), to) : undefined;

const isAllowed = (from: string, to: string, {lazy, typeOnly}: Import): boolean =>
	from === to || to === 'errors' || to === 'package.json' || (mayImport[from] ?? []).includes(to)
	|| ((lazy || typeOnly) && (mayImportLazily[from] ?? []).includes(to));

const forbiddenImports = (files: readonly Parsed[]): string[] => files.flatMap(({path, imports}) => imports.flatMap(one => {
	const to = target(path, one.to);
	const [from, into] = [room(path), to === undefined ? '' : room(to)];
	if (to === undefined || isAllowed(from, into, one)) {
		return [];
	}

	const lazily = mayImportLazily[from] ? `, and lazily ${mayImportLazily[from].join(', ')}` : '';
	return [`${path}:${one.line} imports ${one.to}: ${from} may import ${[...(mayImport[from] ?? []), 'errors'].join(', ')}${lazily}`];
}));

const foreignPackages = (files: readonly Parsed[]): string[] => files.flatMap(({path, strings}) => strings.flatMap(({text, line}) => packagesOfOneRoom
	.filter(({room: home, names}) => names.test(text) && room(path) !== home)
	.map(({room: home}) => `${path}:${line} names ${text}: only ${home}/ may`)));

const foreignSql = (files: readonly Parsed[]): string[] => files.flatMap(({path, strings}) => strings
	.filter(({text}) => room(path) !== 'store' && sqlStatements.some(statement => statement.test(text)))
	.map(({text, line}) => `${path}:${line} writes SQL (${text.trim().slice(0, 40)}…): only store/ may`));

/** Every way round, once, from its first file in the alphabet. */
const cycles = (files: readonly Parsed[]): string[] => {
	const edges = new Map(files.map(({path, imports}) => [path, imports.flatMap(({to}) => target(path, to) ?? [])]));
	const done = new Set<string>();
	const found: string[] = [];
	const walk = (path: string, way: readonly string[]): void => {
		const start = way.indexOf(path);
		if (start >= 0) {
			found.push(`${[...way.slice(start), path].join(' → ')}: no cycles among files`);
		} else if (!done.has(path)) {
			for (const next of edges.get(path) ?? []) {
				walk(next, [...way, path]);
			}

			done.add(path);
		}
	};

	for (const path of [...edges.keys()].toSorted()) {
		walk(path, []);
	}

	return found;
};

const badNames = (paths: readonly string[]): string[] => paths.flatMap(path => path.split('/').flatMap(part => {
	const name = part.replace(/(\.d)?\.[cm]?tsx?$/, '');
	return [
		...(/^[a-z\d]+(-[a-z\d]+)*$/.test(name) ? [] : [`${path}: "${part}" is not kebab-case`]),
		...(name.split('-').some(word => /^(utils?|utilities|common|misc|miscellaneous)$/.test(word)) ? [`${path}: "${part}" does not say what is inside; no util, common, misc`] : []),
	];
}));

const root = `${projectFolder}/`;
const sourcePaths = readdirSync(`${root}source`, {recursive: true, withFileTypes: true})
	.filter(entry => entry.isFile())
	.map(entry => posix.join(entry.parentPath.slice(root.length).replaceAll('\\', '/'), entry.name))
	.toSorted();
const tree = ['cli.tsx', ...sourcePaths].filter(path => /\.[cm]?tsx?$/.test(path)).map(path => parse(path, readFileSync(root + path, 'utf8')));

test('every room imports only what the table allows', t => {
	t.deepEqual(forbiddenImports(tree), []);
});

test('every room of source/ stands in the table', t => {
	const rooms = new Set(tree.map(({path}) => room(path)).filter(name => name !== 'errors'));
	t.deepEqual([...rooms].filter(name => !(name in mayImport)), []);
});

test('no files import each other in a circle', t => {
	t.deepEqual(cycles(tree), []);
});

test('no file of source/ is longer than 300 lines', t => {
	t.deepEqual(tree.filter(({lines}) => lines > 300).map(({path, lines}) => `${path} has ${lines} lines: at most 300`), []);
});

test('only store/ names the engine, and only terminal/ names ink and react', t => {
	t.deepEqual(foreignPackages(tree), []);
});

test('only store/ writes SQL', t => {
	t.deepEqual(foreignSql(tree), []);
});

test('only cli.tsx ends the process or sets its exit code', t => {
	t.deepEqual(tree.filter(({path}) => path !== 'cli.tsx').flatMap(({path, exits}) => exits.map(({text, line}) => `${path}:${line} says ${text}: only cli.tsx may`)), []);
});

test('every export has a name', t => {
	t.deepEqual(tree.flatMap(({path, defaults}) => defaults.map(({text, line}) => `${path}:${line} has a default export (${text}…): exports are named`)), []);
});

test('files and folders are named in kebab-case, and say what is inside', t => {
	t.deepEqual(badNames(sourcePaths), []);
});

test('relative imports name the file with its ending', t => {
	const without = tree.flatMap(({path, imports}) => imports.filter(({to}) => to.startsWith('.') && !/\.([cm]?tsx?|json)$/.test(basename(to))).map(({to, line}) => `${path}:${line} imports ${to}: relative imports end in .ts or .tsx`));
	t.deepEqual(without, []);
});

test('the law notices a forbidden import, be it static, dynamic, of a type, or passed on', t => {
	const text = 'import {a} from \'../store/a.ts\';\nconst b = await import(`../report/b.ts`);\nexport type {C} from \'../case/c.ts\';\ntype D = import(\'../files/d.ts\').D;\n';
	t.deepEqual(forbiddenImports([parse('source/records/x.ts', text)]).map(line => line.split(':')[1]!), ['1 imports ../store/a.ts', '2 imports ../report/b.ts', '3 imports ../case/c.ts', '4 imports ../files/d.ts']);
});

test('the law lets run reach the faces lazily, and by type, and no other way', t => {
	const text = 'import type {A} from \'./terminal/a.tsx\';\nconst b = await import(\'./report/b.ts\');\nimport {c} from \'./report/c.ts\';\n';
	t.deepEqual(forbiddenImports([parse('source/run.ts', text)]), ['source/run.ts:3 imports ./report/c.ts: run may import options, settings, investigation, remote, start-worker, errors, and lazily terminal, report, demo']);
});

test('the law notices a circle of any length, and says it once', t => {
	const files = [['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a']].map(([from, to]) => parse(`source/records/${from}.ts`, `import {x} from './${to}.ts';`));
	t.deepEqual(cycles(files), ['source/records/a.ts → source/records/b.ts → source/records/c.ts → source/records/a.ts: no cycles among files']);
});

test('the law notices SQL, an exit, a default export, a foreign package and a name that says nothing', t => {
	const file = parse('source/report/x.ts', 'const q = `select ${1} from events`;\nprocess.exit(1);\nimport {exit} from \'node:process\';\nexport default 1;\nconst r = require.resolve(\'ink\');\n');
	t.is(foreignSql([parse('source/report/y.ts', 'const q = `select ${1} from events`;')]).length, 1);
	t.deepEqual(file.exits.map(({line}) => line), [2, 3]);
	t.deepEqual(file.defaults.map(({line}) => line), [4]);
	t.deepEqual(foreignPackages([file]), ['source/report/x.ts:5 names ink: only terminal/ may']);
	t.is(badNames(['source/report/common.ts', 'source/report/BadName.ts', 'source/text-utils/fit.ts', 'source/report/good-name.ts']).length, 3);
});
