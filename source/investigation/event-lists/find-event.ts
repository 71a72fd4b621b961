import {formatCount, formatNumber} from '../../document/format-number.ts';
import {ExpectedError} from '../../errors.ts';
import {pathMatches} from '../../files/path-pattern.ts';
import {pathOfFile} from '../../records/source.ts';
import {readFacts} from '../../store/accesses.ts';
import type {Session} from '../../store/database.ts';
import {eventAt, type StoredEvent} from '../../store/questions/events.ts';
import {askRecordState, askSourceRows, type SourceRows} from '../../store/questions/record-at.ts';
import {eventIds} from '../event-ids.ts';
import type {Loaded, LoadedSource} from '../loaded-source.ts';

/** The event that a list is for: it reached customers whom its record does not name. */
export type ListedEvent = {readonly id: string; readonly source: string; readonly record: number; readonly event: StoredEvent};

type Looking = {readonly session: Session; readonly loaded: Loaded};

const howToName = 'Say --list-of EVENT=FILE, where EVENT is the id of the event (the record shows it, and so does report --by event), or PATH#RECORD, such as crm.csv#120.';

const refuse = (event: string, message: string, next = howToName): ExpectedError => new ExpectedError(`no list can be joined to ${event}: ${message}`, {next});

type Named = {readonly sources: readonly LoadedSource[]; readonly record: number};

/** The exports that may hold the record. The parts of a file, and its copies, have one hash. */
const sourcesOf = ({sources}: Loaded, event: string): Named => {
	const id = /^(?<sha256>[0-9a-f]{16})-(?<record>\d{1,15})$/.exec(event)?.groups;
	if (id) {
		const found = sources.filter(({source: {sha256}}) => sha256.startsWith(id['sha256']!));
		if (found.length === 0) {
			throw refuse(event, 'none of these exports has it');
		}

		return {sources: found, record: Number(id['record'])};
	}

	const place = /^(?<path>.+)#(?<record>\d{1,15})$/s.exec(event)?.groups;
	if (!place) {
		throw refuse(event, 'this names no event');
	}

	const path = place['path']!;
	// A record has one number in a file, whichever of its parts it belongs to.
	const meant = (isMeant: (each: string) => boolean): readonly LoadedSource[] => sources.filter(({source}) => isMeant(source.path) || isMeant(pathOfFile(source)));
	const exact = meant(each => each === path);
	const found = exact.length > 0 ? exact : meant(each => pathMatches(each, path));
	const files = [...new Map(found.map(({source}) => [source.sha256, source.path])).values()];
	if (files.length !== 1) {
		throw files.length === 0
			? refuse(event, `none of these exports is ${path}`, `Exports: ${sources.slice(0, 10).map(({source}) => source.path).join(', ')}.`)
			: refuse(event, `${formatCount(files.length, 'export')} are called so: ${files.slice(0, 5).join(', ')}`, 'Name one of them by more of its path, or the event by its id.');
	}

	return {sources: found, record: Number(place['record'])};
};

/** The row of a record among those of its source, which stand in its order. */
const rowOf = ({base, rows}: SourceRows, record: number, recordOf: (row: number) => number): number | undefined => {
	let low = base;
	let high = base + rows;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (recordOf(middle) < record) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low < base + rows && recordOf(low) === record ? low : undefined;
};

/** Why a record of an export is no event. */
const nothingThere = (event: string, {sources: [first], record}: Named): ExpectedError => {
	const {source, scan} = first!;
	const piece = scan.rejected.find(each => each.record === record);
	return piece
		? refuse(event, `its record was rejected (${piece.reason})`, 'Whom a record reached that could not be understood is not counted, with a list or without.')
		: refuse(event, `${source.path} has no record ${formatNumber(record)}; it has ${formatCount(source.records.read, 'record')}`, 'The first record is 1; a heading is none.');
};

/** A record that names all whom it reached, or reached nobody, has no list behind it. */
const refuseOrdinary = (event: string, {outcome, customerScope, customers, recordCount}: StoredEvent): void => {
	if (outcome === 'denied' || outcome === 'error') {
		throw refuse(event, `it was ${outcome === 'denied' ? 'denied' : 'an error'} and reached nobody`, 'A list belongs to the export that went through.');
	}

	if (customerScope === 'listed') {
		throw refuse(event, `it is no bulk export: its record names ${customers.length === 1 ? 'its customer' : `all ${formatCount(customers.length, 'customer')}`}${recordCount === undefined ? '' : `, and says ${formatNumber(recordCount)}`}`, 'A list is joined to an event that says how many it reached and not whom, or nothing of both.');
	}

	if (customerScope === 'none') {
		throw refuse(event, 'it is no bulk export: its record says nothing of customers, and neither exports, shares nor searches', 'If it reached many, a rule can say so: scope: counted (docs/rules.md).');
	}
};

/** Finds the event that a list is for. One that cannot have a list is refused in words. */
export const findListedEvent = async ({session, loaded}: Looking, event: string): Promise<ListedEvent> => {
	const named = sourcesOf(loaded, event);
	const idOf = await eventIds({loaded}, session);
	const recordOf = (row: number): number => Number(idOf(row).split('-').at(-1));
	const places = await askSourceRows(session);
	const rows = named.sources.flatMap(({id}) => rowOf(places.find(({source}) => source === id)!, named.record, recordOf) ?? []);
	const states = await Promise.all(rows.map(async row => ({row, state: await askRecordState(session, row)})));
	const kept = states.find(({state}) => state.became === 'event');
	if (!kept) {
		throw refuseState(event, named, {state: states[0]?.state, idOf});
	}

	const stored = await eventAt(session, await readFacts(session), kept.row);
	refuseOrdinary(event, stored!);
	return {id: idOf(kept.row), source: loaded.sources[stored!.source]!.source.path, record: recordOf(kept.row), event: stored!};
};

const refuseState = (event: string, named: Named, {state, idOf}: {readonly state: Awaited<ReturnType<typeof askRecordState>> | undefined; readonly idOf: (row: number) => string}): ExpectedError => {
	switch (state?.became) {
		case 'duplicate': {
			return refuse(event, `its record is the same event again as ${idOf(state.of)}`, `Say --list-of ${idOf(state.of)}=FILE: an event counts once.`);
		}

		case 'rejected': {
			return refuse(event, `its record was rejected (${state.reason})`, 'Whom a record reached that could not be understood is not counted, with a list or without.');
		}

		default: {
			return nothingThere(event, named);
		}
	}
};
