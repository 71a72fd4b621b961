import {basename} from 'node:path';
import {formatCount, formatNumber} from '../document/format-number.ts';
import {ExpectedError, usageError} from '../errors.ts';
import type {PreparedFile} from '../files/prepared-file.ts';
import {wholePath} from '../files/file-part.ts';
import {pathMatches} from '../files/path-pattern.ts';
import {detectFormat, formatNames, formats, formatsIn, openedFor, type Detected} from '../formats/formats.ts';
import type {Format, Sample} from '../formats/format.ts';
import {columnValues, columnsOf, guessMapping, hasColumn, isClear, mappedFields, numberedColumn, type Mapping, type MappingGuess} from '../formats/guess-mapping.ts';
import {roles, type Role} from '../formats/roles.ts';
import {nearestName} from '../records/nearest-name.ts';
import {timeStyleOf} from '../records/parse-time.ts';
import type {FieldMap, TimeStyle} from '../records/field-expression.ts';
import type {Scoped} from '../records/reading.ts';
import type {LoadRequest} from './investigation.ts';

/** What the dates of a file say about their order: so many can be read one way only, so often would an order make the log go back; one that differs, and one that can be read one way only for each. */
export type DateEvidence = {readonly mdyOnly: number; readonly dmyOnly: number; readonly mdyFalls: number; readonly dmyFalls: number; readonly example: string; readonly contrary: readonly [string?, string?]};

/** How a file is to be read, before the date order of its family is known. */
export type Choice = {
	readonly file: PreparedFile;
	readonly format: string;
	readonly why: string;
	readonly mapping: Mapping;
	readonly fields: FieldMap;
	readonly envelope?: readonly string[];
	readonly zone: {readonly name: string; readonly given: boolean};
	readonly family: string;
	readonly limitations: readonly string[];
	/** Of dates that may be read in two ways, where nobody said which holds. */
	readonly dates?: DateEvidence;
};

/** The last of the values that hold for a path: one with a pattern wins over one for all. */
export const scoped = <Value>(path: string, values: ReadonlyArray<Scoped<Value>> = []): Value | undefined =>
	values.findLast(({files}) => files !== undefined && pathMatches(path, files))?.value ?? values.findLast(({files}) => files === undefined)?.value;

/** What was said of a file holds for its parts, and what was said of a part for that alone. */
const isMeant = (file: PreparedFile, pattern: string): boolean => pathMatches(file.path, pattern) || (file.part !== undefined && pathMatches(wholePath(file), pattern));

const saidOf = <Value>(file: PreparedFile, values: ReadonlyArray<Scoped<Value>> = []): Value | undefined =>
	values.findLast(({files}) => files !== undefined && isMeant(file, files))?.value ?? values.findLast(({files}) => files === undefined)?.value;

const structureNames = {table: 'table', lines: 'ndjson', json: 'json', parquet: 'parquet', empty: 'empty', text: 'text'} as const;
const delimiterNames = {',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars'} as const;

/** The words of `sources` for how an unknown table was recognised. */
const structureWords = (file: PreparedFile): string => {
	const {structure} = file;
	switch (structure.kind) {
		case 'table': {
			return `a table of ${structure.header.length} columns separated by ${delimiterNames[structure.shape.style.delimiter]}${structure.shape.header.length === 0 ? ', without a header' : ''}`;
		}

		case 'lines': {
			return 'one JSON object a line';
		}

		case 'text': {
			return 'lines of text';
		}

		case 'json': {
			return {values: 'JSON objects one after another', array: 'an array of JSON objects', key: `a JSON object around the array "${structure.shape.kind === 'key' ? structure.shape.key : ''}"`}[structure.shape.kind];
		}

		default: {
			return 'Parquet';
		}
	}
};

