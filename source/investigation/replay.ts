import {basename, join} from 'node:path';
import {formatCount} from '../document/format-number.ts';
import {csvLine, guardFormula, unguardFormula} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {pathMatches} from '../files/path-pattern.ts';
import {allOf, anyOf, negate} from '../filter/build.ts';
import {accountRow, accountsFile, accountsHeader} from '../package/accounts-file.ts';
import {customersFile, customersHeader} from '../package/customers-file.ts';
import {fail, pass, type Finding} from '../package/finding.ts';
import {identitiesFile, identitiesHeader, identityLine} from '../package/identities-file.ts';
import {readEvidence} from '../package/read-evidence.ts';
import {readMethod, type PackedMethod} from '../package/read-method.ts';
import {readTable} from '../package/read-table.ts';
import {canonicalJson, type Json} from '../records/canonical-json.ts';
import {usedFileNames, usedFiles, usedList, type ListOf, type Scoped, type UsedFile} from '../records/reading.ts';
import {filterOf} from './case/case-filter.ts';
import type {Investigation, LoadRequest} from './investigation.ts';
import {openInvestigation} from './open-investigation.ts';
import {countFiles, partSuffix, pathOfFile} from '../records/source.ts';
import {hashOfFile, placesByHash} from './places-by-hash.ts';

/** The exports to ask again, and the directories, rules and tickets that the case had. */
export type ReplayRequest = Pick<LoadRequest, 'paths' | UsedFile | 'memory' | 'lists'> & {readonly signal?: AbortSignal};

const bad = (message: string): Finding => fail('replay', message);

const filterOfMethod = ({selections, exclusions}: PackedMethod) => allOf([anyOf(selections.map(({filter}) => filterOf(filter))), ...exclusions.map(({filter}) => negate(filterOf(filter)))]);

const compareSelections = async (investigation: Investigation, {selections}: PackedMethod): Promise<readonly Finding[]> => {
	const findings: Finding[] = [];
	for (const {number, filter, hash} of selections) {
		const matched = await investigation.matched({filter: filterOf(filter)});
		if (matched.hash !== hash) {
			findings.push(bad(`selection ${number} matches other accesses on these exports: ${formatCount(matched.accesses, 'access', 'accesses')} of ${formatCount(matched.customers, 'customer')}`));
		}
	}

	return findings.length > 0 ? findings : [pass('replay', `the filters match the same accesses again: ${formatCount(selections.length, 'selection')}`)];
};

/** The first that one has and the other lacks, either way. */
const difference = (what: string, packed: ReadonlySet<string>, found: ReadonlySet<string>, many = `${what}s`): readonly Finding[] => {
	const [extra, missing] = [[...packed].filter(id => !found.has(id)), [...found].filter(id => !packed.has(id))];
	return [
		...(extra.length > 0 ? [bad(`${formatCount(extra.length, what, many)} of the package ${extra.length === 1 ? 'is' : 'are'} not found again: ${visibleText(extra[0]!.slice(0, 200))}`)] : []),
		...(missing.length > 0 ? [bad(`the package lacks ${formatCount(missing.length, what, many)} that ${missing.length === 1 ? 'is' : 'are'} found: ${visibleText(missing[0]!.slice(0, 200))}`)] : []),
	];
};

const compareCustomers = async (investigation: Investigation, method: PackedMethod, directory: string): Promise<readonly Finding[]> => {
	const packed = new Set<string>();
	for await (const row of readTable(join(directory, customersFile.path), customersHeader([]))) {
		packed.add(row.get('customer') ?? '');
	}

	const {customerIds} = await investigation.matched({filter: filterOfMethod(method)});
	const findings = difference('customer', packed, new Set(customerIds.map(id => guardFormula(visibleText(id)))));
	return findings.length > 0 ? findings : [pass('replay', `the same customers are affected: ${formatCount(packed.size, 'customer')}`)];
};

/** What is said of those whom no record names: numbers, or that there is none. */
const compareNumbers = async (investigation: Investigation, method: PackedMethod): Promise<readonly Finding[]> => {
	const {totals, affected} = await investigation.totals({filter: filterOfMethod(method)});
	const said = (numbers: PackedMethod['numbers']): string => canonicalJson(numbers as Json);
	const [packed, found] = [said(method.numbers), said({totals, affected})];
	return [packed === found ? pass('replay', 'the same events, and the same range of customers') : bad(`the numbers of events and customers are others on these exports: ${found} and not ${visibleText(packed.slice(0, 500))}`)];
};

