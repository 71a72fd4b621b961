import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

test('a table whose lines end in carriage returns alone is refused with how to convert it, and one with a lone one in a cell is not', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-prepared-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'crm.csv');
	await writeFile(file, 'time,employee,customer\r2020-10-03T10:00:00Z,E0042,C1002\r');
	const error = await t.throwsAsync(prepareFile(file), {instanceOf: ExpectedError, message: 'its lines end in carriage returns alone'});
	t.regex(error.next ?? '', /tr '\\r' '\\n'/);
	await writeFile(file, '"time","employee","customer"\r"2020-10-03T10:00:00Z","E0042","C1002"\r');
	await t.throwsAsync(prepareFile(file), {instanceOf: ExpectedError, message: 'its lines end in carriage returns alone'});
	await writeFile(file, 'time,employee,"customer\rid"\n2020-10-03T10:00:00Z,E0042,C1002\n');
	t.is((await prepareFile(file)).structure.kind, 'table');
});

test('markup is refused in words that say what to do', async t => {
	for (const [content, error, next] of [
		['<?xml version="1.0"?>\n<AuditEvent xmlns="http://hl7.org/fhir"><recorded value="2020-10-01T09:30:00Z"/></AuditEvent>\n', 'it is FHIR in XML, of which only JSON is read', /_format=json/],
		['\uFEFF<Bundle xmlns="http://hl7.org/fhir">\n</Bundle>\n', 'it is FHIR in XML, of which only JSON is read', /application\/fhir\+json/],
		['<?xml version="1.0"?>\n<Events>\n<Event/>\n</Events>\n', 'it is XML, which is not read', /JSON or CSV/],
		['<!DOCTYPE html>\n<html><body>Log in, please</body></html>\n', 'it is a web page', /logged in/],
	] as const) {
		const failure = await t.throwsAsync(prepareFile(temporaryFile(t, 'export', content)), {message: error});
		t.regex((failure as ExpectedError).next!, next);
	}
});

test('a file that is packed twice, or Parquet that is packed, is said to be so', async t => {
	for (const [inner, error] of [[gzipSync('time,user\n'), 'it is packed twice'], [Buffer.from('BZh91AY&SY'), 'it is packed twice'], [Buffer.from('PAR1...PAR1'), 'it is Parquet in a packed file']] as const) {
		const failure = await t.throwsAsync(prepareFile(temporaryFile(t, 'export.gz', gzipSync(inner))), {message: error});
		t.is((failure as ExpectedError).next, 'Unpack it once and give the result.');
	}
});
