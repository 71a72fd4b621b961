import {usageError} from '../errors.ts';
import {mapRoles} from '../options.ts';
import {isTimezone} from '../records/calendar.ts';
import {nearestName} from '../records/nearest-name.ts';
import type {ListOf, Scoped} from '../records/reading.ts';
import type {Flags} from './flags.ts';

/** The IANA name, or a usage error with the nearest one. */
export const checkTimezone = (zone: string, saidBy: string): string => {
	if (isTimezone(zone)) {
		return zone;
	}

	const nearest = nearestName(zone, [...Intl.supportedValuesOf('timeZone'), 'UTC']);
	throw usageError(
		`${saidBy} ${zone}: there is no such time zone`,
		nearest === undefined ? 'Use a name of the IANA database, such as Europe/Dublin, America/Los_Angeles or UTC.' : `Did you mean ${nearest}?`,
	);
};

/** `crm*.csv:America/Los_Angeles`; a zone has no colon, a file may. */
const readTimezone = (text: string): Scoped<string> => {
	const colon = text.lastIndexOf(':');
	const value = checkTimezone(text.slice(colon + 1), '--timezone');
	return colon > 0 ? {files: text.slice(0, colon), value} : {value};
};

type Mapping = {readonly role: string; readonly column: string};

const isRole = (name: string): boolean => (mapRoles as readonly string[]).includes(name);

const mapError = (text: string, role?: string): Error => {
	const nearest = role === undefined ? undefined : nearestName(role, mapRoles);
	const shape = 'Write ROLE=COLUMN, or FILES:ROLE=COLUMN, such as --map employee=agent or --map \'crm*.csv:time=When\'.';
	return usageError(
		role === undefined ? `--map ${text}: this names no column` : `--map ${text}: there is no role "${role}"`,
		nearest === undefined ? `${shape} Roles: ${mapRoles.join(', ')}.` : `Did you mean ${nearest}?`,
	);
};

/** `role=column` or `crm*.csv:role=column`; the column may hold any character, dots for nested fields. */
const readMapping = (text: string): Scoped<Mapping> => {
	const plain = /^([^=:]+)=(.+)$/s.exec(text);
	if (plain && isRole(plain[1]!)) {
		return {value: {role: plain[1]!, column: plain[2]!}};
	}

	const scoped = /^(.+?):([a-z-]+)=(.+)$/s.exec(text);
	if (scoped && isRole(scoped[2]!)) {
		return {files: scoped[1]!, value: {role: scoped[2]!, column: scoped[3]!}};
	}

	throw mapError(text, scoped?.[2] ?? plain?.[1]);
};

/** `crm*.csv=table`. */
const readFormat = (text: string): Scoped<string> => {
	const equals = text.lastIndexOf('=');
	if (equals < 1 || equals === text.length - 1) {
		throw usageError(`--format-of ${text}: this names no format`, 'Write FILES=FORMAT, such as --format-of \'crm*.log=table\'; whosaw formats lists them.');
	}

	return {files: text.slice(0, equals), value: text.slice(equals + 1)};
};

/** `9f2c0a1b3d4e5f60-120=FILE` or `crm.csv#120=FILE`. Both the export and the list may have a sign of equality in their names. */
export const readListOf = (text: string): ListOf => {
	const parts = /^(?<event>[0-9a-f]{16}-\d+|.+?#\d+)=(?<path>.+)$/s.exec(text)?.groups;
	if (!parts) {
		throw usageError(`--list-of ${text}: this names no event and its list`, 'Write EVENT=FILE with the id of the event, or PATH#RECORD=FILE, such as --list-of crm.csv#120=rerun.csv.');
	}

	return {event: parts['event']!, path: parts['path']!};
};

const readMemory = (text: string): string => {
	if (!/^\d+(?:\.\d+)?\s*[kmgt]i?b$/i.test(text)) {
		throw usageError(`--memory ${text}: this is no size`, 'Write a number and a unit, such as 2GB or 512MB.');
	}

	return text;
};

const optional = <Value>(text: string | undefined, read: (text: string) => Value): Value | undefined => text === undefined ? undefined : read(text);

/** How to read the exports, checked; in the shape that an investigation is opened with. */
export const readingOf = (flags: Flags) => ({
	timezones: flags.many('timezone').map(text => readTimezone(text)),
	maps: flags.many('map').map(text => readMapping(text)),
	formats: flags.many('format-of').map(text => readFormat(text)),
	dateOrder: optional(flags.one('date-order'), text => text === 'mdy' ? 'mdy' as const : 'dmy' as const),
	overlapping: flags.on('overlapping'),
	employees: flags.many('employees'),
	customers: flags.many('customers'),
	rules: flags.many('rules'),
	tickets: flags.many('tickets'),
	presence: flags.many('presence'),
	leaked: flags.many('leaked'),
	lists: flags.many('list-of').map(text => readListOf(text)),
	memory: optional(flags.one('memory'), readMemory),
});

/** A whole number that the person gave. */
export const readWhole = (text: string, saidBy: string): number => {
	if (!/^\d{1,15}$/.test(text)) {
		throw usageError(`${saidBy} ${text}: this is no whole number`, `Such as ${saidBy} 7.`);
	}

	return Number(text);
};