const compareEvidence = async (investigation: Investigation, method: PackedMethod, directory: string): Promise<readonly Finding[]> => {
	const found = await investigation.evidenceHashes({filter: filterOfMethod(method)});
	const packed = new Set<string>();
	const altered: Finding[] = [];
	for await (const {evidence, rawSha256} of readEvidence(directory)) {
		packed.add(evidence);
		const now = found.get(evidence);
		if (now !== undefined && now !== rawSha256) {
			altered.push(bad(`the record ${visibleText(evidence)} is another one in its export: sha256 ${now} and not ${rawSha256}`));
		}
	}

	const findings = [...altered, ...difference('evidence record', packed, new Set(found.keys()))];
	return findings.length > 0 ? findings : [pass('replay', `every evidence record stands in its export, byte for byte: ${formatCount(packed.size, 'record')}`)];
};

/** Counts, times and what records of presence say, account by account. */
const compareAccounts = async (investigation: Investigation, method: PackedMethod, directory: string): Promise<readonly Finding[]> => {
	const found = new Map((await investigation.packagedAccounts({filter: filterOfMethod(method)})).map(account => [visibleText(account.employee), accountRow(account)]));
	const packed = new Set<string>();
	const findings: Finding[] = [];
	for await (const row of readTable(join(directory, accountsFile.path), accountsHeader)) {
		const employee = unguardFormula(row.get('employee') ?? '');
		packed.add(employee);
		const now = found.get(employee) ?? [];
		const column = accountsHeader.find((name, index) => now.length > 0 && row.get(name) !== now[index]);
		findings.push(...column === undefined ? [] : [bad(`${column} of the account ${visibleText(employee.slice(0, 80))} is another one on these exports: "${now[accountsHeader.indexOf(column)]!}" and not "${visibleText((row.get(column) ?? '').slice(0, 200))}"`)]);
	}

	findings.push(...difference('account', packed, new Set(found.keys())));
	return findings.length > 0 ? findings : [pass('replay', `each account has the same counts, times and presence: ${formatCount(packed.size, 'account')}`)];
};

/** By what else the logs have the customers and accounts, and what says so, row by row. */
const compareIdentities = async (investigation: Investigation, method: PackedMethod, directory: string): Promise<readonly Finding[]> => {
	const found = new Set((await investigation.packagedIdentities({filter: filterOfMethod(method)})).map(identity => identityLine(identity).trimEnd()));
	const packed = new Set<string>();
	for await (const row of readTable(join(directory, identitiesFile.path), identitiesHeader)) {
		packed.add(csvLine(identitiesHeader.map(name => row.get(name) ?? ''), {guarded: false}).trimEnd());
	}

	const findings = difference('claim of identity', packed, found, 'claims of identity');
	return findings.length > 0 ? findings : [pass('replay', `the same ids, logins and addresses of the logs are taken for one: ${formatCount(packed.size, 'claim')}`)];
};

type Used = Readonly<Partial<Record<UsedFile, readonly string[]>>>;

/** Directories, rules and tickets decide what values mean: with others, or without them, the same questions have other answers. Gives them in the order of the case, or what is wrong with them. */
const filesUsed = async ({used}: PackedMethod, given: Used): Promise<Used | Finding[]> => {
	const findings: Finding[] = [];
	const ordered: Partial<Record<UsedFile, readonly string[]>> = {};
	for (const option of usedFileNames) {
		const what = usedFiles[option];
		const inOrder: string[] = [];
		const wanted = used.filter(each => each.what === what);
		const paths = new Map(await Promise.all((given[option] ?? []).map(async path => [await hashOfFile(path), path] as const)));
		for (const {path, sha256 = 'unknown'} of wanted) {
			const found = paths.get(sha256);
			if (found === undefined) {
				findings.push(bad(`the case used ${visibleText(path)} as ${what}, and ${paths.size === 0 ? 'none was given' : `no file given has its sha256 ${sha256}`}: name it with --${option} FILE`));
			} else {
				inOrder.push(found);
			}
		}

		ordered[option] = inOrder;
		findings.push(...[...paths].filter(([sha256]) => !wanted.some(each => each.sha256 === sha256)).map(([, path]) => bad(`the case did not use ${visibleText(basename(path))} as ${what}: leave it out`)));
	}

	return findings.length > 0 ? findings : ordered;
};