/** Decides format, mapping and zone of one file. Throws an ExpectedError with the candidates when a script would have to guess. */
export const choosePlan = (file: PreparedFile, sample: Sample, request: LoadRequest): Choice => {
	const named = saidOf(file, request.formats);
	if (named !== undefined && !formatNames.includes(named)) {
		const near = nearestName(named, formatNames);
		throw usageError(`no format "${named}"${near === undefined ? '' : `; did you mean ${near}?`}`, `Formats: ${formatNames.join(', ')}.`);
	}

	const zoneName = saidOf(file, request.timezones);
	const zone = {name: zoneName ?? 'UTC', given: zoneName !== undefined};
	const maps = mapsFor(file, sample, request);
	const detected = named === undefined ? (Object.keys(maps).length > 0 ? undefined : detectFormat(sample)) : undefined;
	const format = formats.find(({name}) => name === (file.part?.name ?? named));
	const opened = format ? openedFor(format, sample) : detected;
	return opened
		? vendorChoice(file, opened, {zone, named: format !== undefined, others: file.part ? [] : formatsIn(sample)})
		: tableChoice(file, sample, {zone, maps});
};

/** A part, of 0 to 1. */
const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** What else stands in a file is read as the format that was named, which rejects nearly all of it: that is to be known before somebody wonders. */
const othersWords = (format: Format, others: ReturnType<typeof formatsIn>): string =>
	others.filter(other => other.format !== format && other.score > 0).map(other => `; ${percent(other.score)} that of ${other.format.title}, which are read so where no format is named`).join('');

/** Of a file that mixes formats, which of its records these are. */
const partWords = (file: PreparedFile, {title}: Format): string | undefined => {
	const {part} = file;
	const own = part?.kinds.reduce((sum, kind) => sum + (kind === part.kind ? 1 : 0), 0) ?? 0;
	return part && `${structureWords(file)}; it mixes formats: ${formatNumber(own)} of its ${formatCount(part.kinds.length, 'record')} ${own === 1 ? 'is' : 'are'} read as ${title}`;
};

const vendorChoice = (file: PreparedFile, {format, score, sample, envelope}: Detected, {zone, named, others}: {readonly zone: Choice['zone']; readonly named: boolean; readonly others: ReturnType<typeof formatsIn>}): Choice => ({
	file, format: format.name, zone: zone.given || format.zone === undefined ? zone : {name: format.zone, given: true}, family: format.name, mapping: {}, fields: format.fields(sample), limitations: format.limitations,
	why: partWords(file, format) ?? `${named ? 'named with --format-of' : `${structureWords(file)}; ${percent(score)} of the first records bear the signature of ${format.title}`}${othersWords(format, others)}`,
	...(envelope ? {envelope} : {}),
});

/** The given `role=column` pairs that concern this file, checked against its columns. */
const mapsFor = (file: PreparedFile, sample: Sample, {maps = []}: LoadRequest): Mapping => {
	const columns = maps.length === 0 ? [] : columnsOf(sample);
	const mapping: Partial<Record<Role, string>> = {};
	for (const {files, value: {role, column: said}} of [...maps].toSorted((a, b) => Number(a.files !== undefined) - Number(b.files !== undefined))) {
		const column = numberedColumn(sample, said);
		if (!roles.includes(role as Role)) {
			const near = nearestName(role, roles);
			throw usageError(`no role "${role}" in --map ${role}=${column}${near === undefined ? '' : `; did you mean ${near}?`}`, `Roles: ${roles.join(', ')}.`);
		}

		if (files !== undefined && !isMeant(file, files)) {
			continue;
		}

		const known = (columns.includes(column) ? column : columns.find(candidate => candidate.replaceAll('[]', '') === column.replaceAll('[]', ''))) ?? (hasColumn(columns, column) ? column : undefined);
		if (known !== undefined) {
			mapping[role as Role] = column.includes('[]') ? column : known;
		} else if (files !== undefined) {
			const near = nearestName(column, columns);
			throw usageError(`${file.path} has no column "${column}"${near === undefined ? '' : `; did you mean ${near}?`}`, `Its columns: ${columns.slice(0, 60).join(', ')}.`);
		}
	}

	return mapping;
};

const tableChoice = (file: PreparedFile, sample: Sample, {zone, maps}: {readonly zone: Choice['zone']; readonly maps: Mapping}): Choice => {
	const guess = guessMapping(sample, maps);
	const {mapping} = guess;
	if (!isClear(guess)) {
		throw unclear(file, sample, guess);
	}

	const values = columnValues(sample, mapping.time!);
	const style = timeStyleOf(values)?.style ?? (values.length === 0 ? {kind: 'iso'} as const : undefined);
	if (!style) {
		throw new UnclearMapping(`the times in "${mapping.time!}" are not understood: ${values.slice(0, 3).map(value => JSON.stringify(value)).join(', ')}`, {where: file.path, next: 'Name another column with --map time=COLUMN.'}, guess);
	}

	const name = structureNames[file.structure.kind];
	const signature = sample.kind === 'table' ? sample.header.join('\u001F') : Object.values(mapping).join('\u001F');
	return {file, format: name, why: structureWords(file), mapping, fields: mappedFields(sample, mapping, style), zone, family: `${name}\u001E${signature}`, limitations: []};
};

