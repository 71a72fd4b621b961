import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {makeDice} from './world-dice.ts';
import {writeShop} from './world-json.ts';
import {writeDesk} from './world-lines.ts';
import {writeBulk, writeCrm} from './world-tables.ts';
import type {World} from './world.ts';
import type {Written} from './world-written.ts';

/** A world in a folder of its own. `paths` are the exports, in the order in which they are given. */
export type WorldOnDisk = {
	readonly world: World;
	readonly directory: string;
	readonly written: readonly Written[];
	readonly paths: readonly string[];
	readonly employees: string;
	readonly customers: string;
	readonly remove: () => Promise<void>;
};

/** All files of a world, in memory. */
export const renderWorld = (world: World): readonly Written[] => {
	const dice = makeDice(world.seed + 2_000_000);
	return world.files.map(file => ({crm: writeCrm, desk: writeDesk, shop: writeShop, bulk: writeBulk})[file.kind](world, dice, file));
};

const line = (cells: readonly string[]): string => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',') + '\n';

const employeesText = (world: World): string => line(['id', 'login', 'email', 'name', 'team'])
	+ world.employees.filter(({listed}) => listed).map(({id, login, email, name, team}) => line([id, login, email, name, team])).join('');

const customersText = (world: World): string => line(['id', 'email', 'name', 'country', 'controller'])
	+ world.customers.filter(({listed}) => listed).map(({id, email, name, countryText, controller}) => line([id, email, name, countryText, controller])).join('');

export const putOnDisk = async (world: World): Promise<WorldOnDisk> => {
	const directory = await mkdtemp(join(tmpdir(), `whosaw-world-${world.seed}-`));
	const written = renderWorld(world);
	const employees = join(directory, 'directories', 'employees.csv');
	const customers = join(directory, 'directories', 'customers.csv');
	await Promise.all(['exports', 'directories'].map(async name => mkdir(join(directory, name))));
	const paths = written.map(({file}) => join(directory, 'exports', file.name));
	await Promise.all([
		...written.map(async ({stored}, index) => writeFile(paths[index]!, stored)),
		writeFile(employees, employeesText(world)),
		writeFile(customers, customersText(world)),
	]);
	return {world, directory, written, paths, employees, customers, remove: async () => rm(directory, {recursive: true, force: true})};
};
