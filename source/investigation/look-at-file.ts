import {ExpectedError} from '../errors.ts';
import type {SmallFile} from '../files/byte-source.ts';
import {wholeObject} from '../files/empty-envelope.ts';
import type {FoundFile} from '../files/find-files.ts';
import {NoLogError} from '../files/no-log.ts';
import type {Member} from '../files/open-archive.ts';
import {pathMatches} from '../files/path-pattern.ts';
import {prepareFile, type PreparedFile} from '../files/prepared-file.ts';
import {readRecords} from '../files/read-records.ts';
import {firstRecords, parseObject} from '../files/sample-records.ts';
import {formatOfEmpty} from '../formats/formats.ts';
import type {Sample} from '../formats/format.ts';
import type {Session} from '../store/database.ts';
import {choosePlan, scoped, type Choice} from './choose-plan.ts';
import {claimText} from './claim-text.ts';
import type {LoadOptions, LoadRequest} from './investigation.ts';
import {partsOfFile} from './parts-of-file.ts';
import type {Prepared} from './settle-mappings.ts';

type Looking = {readonly request: LoadRequest; readonly options: LoadOptions; readonly session: () => Promise<Session>};

const emptySample: Sample = {kind: 'table', header: [], rows: []};

export type ToLookAt = FoundFile & Partial<Member> & {readonly small?: SmallFile};

/** A file, or the parts of one that mixes formats. */
export const lookAtFile = async (looking: Looking, each: ToLookAt, sure = false): Promise<readonly Prepared[]> => {
	const {request, options: {onProgress, signal}} = looking;
	const claimed = claimText(await prepareFile(each.path, each.location, each.torn, each.small), scoped(each.path, request.formats));
	const file = claimed.structure.kind === 'parquet' ? await withFirstRows(await looking.session(), claimed) : claimed;
	const sample = await sampleOf(file);
	if (!sample) {
		throw new NoLogError('it is no table and no JSON: no record can be told from another', {where: each.path, next: 'Give an export as CSV, TSV, JSON, NDJSON or Parquet, with a header row. Web and database logs are read as text: `whosaw formats` lists them.'});
	}

	const wanted = each.members?.filter(member => member.startsWith(`${file.path}!`)) ?? [];
	const parts = isSaid(file, request) && wanted.length === 0 ? undefined : await partsOfFile(file, sample, {
		sure: sure || wanted.length > 0, ...(signal ? {signal} : {}), onReading: () => onProgress?.({kind: 'phase', text: `telling the formats in ${file.path} apart`}),
	});
	const missing = wanted.find(path => !parts?.some(part => part.path === path));
	if (missing !== undefined) {
		throw new ExpectedError(`it has no part "${missing.slice(file.path.length + 1)}"`, {where: file.path, next: parts ? `Its parts: ${parts.map(({part}) => part!.name).join(', ')}.` : 'It is of one format: name the file itself.'});
	}

	const prepared: Prepared[] = [];
	for (const one of parts?.filter(({path}) => wanted.length === 0 || wanted.includes(path)) ?? [file]) {
		const own = one === file ? sample : await sampleOf(one) ?? emptySample;
		const chosen = chooseFor(one, own, request);
		// What a format claims is asked nothing more: the records of thousands of files would fill the memory.
		const isSettled = 'choice' in chosen && Object.keys(chosen.choice.mapping).length === 0 && (request.maps ?? []).length === 0;
		prepared.push({file: one, sample: isSettled ? emptySample : own, named: each.named, chosen});
	}

	return prepared;
};

/** Whether the person said how all of a file is to be read. */
const isSaid = ({path}: PreparedFile, {formats = [], maps = []}: LoadRequest): boolean => scoped(path, formats) !== undefined || maps.some(({files}) => files === undefined || pathMatches(path, files));

/** What becomes of an error is decided when all files are known. */
const chooseFor = (file: PreparedFile, sample: Sample, request: LoadRequest): Prepared['chosen'] => {
	if (file.structure.kind === 'empty' || (sample.rows.length === 0 && sample.kind === 'json')) {
		return {choice: emptyChoice(file)};
	}

	try {
		return {choice: choosePlan(file, sample, request)};
	} catch (error) {
		return {error};
	}
};

/** The first records; of a file whose first record is longer than its head, read from the file itself. */
const sampleOf = async (file: PreparedFile): Promise<Sample | undefined> => {
	if (file.firstRows) {
		return {kind: 'json', rows: file.firstRows.map(row => parseObject(row)).filter(row => row !== undefined)};
	}

	const sample = file.structure.kind === 'empty' ? emptySample : firstRecords(file, 300);
	if (sample?.kind !== 'json' || sample.rows.length > 0 || file.headIsWhole) {
		return sample;
	}

	const rows: Array<Readonly<Record<string, unknown>>> = [];
	for await (const {text, record} of readRecords(file)) {
		const row = parseObject(text);
		rows.push(...(row ? [row] : []));
		if (rows.length >= 20 || record >= 1000) {
			break;
		}
	}

	return {kind: 'json', rows};
};

/** Only the engine reads Parquet: what is to be seen of it before it is loaded is asked here. */
const withFirstRows = async (session: Session, file: PreparedFile): Promise<PreparedFile> => {
	const {parquetRows} = await import('../store/parquet-rows.ts');
	try {
		const firstRows: string[] = [];
		for await (const line of parquetRows(session, file.location, 300)) {
			firstRows.push(line);
		}

		return {...file, firstRows};
	} catch (error) {
		throw new ExpectedError(`the Parquet file is damaged (${(error as Error).message.split('\n')[0]!})`, {where: file.path, next: 'Export it again.', cause: error});
	}
};

/** An empty file has no records and is no error; nor is the answer of a product that nothing happened. */
const emptyChoice = (file: PreparedFile): Choice => {
	const answer = file.structure.kind === 'json' && file.headIsWhole ? wholeObject(file.head.toString('utf8')) : undefined;
	const format = answer && formatOfEmpty(answer);
	return {
		file, format: format?.name ?? (file.structure.kind === 'empty' ? 'empty' : 'json'), why: `${format ? `an answer of ${format.title}: ` : ''}there is nothing in it`, mapping: {}, limitations: format?.limitations ?? [],
		fields: {time: {kind: 'literal', text: ''}, timeStyle: {kind: 'iso'}}, zone: {name: 'UTC', given: true}, family: `empty ${file.path}`,
	};
};