/** A table whose columns a script would have to guess; a person can be asked, with what was understood. */
export class UnclearMapping extends ExpectedError {
	readonly guess: MappingGuess;

	constructor(message: string, detail: {readonly where: string; readonly next: string}, guess: MappingGuess) {
		super(message, detail);
		this.guess = guess;
	}
}

const unclear = (file: PreparedFile, sample: Sample, guess: MappingGuess): UnclearMapping => {
	const {mapping, candidates} = guess;
	const missing = [
		...(mapping.time === undefined ? ['time'] : []), ...(mapping.employee === undefined ? ['employee'] : []),
		...(mapping.customer === undefined && mapping['customer-email'] === undefined && (mapping.count === undefined || candidates.customer) ? ['customer'] : []),
	];
	const columns = columnsOf(sample);
	const free = columns.filter(column => !Object.values(mapping).includes(column));
	const settled = Object.entries(mapping).map(([role, column]) => `${role}=${column}`).join(', ');
	const suggestion = missing.map(role => `--map ${role}=${shellWord(candidates[role as Role]?.[0] ?? free[0] ?? 'COLUMN').replace(/^'column (\d+)'$/, '#$1')}`).join(' ');
	const headerless = file.structure.kind === 'table' && file.structure.shape.header.length === 0;
	return new UnclearMapping(`${headerless ? 'it has no header, and ' : ''}it is not clear which column holds the ${missing.join(' and the ')}`, {
		where: file.path,
		next: `Columns: ${columns.slice(0, 60).join(', ')}. ${settled === '' ? '' : `Understood: ${settled}. `}Say which, such as ${suggestion}${mapping.count !== undefined && missing.includes('customer') ? ` (or --map resource=${shellWord(candidates.customer![0]!)} if it names no customers)` : ''}.`,
	}, guess);
};

const shellWord = (text: string): string => /^[\w.@/-]+$/.test(text) ? text : `'${text.replaceAll('\'', String.raw`'\''`)}'`;

/** Every `--map` without a pattern must concern some file; else it is a slip of the pen. */
export const refuseUnusedMaps = (request: LoadRequest, samples: readonly Sample[]): void => {
	const columns = [...new Set(samples.flatMap(sample => columnsOf(sample)))];
	for (const {files, value: {role, column}} of request.maps ?? []) {
		if (files === undefined && samples.length > 0 && !samples.some(sample => hasColumn(columns, numberedColumn(sample, column)))) {
			const near = nearestName(column, columns);
			throw usageError(`no file has a column "${column}" (--map ${role}=${column})${near === undefined ? '' : `; did you mean ${near}?`}`, `Columns: ${columns.slice(0, 60).join(', ')}.`);
		}
	}
};

/** What was said for files that are not there: told, since a slip of the pen would leave their zone or their columns unsaid. One line of options may serve several loads, so it is no error. */
export const unusedPatterns = ({timezones = [], maps = [], formats: named = []}: LoadRequest, paths: readonly string[]): readonly string[] => {
	const said = [
		...timezones.map(({files, value}) => ({files, option: `--timezone ${files ?? ''}:${value}`})),
		...maps.map(({files, value: {role, column}}) => ({files, option: `--map ${files ?? ''}:${role}=${column}`})),
		...named.map(({files, value}) => ({files, option: `--format-of ${files ?? ''}=${value}`})),
	];
	return said.filter(({files}) => files !== undefined && !paths.some(path => pathMatches(path, files))).map(({files, option}) => {
		const near = nearestName(files!, paths.map(path => basename(path)));
		return `${option} was not used: no file is named so${near === undefined ? '' : `; did you mean ${near}?`}`;
	});
};

/** The same field map with another reading of its times. */
export const withTimeStyle = (choice: Choice, timeStyle: TimeStyle): Choice => ({...choice, fields: {...choice.fields, timeStyle}});