/** The lists behind bulk exports, each for the event that the case joined it to. */
const listsUsed = async ({used}: PackedMethod, given: readonly ListOf[]): Promise<{readonly lists: readonly ListOf[]; readonly findings: readonly Finding[]}> => {
	const found = await Promise.all(given.map(async list => ({...list, sha256: await hashOfFile(list.path)})));
	const wanted = used.filter(({what}) => what === usedList);
	const missing = wanted.filter(({sha256}) => !found.some(list => list.sha256 === sha256));
	const findings = [
		...missing.map(({path, sha256 = 'unknown', event = 'EVENT'}) => bad(`the case used ${visibleText(path)} as ${usedList}, ${visibleText(event)}, and ${given.length === 0 ? 'none was given' : `no list given has its sha256 ${sha256}`}: name it with --list-of ${visibleText(event)}=FILE`)),
		...found.filter(({sha256}) => !wanted.some(each => each.sha256 === sha256)).map(({path}) => bad(`the case did not use ${visibleText(basename(path))} as ${usedList}: leave it out`)),
	];
	return {findings, lists: findings.length > 0 ? [] : wanted.map(({sha256, event = ''}) => ({event, path: found.find(list => list.sha256 === sha256)!.path}))};
};

/** Where the records of each source are now: in the file with its hash, of one that mixes formats in a part of it. */
const placeOf = (source: PackedMethod['sources'][number], places: ReadonlyMap<string, string>): string => `${places.get(source.sha256)!}${partSuffix(source)}`;

/** What holds for files by the names that they had holds for where they are now. */
const moved = <Value>(values: ReadonlyArray<Scoped<Value>> | undefined, {sources}: PackedMethod, places: ReadonlyMap<string, string>): ReadonlyArray<Scoped<Value>> => (values ?? []).flatMap(({files, value}) =>
	files === undefined ? [{value}] : sources.filter(source => [source.path, pathOfFile(source)].some(path => pathMatches(path, files))).map(source => ({files: placeOf(source, places), value})));

/** The files that may have been taken for an export, with their hashes: those of its name, else all while they are few. */
const insteadOf = (path: string, strangers: ReadonlyMap<string, string>): string => {
	const namesakes = [...strangers].filter(([other]) => basename(other) === basename(path));
	const shown = namesakes.length > 0 || strangers.size > 3 ? namesakes : [...strangers];
	return shown.slice(0, 3).map(([other, sha256]) => `; ${visibleText(basename(other))} has ${sha256}`).join('');
};

/** Asks the questions of a package again of the originals, found by their hashes, and compares what is affected and every byte of the evidence. */
export const replay = async (directory: string, {paths, memory, signal, ...given}: ReplayRequest): Promise<readonly Finding[]> => {
	const method = await readMethod(directory);
	if (!method) {
		return [bad('the questions cannot be asked again: this package holds no filters with values (law-enforcement and internal do)')];
	}

	const strangers = new Map<string, string>();
	const places = await placesByHash(paths, {sha256: method.sources.map(({sha256}) => sha256), apart: given, strangers, ...(signal ? {signal} : {})});
	const missing = method.sources.filter(({sha256}) => !places.has(sha256));
	if (missing.length > 0) {
		return missing.map(({path, sha256}) => bad(`none of these files is the export ${visibleText(path)}: no sha256 is ${sha256}${insteadOf(path, strangers)}`));
	}

	const used = await filesUsed(method, given);
	if (Array.isArray(used)) {
		return used;
	}

	const {lists, findings} = await listsUsed(method, given.lists ?? []);
	if (findings.length > 0) {
		return findings;
	}

	const {maps, formats, ...reading} = method.reading;
	const investigation = await openInvestigation({
		...reading, ...used, lists, maps: moved(maps, method, places), formats: moved(formats, method, places), paths: method.sources.map(source => placeOf(source, places)), ...(memory === undefined ? {} : {memory}),
		timezones: method.sources.map(source => ({files: placeOf(source, places), value: source.timezone})),
	}, signal ? {signal} : {});
	try {
		return [
			pass('replay', `the exports are the ones that were analysed: ${formatCount(countFiles(method.sources), 'file')}`),
			...await compareSelections(investigation, method), ...await compareCustomers(investigation, method, directory), ...await compareNumbers(investigation, method), ...await compareAccounts(investigation, method, directory), ...await compareIdentities(investigation, method, directory), ...await compareEvidence(investigation, method, directory),
		];
	} finally {
		await investigation.close();
	}
};
