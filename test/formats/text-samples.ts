import {existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import test from 'ava';
import {everything, opened} from '../helpers/loading.ts';

/* Real logs are no part of this project. Where they lie beside it, each is read under a name that says nothing. */

/** Format, records, and how many of them can be kept: some exports show the same record twice, and what pgaudit printed to a terminal has no times. */
const folders: Readonly<Record<string, readonly [string, number, number]>> = {
	'web-access-combined': ['web-access-combined', 6000, 6000], 'web-access-iis-w3c': ['web-access-iis', 27, 27], 'web-access-atlassian': ['web-access-atlassian', 18, 18], 'aws-s3-serveraccess': ['aws-s3-access', 11, 10],
	pgaudit: ['postgresql-pgaudit', 416, 0], 'postgresql-stderr': ['postgresql-pgaudit', 40, 40], 'postgresql-csvlog': ['postgresql-pgaudit', 2, 2],
	'postgresql-cloudsql-ndjson-gz': ['postgresql-pgaudit', 1343, 1343], 'postgresql-logplex-gz': ['postgresql-pgaudit', 36, 36],
};

const samples = resolve('../shared/samples');
for (const [folder, [name, read, kept]] of existsSync(samples) ? Object.entries(folders) : []) {
	test.serial(`the samples in ${folder} are recognised by their content, every record is accounted for, and both readers agree`, async t => {
		const linked = mkdtempSync(join(tmpdir(), 'text-samples-'));
		t.teardown(() => {
			rmSync(linked, {recursive: true});
		});
		const paths = readdirSync(join(samples, folder)).map((file, index) => {
			const path = join(linked, String(index));
			symlinkSync(join(samples, folder, file), path);
			return path;
		});
		const investigation = await opened(t, {paths});
		t.deepEqual([...new Set(investigation.sources.map(({format}) => format))], [name]);
		t.is(investigation.sources.length, paths.length);
		const sum = (part: 'read' | 'kept' | 'duplicate' | 'rejected'): number => investigation.sources.reduce((total, {records}) => total + records[part], 0);
		t.deepEqual([sum('read'), sum('kept')], [read, kept]);
		t.is(sum('read'), sum('kept') + sum('duplicate') + sum('rejected'));
		const events = await investigation.events({filter: everything, offset: 0, limit: 5000});
		for (const {row} of events.filter((_, at) => at % 61 === 0)) {
			t.like(await investigation.record(row), {agrees: true});
		}
	});
}
