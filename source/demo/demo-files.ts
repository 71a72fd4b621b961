import {join} from 'node:path';
import {bulkExports} from './bulk-exports.ts';
import {crmAccess} from './crm-access.ts';
import {customerDirectory, employeeDirectory} from './directories.ts';
import {leakedList} from './leaked.ts';
import {shopAdmin} from './shop-admin.ts';
import {supportDesk} from './support-desk.ts';
import type {World} from './world.ts';

export type DemoFile = {readonly name: string; readonly text: (world: World) => Iterable<string>; readonly gzip?: boolean};

/** The exports to investigate, each of another system and shape. */
export const exportFiles: readonly DemoFile[] = [
	{name: 'crm-access.csv', text: crmAccess},
	{name: 'support-desk.ndjson.gz', text: supportDesk, gzip: true},
	{name: 'bulk-exports.tsv', text: bulkExports},
	{name: 'shop-admin.json', text: shopAdmin},
];

export const employeesFile = join('directories', 'employees.csv');
export const customersFile = join('directories', 'customers.csv');
export const leakedFile = 'leaked.txt';

/** Everything that a world consists of on the disk. */
export const demoFiles: readonly DemoFile[] = [
	...exportFiles,
	{name: employeesFile, text: employeeDirectory},
	{name: customersFile, text: customerDirectory},
	{name: leakedFile, text: leakedList},
];

/** What to load, in the shape that an investigation is opened with. */
export type DemoRequest = {
	readonly paths: readonly string[];
	readonly employees: readonly string[];
	readonly customers: readonly string[];
	readonly leaked: readonly string[];
	readonly timezones: ReadonlyArray<{readonly files: string; readonly value: string}>;
};

/** The four exports of a demo folder, its directories, the list of those whose addresses leaked, and the one fact that the files do not say: the zone of the CRM's clock. */
export const demoRequest = (directory: string): DemoRequest => ({
	paths: exportFiles.map(({name}) => join(directory, name)),
	employees: [join(directory, employeesFile)],
	customers: [join(directory, customersFile)],
	leaked: [join(directory, leakedFile)],
	timezones: [{files: 'crm*.csv', value: 'America/Los_Angeles'}],
});
