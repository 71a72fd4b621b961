import {DuckDBInstance, LIST, VARCHAR, BIGINT, UBIGINT, BOOLEAN, listValue, type DuckDBConnection, type DuckDBDataChunk, type DuckDBMaterializedResult, type DuckDBType, type DuckDBValue} from '@duckdb/node-api';
import {BugError, CancelledError, ExpectedError} from '../errors.ts';
import {pauseIfDue} from '../files/pause.ts';
import {duckdb} from './dialect.ts';
import {render, type Bind, type Sql} from './sql.ts';

/** A row with its columns by name. 64-bit integers come as bigint, lists as arrays. */
export type Row = Readonly<Record<string, unknown>>;

const types: Readonly<Record<Bind['bind'], DuckDBType>> = {text: VARCHAR, int64: BIGINT, boolean: BOOLEAN, 'text[]': LIST(VARCHAR), 'uint64[]': LIST(UBIGINT), 'int64[]': LIST(BIGINT)};

export type NumberBlock = {readonly rows: number; readonly columns: ReadonlyArray<(row: number) => number>};

/** Numbers of a column, in the room that its type takes. */
export type Items = Uint32Array | Uint16Array | Uint8Array;

/** One conversation with the engine: its temporary tables and its interrupts are its own. */
export type Session = {
	run(query: Sql, signal?: AbortSignal): Promise<void>;
	all(query: Sql, signal?: AbortSignal): Promise<readonly Row[]>;
	/** Rows in blocks, for results too large to hold. */
	stream(query: Sql, signal?: AbortSignal): AsyncIterable<readonly Row[]>;
	/** Whole numbers in blocks, column by column and without an object a row: for millions of them. No column may be NULL or have 64 bits. */
	numbers(query: Sql, signal?: AbortSignal): AsyncIterable<NumberBlock>;
	/**
	The same for columns without NULL of type `uinteger`, or of `usmallint` and `utinyint` where `Column` says so, as the engine holds them, in no order and without a call a number. The result is held
	whole: both cores work at it, and it is read in pieces that let other work through.
	*/
	arrays<Column extends Items = Uint32Array>(query: Sql, signal?: AbortSignal): AsyncIterable<readonly Column[]>;
	/** Appends rows of texts (or nulls) to a table. */
	append(table: string, rows: Iterable<ReadonlyArray<string | bigint | undefined>>): Promise<void>;
	/** 0 to 100 while a query runs, −1 when not known. */
	progress(): number;
	close(): void;
};

export type Database = {
	open(): Promise<Session>;
	/** Hands memory that the engine freed back to the system; it would keep it for what comes. */
	giveBack(): Promise<void>;
	close(): void;
};

/** Opens DuckDB in memory, or a file. `memory` such as `2GB`; `temporary` is where it may put what does not fit. */
export const openDatabase = async ({path = ':memory:', memory, temporary, onDamage}: {readonly path?: string; readonly memory?: string; readonly temporary?: string; readonly onDamage?: () => void} = {}): Promise<Database> => {
	const instance = await DuckDBInstance.create(path, {
		...(temporary === undefined ? {} : {temp_directory: temporary}), ...(memory === undefined ? {} : {memory_limit: memory}), autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
		// A join to so few rows skips the groups of rows that hold none of them; of more than 50 the engine would only know the least and the greatest, and read all between.
		dynamic_or_filter_threshold: '4096',
	});
	let limit = memory;
	return {
		async open() {
			const connection = await instance.connect();
			// The machine's own zone must change nothing.
			await connection.run('set TimeZone = \'UTC\'; set preserve_insertion_order = true; set enable_progress_bar = true; set enable_progress_bar_print = false');
			return session(connection, onDamage);
		},
		async giveBack() {
			const connection = await instance.connect();
			try {
				// Of all statements only one that sets the limit does it, though it sets the same (DuckDB 1.5.6: 1.5 GB behind a load of ten million became 1.2 GB).
				// The engine rounds its own down to say it, so it is asked for it once.
				limit ??= String((await connection.runAndReadAll('select current_setting(\'memory_limit\')')).getRows()[0]?.[0]);
				await connection.run(`set memory_limit = '${limit}'`);
			} finally {
				connection.closeSync();
			}
		},
		close() {
			instance.closeSync();
		},
	};
};

/** Asks a connection what can be given up, and closes it behind the last answer: to close one that is being asked waits for ever, or worse. */
const asking = (connection: DuckDBConnection, onDamage: (() => void) | undefined) => {
	let asked = 0;
	let closing = false;
	const closeWhenFree = (): void => {
		if (closing && asked === 0) {
			closing = false;
			connection.closeSync();
		}
	};

	const cancellable = async <Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> => {
		if (signal?.aborted) {
			throw new CancelledError();
		}

		const interrupt = () => {
			connection.interrupt();
		};

		signal?.addEventListener('abort', interrupt);
		asked++;
		try {
			return await work();
		} catch (error) {
			throw signal?.aborted ? new CancelledError() : translated(error, onDamage);
		} finally {
			signal?.removeEventListener('abort', interrupt);
			asked--;
			closeWhenFree();
		}
	};

	return {
		cancellable,
		close(): void {
			closing = true;
			closeWhenFree();
		},
	};
};

