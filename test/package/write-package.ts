import {chmod, mkdir, readFile, readdir, stat, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import test from 'ava';
import {execa} from 'execa';
import {BugError, CancelledError, ExpectedError} from '../../source/errors.ts';
import {readCsv} from '../../source/document/csv-reader.ts';
import {readEvidence} from '../../source/package/read-evidence.ts';
import {leftOvers} from '../../source/package/staging.ts';
import {verifyPackage} from '../../source/package/verify-package.ts';
import {requiredFiles} from '../../source/package/package-files.ts';
import {writePackage} from '../../source/package/write-package.ts';
import {nodeArguments} from '../helpers/program.ts';
import {evidence, formulaCustomer, hash, home, makeContents, record, stream, temporaryFolder} from './_contents.ts';

const written = async (): Promise<string> => {
	const directory = join(await temporaryFolder(), 'case');
	await writePackage(makeContents(), directory);
	return directory;
};

const table = async (path: string): Promise<ReadonlyArray<readonly string[]>> => {
	const rows: Array<readonly string[]> = [];
	for await (const row of readCsv(stream([await readFile(path, 'utf8')]))) {
		rows.push(row);
	}

	return rows;
};

const allFiles = async (directory: string): Promise<readonly string[]> => {
	const entries = await readdir(directory, {recursive: true, withFileTypes: true});
	return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).toSorted();
};

test('a package holds the files of the matrix, for its owner only', async t => {
	const directory = await written();
	t.deepEqual((await allFiles(directory)).map(path => path.slice(directory.length + 1)), [
		'bag-info.txt', 'bagit.txt', ...requiredFiles('law-enforcement').map(({path}) => path), 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'tagmanifest-sha256.txt.tsq',
	].toSorted());
	t.is((await stat(directory)).mode % 0o1000, 0o700);
	t.is((await stat(join(directory, 'data/affected'))).mode % 0o1000, 0o700);
	t.is((await stat(join(directory, 'data/affected/customers.csv'))).mode % 0o1000, 0o600);
});

test('what is written is verified, and the result says what it holds', async t => {
	const directory = join(await temporaryFolder(), 'case');
	const result = await writePackage(makeContents(), directory);
	const report = await verifyPackage(directory);
	t.deepEqual(report.findings.filter(finding => !finding.ok), []);
	t.true(report.ok);
	t.regex(report.summary, /^integrity checked/);
	t.notRegex(JSON.stringify(report), /\btrue\b(?!,|\})/);
	t.is(report.sha256, result.sha256);
	t.like(result, {directory, files: requiredFiles('law-enforcement').length + 5, customers: 3, exposures: 5, records: 4});
	t.true(report.findings.some(finding => finding.warning && /NOT REVIEWED/.test(finding.message)));
});

test('every kind of data carries its term of the Data Privacy Vocabulary, where there is one', async t => {
	const {byDataType} = JSON.parse(await readFile(join(await written(), 'data/case.json'), 'utf8')) as {readonly byDataType: ReadonlyArray<{readonly dataType: string; readonly dpv?: string}>};
	t.deepEqual(byDataType.map(({dataType, dpv}) => [dataType, dpv]), [['email', 'pd:EmailAddress'], ['name', 'pd:Name'], ['custom:shoe size', undefined], ['unknown', undefined]]);
});

