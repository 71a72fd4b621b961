// The yardstick: DuckDB alone. Runs the statements given, the database in the file of the first argument, and prints the last one's rows.
import process from 'node:process';
import {DuckDBInstance} from '@duckdb/node-api';

const [database, ...statements] = process.argv.slice(2);
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
for (const [index, statement] of statements.entries()) {
	const reader = await connection.runAndReadAll(statement);
	if (index === statements.length - 1) {
		console.log(JSON.stringify(reader.getRowObjectsJson()));
	}
}

connection.closeSync();
instance.closeSync();