const session = (connection: DuckDBConnection, onDamage: (() => void) | undefined): Session => {
	const {cancellable, close} = asking(connection, onDamage);
	const bound = (query: Sql): [string, DuckDBValue[], DuckDBType[]] => {
		const {text, binds} = render(query, (index, {bind}) => duckdb.placeholder(index, bind));
		return [text, binds.map(bind => bindValue(bind)), binds.map(({bind}) => types[bind])];
	};

	return {
		async run(query, signal) {
			await cancellable(signal, async () => {
				await connection.run(...bound(query));
			});
		},
		async all(query, signal) {
			return allRows(await cancellable(signal, async () => connection.run(...bound(query))), signal);
		},
		async * stream(query, signal) {
			const result = await cancellable(signal, async () => connection.stream(...bound(query)));
			const names = result.deduplicatedColumnNames();
			const next = async () => cancellable(signal, async () => result.fetchChunk());
			for (let chunk = await next(); chunk && chunk.rowCount > 0; chunk = await next()) {
				yield * rowsOf(chunk, names, signal);
			}
		},
		async * numbers(query, signal) {
			const result = await cancellable(signal, async () => connection.stream(...bound(query)));
			const next = async (): Promise<NumberBlock | undefined> => cancellable(signal, async () => numberBlock(await result.fetchChunk()));
			for (let block = await next(); block; block = await next()) {
				yield block;
			}
		},
		async * arrays<Column extends Items>(query: Sql, signal?: AbortSignal) {
			yield * arraysOf<Column>(await cancellable(signal, async () => connection.run(...bound(query))), signal);
		},
		async append(table, rows) {
			const appender = await connection.createAppender(table);
			for (const row of rows) {
				for (const value of row) {
					if (value === undefined) {
						appender.appendNull();
					} else if (typeof value === 'bigint') {
						appender.appendBigInt(value);
					} else {
						appender.appendVarchar(value);
					}
				}

				appender.endRow();
			}

			appender.closeSync();
		},
		progress: () => connection.progress.percentage,
		close,
	};
};

/** A chunk has 2,048 rows, and to make objects of them takes longer than a key may wait: they come in stretches that let other work through. */
const rowsOf = async function * (chunk: DuckDBDataChunk, names: readonly string[], signal: AbortSignal | undefined): AsyncGenerator<readonly Row[]> {
	const columns = names.map((name, index) => ({name, vector: chunk.getColumnVector(index)}));
	for (let start = 0; start < chunk.rowCount; start += stretch) {
		await pauseIfDue();
		if (signal?.aborted) {
			throw new CancelledError();
		}

		const length = Math.min(stretch, chunk.rowCount - start);
		yield Array.from({length}, (_, index) => Object.fromEntries(columns.map(({name, vector}) => [name, plainValue(vector.getItem(start + index) as DuckDBValue)])));
	}
};

const stretch = 256;

const allRows = async (result: DuckDBMaterializedResult, signal: AbortSignal | undefined): Promise<readonly Row[]> => {
	const names = result.deduplicatedColumnNames();
	const rows: Row[] = [];
	for (let place = 0; place < result.chunkCount; place++) {
		for await (const block of rowsOf(result.getChunk(place), names, signal)) {
			rows.push(...block);
		}
	}

	return rows;
};

const arraysOf = async function * <Column extends Items>(result: DuckDBMaterializedResult, signal: AbortSignal | undefined): AsyncGenerator<readonly Column[]> {
	for (let place = 0; place < result.chunkCount; place++) {
		const chunk = result.getChunk(place);
		yield Array.from({length: chunk.columnCount}, (_, index) => itemsOf<Column>(chunk, index));
		await pauseIfDue();
		if (signal?.aborted) {
			throw new CancelledError();
		}
	}
};

/** Asking the vector for one number at a time costs ten times what the numbers themselves do; it holds them in an array that its type keeps private. */
const itemsOf = <Column extends Items>(chunk: DuckDBDataChunk, column: number): Column => {
	const {items} = chunk.getColumnVector(column) as unknown as {readonly items?: unknown};
	if (!(items instanceof Uint32Array || items instanceof Uint16Array || items instanceof Uint8Array)) {
		throw new BugError('a column was asked for as an array and is not of at most 32 bits');
	}

	return items as Column;
};

const numberBlock = (chunk: DuckDBDataChunk | null): NumberBlock | undefined => !chunk || chunk.rowCount === 0 ? undefined : {
	rows: chunk.rowCount,
	columns: Array.from({length: chunk.columnCount}, (_, index) => {
		const vector = chunk.getColumnVector(index);
		return (row: number) => vector.getItem(row) as number;
	}),
};

const bindValue = ({bind, value}: Bind): DuckDBValue =>
	bind.endsWith('[]') ? listValue(value as readonly DuckDBValue[]) : value as DuckDBValue;

const plainValue = (value: DuckDBValue): unknown =>
	typeof value === 'object' && value !== null && 'items' in value ? (value.items as readonly DuckDBValue[]).map(item => plainValue(item)) : value;

/** Engine errors that a person can act on. */
const translated = (error: unknown, onDamage: (() => void) | undefined): unknown => {
	const message = (error as Error).message ?? '';
	if (onDamage && /corrupt database|checksum/i.test(message)) {
		onDamage();
		return new ExpectedError('the index of the case is damaged; it was taken away', {next: 'Ask again: it is built anew from the exports.', cause: error});
	}

	if (/out of memory|could not allocate/i.test(message)) {
		return new ExpectedError('the engine ran out of memory', {next: 'Narrow the filter, load fewer files at once, or allow more with --memory.', cause: error});
	}

	if (/no space left|write.*disk/i.test(message)) {
		return new ExpectedError('the disk for temporary files is full', {next: 'Free some space, or point TMPDIR at a larger disk.', cause: error});
	}

	return error;
};

/** A count or key as a number. */
export const toNumber = (value: unknown): number => Number(value as bigint | number | null ?? 0);
export const toText = (value: unknown): string | undefined => value === null || value === undefined ? undefined : String(value as string);
