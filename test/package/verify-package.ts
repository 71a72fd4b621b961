import {appendFile, cp, mkdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {execa} from 'execa';
import {ExpectedError} from '../../source/errors.ts';
import {checkBag} from '../../source/package/check-bag.ts';
import {requiredFiles} from '../../source/package/package-files.ts';
import {verifyPackage, type VerifyReport} from '../../source/package/verify-package.ts';
import {writePackage} from '../../source/package/write-package.ts';
import {hash, makeContents, temporaryFolder} from './_contents.ts';

let first: Promise<string> | undefined;

const write = async (): Promise<string> => {
	const directory = join(await temporaryFolder(), 'case');
	await writePackage(makeContents(), directory);
	return directory;
};

/** A copy of the case file, which is written once for all tests. */
const written = async (): Promise<string> => {
	first ??= write();
	const directory = join(await temporaryFolder(), 'case');
	await cp(await first, directory, {recursive: true});
	return directory;
};

const failures = ({findings}: VerifyReport): readonly string[] => findings.filter(finding => !finding.ok).map(finding => `${finding.check}: ${finding.message}`);

const paths = [
	'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', ...requiredFiles('law-enforcement').map(({path}) => path),
];

/** Someone who alters a file and then makes all hashes anew. */
const reseal = async (directory: string): Promise<void> => {
	await execa('bash', ['-c', `
		sed -i "s/^Payload-Oxum: .*/Payload-Oxum: $(find data -type f -printf '%s\\n' | awk '{s+=$1; n++} END {print s "." n}')/" bag-info.txt
		find data -type f | LC_ALL=C sort | xargs sha256sum > manifest-sha256.txt
		sha256sum bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt
	`], {cwd: directory});
};

const edit = async (path: string, change: (text: string) => string): Promise<void> => {
	const before = await readFile(path, 'utf8');
	const after = change(before);
	if (after === before) {
		throw new Error(`nothing to change in ${path}`);
	}

	await writeFile(path, after);
};

/** What is said when one file was changed and all hashes were made anew. */
const forged = async (file: string, change: (text: string) => string): Promise<readonly string[]> => {
	const directory = await written();
	await edit(join(directory, file), change);
	await reseal(directory);
	t0(await checkBag(directory));
	return failures(await verifyPackage(directory));
};

const t0 = ({ok}: {readonly ok: boolean}): void => {
	if (!ok) {
		throw new Error('the forged bag should be a valid bag');
	}
};

for (const path of paths) {
	test(`a flipped bit in ${path} is found, and the file named`, async t => {
		const directory = await written();
		const bytes = await readFile(join(directory, path));
		const middle = Math.floor(bytes.length / 2);
		bytes[middle] = (bytes[middle] ?? 0) ^ 1;
		await writeFile(join(directory, path), bytes);
		const report = await verifyPackage(directory);
		t.false(report.ok);
		t.regex(report.summary, /^does not hold/);
		t.true(failures(report).some(message => message.includes(path)), failures(report).join('\n'));
	});

	test(`${path} is missed when it is gone`, async t => {
		const directory = await written();
		await rm(join(directory, path));
		const report = await verifyPackage(directory);
		t.true(failures(report).some(message => message.includes(path) && message.includes('missing')), failures(report).join('\n'));
	});
}

test('an altered file is named with the hash it should have and the one it has', async t => {
	const directory = await written();
	const path = join(directory, 'data/limitations.md');
	const before = hash(await readFile(path));
	await appendFile(path, 'x');
	const after = hash(await readFile(path));
	t.true(failures(await verifyPackage(directory)).includes(`payload: altered: data/limitations.md should have sha256 ${before} and has ${after}`));
});

test('an added file is named, in the payload and outside of it', async t => {
	const directory = await written();
	await writeFile(join(directory, 'data/affected/more\u001B.csv'), '');
	await writeFile(join(directory, 'note.txt'), '');
	const messages = failures(await verifyPackage(directory));
	t.true(messages.includes('payload: additional: data/affected/more␛.csv is there and not listed in manifest-sha256.txt'));
	t.true(messages.includes('files: additional: note.txt is not covered by tagmanifest-sha256.txt'));
});

test('a renamed file is missed under its old name and found under its new one', async t => {
	const directory = await written();
	await rename(join(directory, 'data/affected/customers.csv'), join(directory, 'data/affected/clients.csv'));
	const messages = failures(await verifyPackage(directory)).join('\n');
	t.regex(messages, /missing: data\/affected\/customers\.csv/);
	t.regex(messages, /additional: data\/affected\/clients\.csv/);
});

test('a link is named and never followed', async t => {
	const directory = await written();
	await rename(join(directory, 'data/README.txt'), join(directory, '../readme'));
	await symlink('../../readme', join(directory, 'data/README.txt'));
	await symlink('/', join(directory, 'data/root'));
	const messages = failures(await verifyPackage(directory)).join('\n');
	t.regex(messages, /links: data\/README\.txt is a link/);
	t.regex(messages, /links: data\/root is a link/);
	t.regex(messages, /missing: data\/README\.txt/);
});

test('names in a manifest that lead elsewhere are refused', async t => {
	const directory = await written();
	const digest = 'ab'.repeat(32);
	const names = ['../secret', '/etc/passwd', String.raw`data\..\x`, 'data/../../x', '~/x', 'C:/x', 'data/%2e%2e/x', 'data//x', 'bagit.txt', 'data/README.txt'];
	await appendFile(join(directory, 'manifest-sha256.txt'), names.map(name => `${digest}  ${name}\n`).join('') + 'nonsense\n');
	const messages = failures(await verifyPackage(directory)).filter(message => message.startsWith('manifest:')).map(message => message.replace(/.*line \d+: /, ''));
	t.deepEqual(messages, [
		'../secret leads out of the bag', '/etc/passwd is absolute', String.raw`data\..\x has a backslash`, 'data/../../x leads out of the bag',
		'~/x begins with ~, which some tools take for a home directory', 'C:/x names a drive', 'data/%2e%2e/x has a percent sign that stands for none of LF, CR and %',
		'data//x has an empty or idle part', 'bagit.txt is not under data/', 'data/README.txt stands twice, with different hashes', 'nonsense is not a hash and a path',
	]);
});

test('an altered record is found by its own hash when all other hashes were made anew', async t => {
	t.true((await forged('data/evidence/records.ndjson', text => text.replace('E0042,C1001"', 'E0099,C1001"')))
		.some(message => /^evidence: data\/evidence\/records\.ndjson, line 1 \(e1\) was altered: its text should have sha256 [\da-f]{64} and has [\da-f]{64}$/.test(message)));
	t.true((await forged('data/evidence/records.ndjson', text => text.replace('"length":29', '"length":30'))).includes('evidence: data/evidence/records.ndjson, line 1 (e1) has 29 bytes where its citation says 30'));
	t.true((await forged('data/evidence/records.ndjson', text => text.replace('{', '['))).includes('evidence: data/evidence/records.ndjson, line 1 is not a JSON object'));
	t.true((await forged('data/evidence/records.ndjson', text => text.replace('"e2"', '"e1"'))).some(message => message.includes('line 2 (e1) has the id of an earlier record')));
});

test('files that no longer agree are found when all hashes were made anew', async t => {
	const withoutLine = (text: string): string => text.replace(/C1002.*\r\n/, '');
	const customers = await forged('data/affected/customers.csv', withoutLine);
	t.true(customers.includes('counts: customers: affected/customers.csv has 2 and affected/exposures.csv has 3'));
	t.true(customers.includes('counts: customers: affected/customers.csv has 2 and method/query.json has 3'));
	t.true(customers.includes('counts: affected/exposures.csv has a customer that affected/customers.csv lacks: C1002'));
	t.true((await forged('data/affected/exposures.csv', withoutLine)).includes('counts: exposures: affected/exposures.csv has 4 and method/query.json has 5'));
	t.true((await forged('data/affected/exposures.csv', text => text.replace(/e2(?=\r)/, 'e9'))).includes('counts: affected/exposures.csv names evidence that evidence/records.ndjson lacks: e9'));
	t.true((await forged('data/evidence/records.ndjson', text => text.replace(/.*"e4".*\n/, ''))).includes('counts: evidence records: evidence/records.ndjson has 3 and method/query.json has 4'));
	t.true((await forged('data/inventory/rejected.ndjson', () => '')).includes('counts: rejected records: inventory/rejected.ndjson has 0 and inventory/sources.csv has 1'));
	t.true((await forged('data/inventory/sources.csv', text => text.replace(',6,4,1,1,', ',6,4,0,1,'))).some(message => message.startsWith('sources: data/inventory/sources.csv, row 1: the records of crm.csv do not add up: read 6')));
	t.true((await forged('data/inventory/sources.csv', text => text.replace(/[\da-f]{4}(?=\r\n)/, 'zzzz'))).some(message => message.includes('changed during the analysis')));
	t.true((await forged('data/method/query.json', text => text.replace('"read": 7', '"read": 8'))).includes('counts: read: inventory/sources.csv has 7 and method/query.json has 8'));
	t.true((await forged('data/method/query.json', text => text.replace('query/1', 'query/9'))).some(message => message.startsWith('query:')));
});

test('a broken table is one finding with its place', async t => {
	t.true((await forged('data/affected/customers.csv', text => text.replace('C1002,', 'C1002,,'))).some(message => /^customers: data\/affected\/customers\.csv has \d+ cells in record 3 where the header has \d+$/.test(message)));
	t.true((await forged('data/affected/exposures.csv', text => text.replace('dataType', 'data'))).includes('exposures: data/affected/exposures.csv has no column dataType'));
	t.true((await forged('data/affected/customers.csv', text => `${text}"`)).some(message => message.includes('a quoted cell has no end')));
	t.true((await forged('data/inventory/sources.csv', text => text.replace(',6,4,1,1,', ',six,4,1,1,'))).some(message => message.includes('has no count in column read: "six"')));
});

test('a bag that is no case file is said to be none', async t => {
	const directory = await written();
	await edit(join(directory, 'bag-info.txt'), text => text.replace(/Whosaw-Format.*\n/, ''));
	await reseal(directory);
	t.regex(failures(await verifyPackage(directory)).join('\n'), /does not declare a case file/);
});

test('what is no folder is refused with what to do', async t => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'case.zip'), 'PK');
	await t.throwsAsync(verifyPackage(join(folder, 'case.zip')), {instanceOf: ExpectedError, message: 'a package is a folder'});
	await t.throwsAsync(verifyPackage(join(folder, 'absent')), {instanceOf: ExpectedError, message: 'there is no package'});
	await mkdir(join(folder, 'empty'));
	t.regex(failures(await verifyPackage(join(folder, 'empty'))).join('\n'), /bagit\.txt is missing: this is not a bag/);
});

test('verifying changes nothing', async t => {
	const directory = await written();
	const before = hash((await Promise.all(paths.map(async path => readFile(join(directory, path), 'utf8')))).join('\n'));
	await verifyPackage(directory);
	t.is(hash((await Promise.all(paths.map(async path => readFile(join(directory, path), 'utf8')))).join('\n')), before);
});
