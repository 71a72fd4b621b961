import {execa} from 'execa';
import {nodeArguments, projectFolder} from './program.ts';
import {instantText, sourceFigures, type Figures} from './world-answer.ts';
import type {WorldOnDisk} from './world-disk.ts';
import type {Question} from './world-questions.ts';

export type Run = {readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string; readonly command: string};

/** Runs the real program. Never throws: the exit code is part of what is tested. */
export const runCli = async (commandArguments: readonly string[]): Promise<Run> => {
	const {exitCode, stdout, stderr, escapedCommand} = await execa('node', [...nodeArguments('cli.tsx'), ...commandArguments], {
		cwd: projectFolder, reject: false, stdin: 'ignore', maxBuffer: 100_000_000,
	});
	return {exitCode, stdout, stderr, command: escapedCommand};
};

/** What nobody can guess from the files: the zone of naive times; and who and whose data the ids mean. */
export const openFlags = ({world, paths, employees, customers}: WorldOnDisk): readonly string[] =>
	[...paths, '--timezone', `crm*.csv:${world.zone}`, '--employees', employees, '--customers', customers];

const mapFlags = (files: string, roles: ReadonlyArray<readonly [role: string, column: string]>): readonly string[] =>
	roles.filter(([role]) => role !== '').flatMap(([role, column]) => ['--map', `${files}:${role}=${column}`]);

/** `--map` for every role of every file. */
export const allMapFlags = ({world: {styles: {crm, desk, shop, bulk}}}: WorldOnDisk): readonly string[] => [
	...mapFlags('crm*.csv', crm.columns.map(({role, name}) => [role, name])),
	...mapFlags('desk*', Object.entries(desk.paths)),
	...mapFlags('shop*', Object.entries(shop.paths)),
	...mapFlags('bulk*.tsv', bulk.columns.map(({role, name}) => [role, name])),
];

type Row = Readonly<Record<string, unknown>>;
type Report = Figures & {readonly filter: Row; readonly sources: readonly Row[]};

const pick = (row: Row, names: readonly string[]): Row => Object.fromEntries(names.filter(name => row[name] !== undefined).map(name => [name, row[name]]));
const sorted = (value: unknown): unknown => (value as readonly string[]).toSorted();

const customerOf = (listed: ReadonlySet<string>) => (row: Row): Row => ({
	...pick(row, ['customer', ...(listed.has(String(row['customer'])) ? ['email'] : []), 'country', 'events', 'firstAt', 'lastAt']),
	dataTypes: sorted(row['dataTypes']),
	employees: sorted(row['employees']),
});

const plain = (rows: readonly object[], names: readonly string[]): readonly Row[] => rows.map(row => pick(row as Row, names));

/** The parts of a report that a world can check, in the shape of `expectedReport`. */
export const checkedParts = (json: string, {world}: WorldOnDisk): object => {
	const report = JSON.parse(json) as Report;
	const listed = new Set(world.customers.filter(customer => customer.listed).map(({id}) => id));
	return {
		filter: pick(report.filter, ['from', 'to', 'displayTimezone']),
		sources: plain(report.sources, ['path', 'sha256', 'bytes', 'records', 'possibleDuplicates', 'incomplete', 'firstAt', 'lastAt']),
		totals: report.totals,
		affected: report.affected,
		byDataType: plain(report.byDataType, ['dataType', 'customers', 'events']),
		byEmployee: plain(report.byEmployee, ['employee', 'customers', 'events', 'firstAt', 'lastAt']),
		byCountry: plain(report.byCountry, ['country', 'customers']),
		byDay: plain(report.byDay, ['day', 'customers', 'events']),
		customers: (report.customers as readonly Row[]).map(row => customerOf(listed)(row)),
	};
};

/** What the report must say, from what happened. */
export const expectedReport = (disk: WorldOnDisk, question: Question, figures: Figures): object => ({
	filter: {
		...(question.from === undefined ? {} : {from: instantText(question.from)}),
		...(question.to === undefined ? {} : {to: instantText(question.to)}),
		displayTimezone: question.displayTimezone,
	},
	sources: disk.written.map((written, index) => ({path: disk.paths[index], ...sourceFigures(written, disk.written.slice(0, index))})),
	...figures,
});
