import {basename} from 'node:path';
import {formatCount, formatNumber} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {ExpectedError} from '../errors.ts';
import {presenceKinds, type PresenceKind} from '../records/presence.ts';
import type {Session} from '../store/database.ts';
import {addPresence, judgePresence, type NobodysRecords, type PresenceEntry} from '../store/presence.ts';
import {scoped} from './choose-plan.ts';
import type {LoadRequest} from './investigation.ts';
import {presenceKindOf, readPresenceRows, type ReadRows} from './presence-rows.ts';
import {readRows, words} from './read-directory.ts';

/** Column names of rosters, records of leave and systems of badges, most telling first, as plain names. */
const presenceColumns = {
	employee: words('employeeid employee userid user account accountid agentid staffid personnelnumber workerid login username email employeeemail employeename fullname mitarbeiterid mitarbeiter badgeholder holder owner name'),
	from: words('from since start startat startsat starttime startdate started startedat begin begins beginning badgein clockin checkin in entry connectedat validfrom von beginn'),
	to: words('to until end endat endsat endtime enddate ended endedat badgeout clockout checkout out exit disconnectedat validto bis ende'),
	kind: words('kind type recordtype eventtype category what art typ'),
	site: words('site office location building door place standort gebaeude ort'),
} as const;

type Column = keyof typeof presenceColumns;

type ReadFile = ReadRows & {readonly path: string; readonly zone: string; readonly zoneGiven: boolean; /** Rows that are no records. */ readonly unread: number};

const readFile = async (path: string, {timezones, dateOrder}: LoadRequest): Promise<ReadFile> => {
	const {rows, chosen, columns, rejected} = await readRows<Column>(path, presenceColumns, 'records of presence');
	const missing = (['employee', 'from', 'to', 'kind'] as const).filter(column => chosen[column] === undefined);
	if (missing.length > 0) {
		throw new ExpectedError(`these records of presence have no column ${missing.map(column => `"${column}"`).join(', ')}`, {where: path, next: `Columns: ${columns.map(column => visibleText(column)).join(', ')}. Name them employee, from, to, kind and site.`});
	}

	const said = [...new Set(rows.flatMap(({kind}) => kind ?? []))];
	if (rows.length > 0 && !said.some(kind => presenceKindOf(kind) !== undefined)) {
		throw new ExpectedError(`none of these records is of a known kind${said.length === 0 ? '' : `; they say ${said.slice(0, 5).map(kind => `"${visibleText(kind)}"`).join(', ')}`}`, {where: path, next: `Kinds: ${presenceKinds.join(', ')}.`});
	}

	const zone = scoped(path, timezones);
	return {...readPresenceRows(rows, {path, zone: zone ?? 'UTC', dateOrder}), path, zone: zone ?? 'UTC', zoneGiven: zone !== undefined, unread: rejected};
};

const kindNames: Readonly<Record<PresenceKind, string>> = {'shift': 'shifts', 'leave': 'leave', 'badge': 'badges', 'vpn': 'VPN', 'device owner': 'owners of devices'};

const countByKind = (entries: readonly PresenceEntry[]): string => presenceKinds.flatMap(kind => {
	const count = entries.filter(entry => entry.kind === kind).length;
	return count === 0 ? [] : [`${formatNumber(count)} of ${kindNames[kind]}`];
}).join(', ');

/** A file is called by its name: where it stands is nobody's business, and a case may be moved. */
const fileNotes = ({path: place, entries, problems, unread, naive, zone, zoneGiven, twice}: ReadFile, {unknown, several}: NobodysRecords): readonly string[] => {
	const path = basename(place);
	const gaps = [...[...problems].map(([problem, count]) => `${formatNumber(count)} ${problem}`), ...(unread > 0 ? [`${formatNumber(unread)} cannot be read`] : [])];
	const left = [...problems.values()].reduce((total, count) => total + count, unread);
	const sum = (records: ReadonlyMap<string, number>): number => [...records.values()].reduce((total, count) => total + count, 0);
	const hasShifts = entries.some(({kind}) => kind === 'shift');
	return [
		`Accounts were held against ${formatCount(entries.length, 'record')} of presence of ${path}${entries.length === 0 ? '' : `: ${countByKind(entries)}`}.`,
		...(left > 0 ? [`${formatCount(left, 'row')} of ${path} ${left === 1 ? 'was' : 'were'} not taken: ${gaps.join('; ')}.`] : []),
		...(unknown.size > 0 ? [`${formatCount(sum(unknown), 'record')} of ${path} ${sum(unknown) === 1 ? 'is' : 'are'} of ${formatCount(unknown.size, 'employee')} whom neither the exports nor the directory know (whosaw leads lists them): nothing is said of them.`] : []),
		...(several.size > 0 ? [`${formatCount(sum(several), 'record')} of ${path} ${sum(several) === 1 ? 'names' : 'name'} ${formatCount(several.size, 'employee')} by a full name that several accounts have: ${sum(several) === 1 ? 'it stands' : 'they stand'} for none of them (write ids or addresses).`] : []),
		...(!zoneGiven && (naive || hasShifts) ? [`Times of ${path} without an offset were read as UTC, and its days are those of UTC (assumed; --timezone says another).`] : (hasShifts ? [`Days of the shifts of ${path} are those of ${zone}.`] : [])),
		...(twice > 0 ? [`${formatCount(twice, 'time')} of ${path} stood on the clocks twice; the earlier was taken.`] : []),
	];
};

/** What the records cannot say, whatever the accounts did. */
const silences = (files: readonly ReadFile[], eventsOfSites: number): readonly string[] => {
	const entries = files.flatMap(file => file.entries);
	const has = (kind: PresenceKind): boolean => entries.some(entry => entry.kind === kind);
	const placed = entries.some(({kind, site}) => kind === 'badge' && site !== undefined);
	return [
		...(['leave', 'shift', 'badge'] as const).filter(kind => !has(kind)).map(kind => `The records of presence hold none of ${kindNames[kind]}: ${{leave: 'use during leave', shift: 'use outside a shift', badge: 'two sites at once'}[kind]} cannot be told.`),
		...(has('badge') && !placed ? ['No badge record names a site: two sites at once cannot be told.'] : []),
		...(placed && eventsOfSites === 0 ? ['No event names one of the sites of the badges as its system or address: that an account was used elsewhere while its owner was badged in cannot be told, only that badges were in at two sites at once.'] : []),
		...(has('vpn') || has('device owner') ? ['Records of VPN and of owners of devices were counted; nothing is concluded of them.'] : []),
	];
};

/** Reads the files of presence, holds every event against them, and says what stays open. Everything that names accounts must be loaded. */
export const checkPresence = async (session: Session, request: LoadRequest, signal?: AbortSignal): Promise<readonly string[]> => {
	const files: ReadFile[] = [];
	const notes: string[] = [];
	for (const path of request.presence ?? []) {
		const file = await readFile(path, request);
		files.push(file);
		notes.push(...fileNotes(file, await addPresence(session, file.entries)));
	}

	const {eventsOfSites} = await judgePresence(session, signal);
	return [...notes, ...silences(files, eventsOfSites)];
};