test('the commands in VERIFY.txt work as they stand', async t => {
	const directory = await written();
	const commands = (await readFile(join(directory, 'data/VERIFY.txt'), 'utf8')).split('\n').filter(line => line.startsWith('    ')).map(line => line.trim());
	t.true(commands.includes('sha256sum -c --strict manifest-sha256.txt'));
	const jq = await execa('jq', ['--version'], {reject: false});
	const outputs = new Map<string, string>();
	for (const command of commands.filter(text => !jq.failed || !text.includes('jq'))) {
		const {stdout} = await execa('bash', ['-o', 'pipefail', '-c', command], {cwd: directory});
		outputs.set(command, stdout);
	}

	t.is(outputs.get('sha256sum -c --strict manifest-sha256.txt')?.split('\n').filter(line => line.endsWith(': OK')).length, requiredFiles('law-enforcement').length);
	t.is(outputs.get('find data -type f | wc -l')?.trim(), String(requiredFiles('law-enforcement').length));
	t.is(outputs.get('wc -l < manifest-sha256.txt')?.trim(), String(requiredFiles('law-enforcement').length));
	await writeFile(join(directory, 'data/README.txt'), 'altered');
	await t.throwsAsync(execa('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], {cwd: directory}));
});

test('customers.csv has the promised columns, guarded and visible', async t => {
	const rows = await table(join(await written(), 'data/affected/customers.csv'));
	const [header = [], ann = [], bo = [], formula = []] = rows;
	t.deepEqual(header.slice(0, 9), ['customer', 'email', 'name', 'country', 'countryBasis', 'controller', 'data:name', 'data:email', 'phone']);
	t.deepEqual(header.slice(-9), ['custom:shoe size', 'unknown', 'level', 'firstAt', 'lastAt', 'events', 'employees', 'selections', 'notified']);
	const cell = (row: readonly string[], name: string): string | undefined => row[header.indexOf(name)];
	t.is(cell(ann, 'name'), 'Ann ␛[31mExample');
	t.is(cell(ann, 'data:email'), 'yes');
	t.is(cell(ann, 'phone'), '');
	t.is(cell(ann, 'custom:shoe size'), 'yes');
	t.is(cell(ann, 'firstAt'), '2020-10-01T09:00:00Z');
	t.is(cell(bo, 'name'), 'Bo "B" Sample, Jr');
	t.is(cell(bo, 'employees'), 'E0042;@E0043');
	t.is(formula[0], `'${formulaCustomer}`);
	t.is(cell(formula, 'unknown'), 'yes');
	t.is(cell(formula, 'level'), 'accessed');
});

test('exposures.csv and sources.csv have the promised columns', async t => {
	const directory = await written();
	const [exposureHeader, exposure] = await table(join(directory, 'data/affected/exposures.csv'));
	t.is(exposureHeader?.join(','), 'customer,dataType,employee,events,firstAt,lastAt,evidence');
	t.is(exposure?.join(','), 'C1001,email,E0042,1,2020-10-01T09:00:00Z,2020-10-01T09:00:00Z,e1');
	const [sourceHeader, crm, bulk] = await table(join(directory, 'data/inventory/sources.csv'));
	t.is(sourceHeader?.join(','), 'path,sha256,bytes,format,read,kept,duplicate,rejected,firstAt,lastAt,timezone,timezoneAssumed,incomplete,exportedBy,system,selection,hashTaken,sha256After');
	t.is(crm?.[1], crm?.at(-1));
	t.is(crm?.[0], 'crm.csv');
	t.is(bulk?.[0], 'more/bulk␊export.ndjson');
});

test('identities.csv says by what else the logs have whom, and what says so; to HR of accounts alone', async t => {
	const customers = [
		'customer,C1001,Ann@example.com,directory e-mail,a row of the directory has this address',
		`customer,"'=HYPERLINK(""http://example.com"")",'=cmd␛[2J,logged e-mail,a row of the directory has the address that stands beside it in the logs`,
	];
	const account = 'employee,E0042,eve.e,directory login,a row of the directory has this login';
	const lines = async (directory: string): Promise<readonly string[]> => (await readFile(join(directory, 'data/identities.csv'), 'utf8')).split('\r\n');
	t.deepEqual(await lines(await written()), ['kind,id,as_logged,how,claim', ...customers, account, '']);
	const hr = join(await temporaryFolder(), 'hr');
	await writePackage(makeContents({audience: 'hr'}), hr);
	t.deepEqual(await lines(hr), ['kind,id,as_logged,how,claim', account, '']);
	t.regex(await readFile(join(hr, 'data/redaction/redaction-log.ndjson'), 'utf8'), /"file":"data\/identities\.csv","what":"the other ids and addresses of customers"/);
	t.deepEqual((await verifyPackage(hr)).findings.filter(finding => !finding.ok), []);
});

test('an account that a reason or a fact names is an account of the case file for HR all the same, in each file', async t => {
	const directory = join(await temporaryFolder(), 'hr');
	await writePackage(makeContents({audience: 'hr', title: 'What E0042 did', identifiers: new Set(['e0042'])}), directory);
	const {title, accounts} = JSON.parse(await readFile(join(directory, 'data/case.json'), 'utf8')) as {readonly title: string; readonly accounts: ReadonlyArray<{readonly employee: string}>};
	t.deepEqual([title, accounts.map(({employee}) => employee)], ['[withheld: it names a customer or an account]', ['E0042']]);
	t.true((await verifyPackage(directory)).ok);
});

test('evidence holds the exact bytes of every record, and nothing that acts on a terminal', async t => {
	const directory = await written();
	const found: Uint8Array[] = [];
	for await (const packed of readEvidence(directory)) {
		found.push(packed.bytes ?? new Uint8Array());
	}

	t.deepEqual(found.map(bytes => hash(bytes)), evidence.map(({bytes}) => hash(bytes)));
	const text = await readFile(join(directory, 'data/evidence/records.ndjson'), 'utf8');
	t.notRegex(text.replaceAll('\n', ''), /\p{Cc}|\p{Cf}/u);
	const [first = '', , third = ''] = text.split('\n');
	t.deepEqual(Object.keys(JSON.parse(first) as object), ['evidence', 'source', 'record', 'offset', 'length', 'raw', 'raw_sha256', 'event', 'selections', 'why']);
	t.like(JSON.parse(first), {evidence: 'e1', source: {path: 'crm.csv'}, offset: 23, selections: [1], why: ['employee:E0042'], event: {at: '2020-10-01T09:00:00Z', source: 'crm.csv'}});
	t.like(JSON.parse(third), {raw_b64: '//4AQQo='});
});

test('query.json states the question, the method and the counts', async t => {
	const query: unknown = JSON.parse(await readFile(join(await written(), 'data/method/query.json'), 'utf8'));
	t.like(query, {
		schema: 'whosaw.query/1', tool: {name: 'whosaw', version: '0.1.0'}, displayTimezone: 'UTC',
		counts: {sources: 2, read: 7, kept: 5, duplicate: 1, rejected: 1, customers: 3, exposures: 5, evidence: 4, excluded: 1, others: 1, identities: 3},
	});
});

test('no home directory and no line of a value gets into a package', async t => {
	const directory = await written();
	for (const path of await allFiles(directory)) {
		t.false((await readFile(path, 'utf8')).includes(home), path);
	}

	const info = await readFile(join(directory, 'bag-info.txt'), 'utf8');
	t.notRegex(info, /^Whosaw-Reviewed-By/m);
	t.regex(info, /^Whosaw-Draft: not reviewed$/m);
	t.regex(await readFile(join(directory, 'data/limitations.md'), 'utf8'), /The zone of crm\.csv is \\\*assumed\\\*/);
});

test('a review and a revision before are named', async t => {
	const directory = join(await temporaryFolder(), 'case');
	await writePackage(makeContents({reviewedBy: 'R. Reviewer\nX: y', supersedes: 'ab'.repeat(32)}), directory);
	const info = await readFile(join(directory, 'bag-info.txt'), 'utf8');
	t.regex(info, /^Whosaw-Reviewed-By: R\. Reviewer␊X: y$/m);
	t.regex(info, /^Whosaw-Supersedes: (ab){32}$/m);
	t.notRegex(info, /Draft/);
});

test('the same contents give the same bytes', async t => {
	const [first, second] = [await written(), await written()];
	for (const path of await allFiles(first)) {
		t.deepEqual(await readFile(path), await readFile(join(second, path.slice(first.length))), path);
	}
});

test('a target that holds something is refused and stays as it was', async t => {
	const folder = await temporaryFolder();
	const [full, file, link, empty] = ['full', 'file', 'link', 'empty'].map(name => join(folder, name)) as [string, string, string, string];
	await mkdir(full);
	await mkdir(empty);
	await writeFile(join(full, 'note'), 'mine');
	await writeFile(file, 'mine');
	await symlink(empty, link);
	for (const target of [full, file, link]) {
		await t.throwsAsync(writePackage(makeContents(), target), {instanceOf: ExpectedError, message: /new or empty folder/});
	}

	await t.throwsAsync(writePackage(makeContents(), join(folder, 'absent/case')), {instanceOf: ExpectedError, message: /does not exist/});
	await writePackage(makeContents(), empty);
	t.true((await verifyPackage(empty)).ok);
	t.deepEqual((await readdir(folder)).toSorted(), ['empty', 'file', 'full', 'link']);
});

test('a fault in a stream leaves nothing behind', async t => {
	const folder = await temporaryFolder();
	const failing = async function * (): AsyncGenerator<typeof evidence[number]> {
		yield * evidence;
		throw new Error('the engine stopped');
	};

	await t.throwsAsync(writePackage(makeContents({evidence: failing()}), join(folder, 'case')), {message: 'the engine stopped'});
	t.deepEqual(await readdir(folder), []);
});

test('cancelling leaves nothing behind', async t => {
	const folder = await temporaryFolder();
	const controller = new AbortController();
	await t.throwsAsync(writePackage(makeContents(), join(folder, 'case'), {signal: controller.signal, onProgress({text}) {
		if (text.includes('customers')) {
			controller.abort();
		}
	}}), {instanceOf: CancelledError});
	t.deepEqual(await readdir(folder), []);
});

test('numbers that disagree stop the export', async t => {
	const folder = await temporaryFolder();
	const target = join(folder, 'case');
	await t.throwsAsync(writePackage(makeContents({evidence: stream(evidence.slice(1))}), target), {instanceOf: BugError, message: /2 matching records where the totals say 3/});
	await t.throwsAsync(writePackage(makeContents({rejections: stream([])}), target), {instanceOf: BugError, message: /0 rejected records/});
	await t.throwsAsync(writePackage(makeContents({customers: stream([])}), target), {instanceOf: BugError, message: /0 customers/});
	await t.throwsAsync(writePackage(makeContents({exposures: stream([])}), target), {instanceOf: BugError, message: /0 customers with exposures/});
	const wrong = record('e1', 'abc');
	await t.throwsAsync(writePackage(makeContents({evidence: stream([{...wrong, citation: {...wrong.citation, length: 4}}])}), target), {instanceOf: BugError, message: /3 bytes where its citation says 4/});
	t.deepEqual(await readdir(folder), []);
});

test('an export that changed after it was loaded is refused with both hashes', async t => {
	const folder = await temporaryFolder();
	await t.throwsAsync(writePackage(makeContents({hashAgain: async () => 'ff'.repeat(32)}), join(folder, 'case')), {instanceOf: ExpectedError, message: /changed after it was loaded/});
	t.deepEqual(await readdir(folder), []);
});

test('a folder that may not be written to is said so', async t => {
	const folder = await temporaryFolder();
	await chmod(folder, 0o500);
	const error = await t.throwsAsync(writePackage(makeContents(), join(folder, 'case')).then(() => {
		// The superuser may write anywhere.
		throw new ExpectedError('may not be written to');
	}), {instanceOf: ExpectedError});
	t.regex(error.message, /may not be written to/);
	await chmod(folder, 0o700);
});

/** Kills a writing child (-9) some milliseconds after it begins its n-th file, and says what lies there then. */
const killAt = async (step: number, milliseconds: number): Promise<{readonly target: string; readonly left: readonly string[]}> => {
	const folder = await temporaryFolder();
	const target = join(folder, 'case');
	const child = execa('node', [...nodeArguments('test/package/_slow-export.ts'), target, '5'], {reject: false, buffer: false});
	let lines = 0;
	for await (const _ of child) {
		lines++;
		if (lines === step) {
			break;
		}
	}

	await delay(milliseconds);
	child.kill('SIGKILL');
	await child;
	return {target, left: await readdir(folder)};
};

test('an export that is killed at any of 20 moments leaves no half package, and what it leaves is told by its name', async t => {
	let unfinished = 0;
	for (let step = 0; step < 10; step++) {
		for (const {target, left} of await Promise.all([killAt(step, 0), killAt(step, 4)])) {
			if (!left.includes('case')) {
				unfinished += left.length;
				t.true(left.every(name => /^\.case\.partial-[\da-f]+$/.test(name)), left.join(' '));
				t.deepEqual(await leftOvers(target), left.map(name => join(dirname(target), name)));
				await writePackage(makeContents(), target);
			}

			t.true((await verifyPackage(target)).ok);
		}
	}

	t.true(unfinished > 0);
});
