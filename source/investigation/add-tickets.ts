import {formatCount} from '../document/format-number.ts';
import {ExpectedError} from '../errors.ts';
import {parseTime, timeStyleOf} from '../records/parse-time.ts';
import {readFacts} from '../store/accesses.ts';
import type {Session} from '../store/database.ts';
import {resolveEntries} from '../store/leaked-lists.ts';
import {addTickets, judgeReasons, type TicketCounts, type TicketEntry} from '../store/tickets.ts';
import {scoped} from './choose-plan.ts';
import type {LoadRequest} from './investigation.ts';
import {readRows, words} from './read-directory.ts';

/** Column names of ticket systems, most telling first, as plain names. */
const ticketColumns = {
	id: words('ticketid ticket ticketnumber ticketno number key issuekey issue casenumber caseid case incident requestid id'),
	customer: words('customerid customer clientid client contactid contact requesterid requester customeremail requesteremail email kundennummer kunde'),
	account: words('assignedto assignee assigneeid assigneeemail account accountid agentid agent employeeid employee owner handler bearbeiter'),
	opened: words('opened openedat created createdat createdon creationdate start opentime opendate geoeffnet'),
	closed: words('closed closedat closedon resolved resolvedat solvedat end closetime closedate geschlossen'),
} as const;

type Column = keyof typeof ticketColumns;

const day = 86_400_000_000;

/** A whole day: the ticket was open to its end. */
const isDay = (text: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text);

/** How the times of a file are read, and whether one of them carried no offset. */
const timeReader = (texts: readonly string[], zone: string) => {
	const found = timeStyleOf(texts.slice(0, 1000));
	let naive = false;
	let unread = 0;
	return {
		isNaive: () => naive,
		unread: () => unread,
		at(text: string | undefined): number | undefined {
			if (text === undefined) {
				return undefined;
			}

			const parsed = found && parseTime(text, found.style, zone);
			if (!parsed || 'problem' in parsed) {
				unread++;
				return undefined;
			}

			naive ||= parsed.naive;
			return parsed.at;
		},
	};
};

/** Reads a file of tickets: number, customer, the account it was assigned to, when it was opened and closed. */
const readTickets = async (path: string, zone: string | undefined): Promise<{readonly entries: readonly TicketEntry[]; readonly rejected: number; readonly naive: boolean; readonly unread: number}> => {
	const {rows, chosen, columns, rejected} = await readRows<Column>(path, ticketColumns, 'tickets');
	const missing = (['id', 'customer', 'account', 'opened'] as const).filter(column => chosen[column] === undefined);
	if (missing.length > 0) {
		throw new ExpectedError(`these tickets have no column ${missing.map(column => `"${column}"`).join(', ')}`, {where: path, next: `Columns: ${columns.join(', ')}. Name them id, customer, account, opened and closed.`});
	}

	const times = timeReader(rows.flatMap(({opened, closed}) => [opened, closed].filter(text => text !== undefined)), zone ?? 'UTC');
	const entries = rows.flatMap(({id, customer, account, opened, closed}): readonly TicketEntry[] => {
		if (id === undefined) {
			return [];
		}

		const [from, end] = [times.at(opened), times.at(closed)];
		// A time of closing that nobody can read says nothing of when it ended, and so the ticket supports nothing.
		const known = closed === undefined || end !== undefined;
		return [{
			id, ...(customer === undefined ? {} : {customer}), ...(account === undefined ? {} : {account}),
			...(from === undefined || !known ? {} : {opened: from}), ...(end === undefined ? {} : {closed: isDay(closed!) ? end + day : end + 1}),
		}];
	});
	return {entries, rejected: rejected + rows.length - entries.length, naive: times.isNaive() && zone === undefined, unread: times.unread()};
};

const notesOf = (path: string, {tickets, unknownCustomers, unknownAccounts, withoutOpening}: TicketCounts, {rejected, naive, unread}: {readonly rejected: number; readonly naive: boolean; readonly unread: number}): readonly string[] => {
	const gaps = [
		unknownCustomers > 0 ? `${formatCount(unknownCustomers, 'row')} name a customer whom neither the exports nor the directory know` : '',
		unknownAccounts > 0 ? `${formatCount(unknownAccounts, 'row')} name an account that neither the exports nor the directory know` : '',
		withoutOpening > 0 ? `${formatCount(withoutOpening, 'row')} do not say when the ticket was open` : '',
		unread > 0 ? `${formatCount(unread, 'time')} could not be read` : '',
		rejected > 0 ? `${formatCount(rejected, 'row')} could not be read` : '',
	].filter(gap => gap !== '');
	return [
		`Reasons were checked against ${formatCount(tickets, 'ticket')} of ${path}: a reason is supported where its ticket concerns this customer, was this account's and was open then.`,
		...(gaps.length > 0 ? [`Of ${path}, ${gaps.join('; ')}: such a row supports no reason.`] : []),
		...(naive ? [`Times of ${path} carry no offset and were read as UTC (assumed; --timezone says another).`] : []),
	];
};

/** Reads the files of tickets, holds every reason against them, and says what stays open. Everything that names customers and accounts must be loaded. */
export const checkReasons = async (session: Session, {tickets = [], timezones}: LoadRequest, signal?: AbortSignal): Promise<readonly string[]> => {
	const notes: string[] = [];
	for (const path of tickets) {
		const {entries, ...said} = await readTickets(path, scoped(path, timezones));
		const {customers} = await resolveEntries(session, [...new Set(entries.flatMap(({customer}) => customer ?? []))], signal);
		notes.push(...notesOf(path, await addTickets(session, entries, customers), said));
	}

	await judgeReasons(session, (await readFacts(session)).several);
	return notes;
};
