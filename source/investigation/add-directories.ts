import {formatCount} from '../document/format-number.ts';
import type {Session} from '../store/database.ts';
import {addCustomerEntries, addEmployeeEntries, prepareDirectories, resolutionCounts, type DirectoryNotes} from '../store/directories.ts';
import {formCounts} from '../store/salesforce-ids.ts';
import type {LoadRequest} from './investigation.ts';
import {conflictNotes, takenNotes} from './leaving-days.ts';
import {readCustomerDirectory, readEmployeeDirectory} from './read-directory.ts';

export type DirectoryFacts = Omit<DirectoryNotes, 'leaving'> & {readonly rejected: number; readonly given: {readonly customers: boolean; readonly employees: boolean}; /** What was taken of days of leaving and what was not, as sentences. They stand beside leads alone: notes go into every document, and who left is not for a customer. */ readonly leaving: readonly string[]};

/** Reads the directories and makes them ready for lookups; without any, names and countries come from the logs alone. */
export const addDirectories = async (session: Session, {customers = [], employees = [], dateOrder}: LoadRequest): Promise<DirectoryFacts> => {
	let rejected = 0;
	for (const path of customers) {
		const directory = await readCustomerDirectory(path);
		rejected += directory.rejected;
		await addCustomerEntries(session, directory.entries);
	}

	const places: Array<{readonly path: string; readonly record: number}> = [];
	const leavingColumns: string[] = [];
	const notTaken: string[] = [];
	for (const path of employees) {
		const directory = await readEmployeeDirectory(path, dateOrder);
		rejected += directory.rejected;
		leavingColumns.push(...(directory.leaving === undefined ? [] : [directory.leaving]));
		notTaken.push(...directory.notes);
		for (const record of directory.records) {
			places.push({path, record});
		}

		await addEmployeeEntries(session, directory.entries);
	}

	const {leaving, ...notes} = await prepareDirectories(session);
	const leavingNotes = [...takenNotes(leaving.employees, leavingColumns), ...notTaken, ...conflictNotes(leaving.conflicts, row => places[row]!)];
	return {...notes, leaving: leavingNotes, rejected, given: {customers: customers.length > 0, employees: employees.length > 0}};
};

const noCounts = {unresolvedCustomers: 0, mergedCustomers: 0, unresolvedEmployees: 0, mergedEmployees: 0};

/** What the directories could not settle, as sentences. After a one-shot scan (`partial`) not all ids of the logs are known, and nothing is said of them. */
export const directoryNotes = async (session: Session, {repeatedCustomers, repeatedEmployees, sharedEmails, rejected, given}: DirectoryFacts, partial: boolean): Promise<readonly string[]> => {
	if (!given.customers && !given.employees) {
		return [];
	}

	const {unresolvedCustomers, mergedCustomers, unresolvedEmployees, mergedEmployees} = partial ? noCounts : await resolutionCounts(session);
	const notes: ReadonlyArray<readonly [boolean, string]> = [
		[given.customers && unresolvedCustomers > 0, `${formatCount(unresolvedCustomers, 'customer')} of the logs ${unresolvedCustomers === 1 ? 'is' : 'are'} not in the directory of customers.`],
		[mergedCustomers > 0, `${formatCount(mergedCustomers, 'customer')} appear${mergedCustomers === 1 ? 's' : ''} in the logs under several ids or addresses; the directory says they are one each.`],
		[given.employees && unresolvedEmployees > 0, `${formatCount(unresolvedEmployees, 'employee')} of the logs ${unresolvedEmployees === 1 ? 'is' : 'are'} not in the directory of employees.`],
		[mergedEmployees > 0, `${formatCount(mergedEmployees, 'employee')} appear${mergedEmployees === 1 ? 's' : ''} in the logs under another name than the directory's id; the directory says they are one each.`],
		[repeatedCustomers + repeatedEmployees > 0, `${formatCount(repeatedCustomers + repeatedEmployees, 'row')} of the directories repeat an id; the first row of each id was taken.`],
		[sharedEmails > 0, `${formatCount(sharedEmails, 'e-mail address', 'e-mail addresses')} of the directory stand${sharedEmails === 1 ? 's' : ''} beside several customers, and resolve${sharedEmails === 1 ? 's' : ''} to none of them.`],
		[rejected > 0, `${formatCount(rejected, 'row')} of the directories could not be read.`],
	];
	return notes.filter(([holds]) => holds).map(([, sentence]) => sentence);
};

/** Joins that rest on no directory: they are claims too. */
export const formNotes = async (session: Session): Promise<readonly string[]> => {
	const {customers, employees} = await formCounts(session);
	return ([[customers, 'customer'], [employees, 'employee']] as const).filter(([count]) => count > 0)
		.map(([count, what]) => `${formatCount(count, what)} appear${count === 1 ? 's' : ''} in the logs under the 15 and the 18 characters of an id of Salesforce, which are one each.`);
};
