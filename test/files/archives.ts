import {createHash} from 'node:crypto';
import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import yazl from 'yazl';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {csv, everything, load, opened} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const table = (count: number, from = 0): string => csv('time,user,customer', ...Array.from({length: count}, (_, index) => `2020-10-01T00:00:${String(index % 60).padStart(2, '0')}Z,E${index % 7},C${from + index}`));

const zipped = async (members: Readonly<Record<string, string | Buffer>>, options: Partial<yazl.Options> = {}): Promise<Buffer> => {
	const zip = new yazl.ZipFile();
	for (const [name, content] of Object.entries(members)) {
		zip.addBuffer(Buffer.from(content), name, options);
	}

	zip.end();
	const parts: Buffer[] = [];
	zip.outputStream.on('data', (part: Buffer) => {
		parts.push(part);
	});
	await once(zip.outputStream, 'end');
	return Buffer.concat(parts);
};

/** Another name of the same length, in the local header and in the directory. */
const renamed = (archive: Buffer, from: string, to: string): Buffer => Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

test.serial('the members of a zip archive are exports of their own, cited by its path and theirs', async t => {
	const investigation = await load(t, {'exports.zip': await zipped({'2020/b.csv': table(5), 'a.csv.gz': gzipSync(table(3, 100)), 'readme.md': 'Exports of October.', '.DS_Store': 'x'})});
	t.deepEqual(investigation.sources.map(({path, records, bytes, sha256: hash}) => [path.replace(/.*exports/, 'exports'), records.kept, bytes, hash]), [
		['exports.zip!2020/b.csv', 5, Buffer.byteLength(table(5)), sha256(table(5))],
		['exports.zip!a.csv.gz', 3, gzipSync(table(3, 100)).length, sha256(gzipSync(table(3, 100)))],
	]);
	t.deepEqual(investigation.skipped.map(({path, reason}) => [path.replace(/.*exports/, 'exports'), reason]), [
		['exports.zip!.DS_Store', 'hidden'], ['exports.zip!readme.md', 'it is no table and no JSON: no record can be told from another'],
	]);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	for (const {row} of events) {
		const {agrees, citation} = await investigation.record(row);
		t.true(agrees);
		t.regex(citation.path, /exports\.zip!/);
	}
});

test.serial('a member can be named by its citation, and a member that is not there is said to be missing', async t => {
	const path = temporaryFile(t, 'exports.zip', await zipped({'a.csv': table(2), 'b.csv': table(4)}));
	const investigation = await opened(t, {paths: [`${path}!b.csv`, `${path}!c.csv`]});
	t.deepEqual(investigation.sources.map(source => [source.path, source.records.kept]), [[`${path}!b.csv`, 4]]);
	t.deepEqual(investigation.failed.map(each => [each.path, each.error]), [[`${path}!c.csv`, 'no such member of the archive']]);
});

test.serial('an archive within an archive is opened, and one within that is not', async t => {
	const deep = await zipped({'deep.csv': table(1)});
	const inner = await zipped({'inner.csv': table(2), 'deeper.zip': deep});
	const investigation = await load(t, {'outer.zip': await zipped({'inner.zip': inner, 'a.csv': table(3)})});
	t.deepEqual(investigation.sources.map(({path, records}) => [path.replace(/.*outer/, 'outer'), records.kept]), [['outer.zip!a.csv', 3], ['outer.zip!inner.zip!inner.csv', 2]]);
	t.deepEqual(investigation.failed.map(({path, error}) => [path.replace(/.*outer/, 'outer'), error]), [['outer.zip!inner.zip!deeper.zip', 'it is an archive within an archive within an archive']]);
});

test.serial('a member that climbs out or is encrypted is named, and the others are read', async t => {
	const archive = renamed(await zipped({'a.csv': table(1), 'xx/yy.csv': table(1)}), 'xx/yy.csv', '../yy.csv');
	const climbing = await load(t, {'climbing.zip': archive});
	t.deepEqual(climbing.sources.map(({records}) => records.kept), [1]);
	t.deepEqual(climbing.failed.map(({error}) => error), ['its name climbs out of the archive']);

	const locked = await zipped({'a.csv': table(1)});
	for (const at of [6, locked.indexOf('PK\u0001\u0002') + 8]) {
		locked[at]! |= 1;
	}

	const encrypted = await load(t, {'a.csv': table(1), 'locked.zip': locked});
	t.deepEqual(encrypted.failed.map(({error, next}) => [error, next]), [['it is encrypted', 'Unpack it with its password and give the result.']]);
});

test.serial('a member with a wrong check sum or a torn stream keeps its records, and there is a reject at the tear', async t => {
	const archive = await zipped({'a.csv': table(400)}, {compress: false});
	const at = archive.indexOf('C399');
	archive[at + 3] = 56;
	const investigation = await load(t, {'a.zip': archive});
	t.like(investigation.sources[0], {incomplete: true, records: {read: 401, kept: 400, duplicate: 0, rejected: 1}});
	t.regex(investigation.sources[0]!.rejections[0]!.reason, /torn or damaged in this member \(its length or its check sum does not hold\)/);

	const packed = await zipped({'a.csv': table(40_000)});
	packed.fill(0xFF, packed.length - 400, packed.length - 200);
	const torn = await load(t, {'a.zip': packed});
	const [{records, incomplete}] = torn.sources as [typeof torn.sources[0]];
	t.true(incomplete && records.kept > 10_000 && records.rejected > 0 && records.read === records.kept + records.rejected);
});

test.serial('a member that is torn in the middle of its first cells keeps the records before', async t => {
	const packed = await zipped({'a.csv': table(300)});
	// Whatever bit of the stream is changed: what the tear left of a record is no row.
	for (const at of [120, 200, 300, 400, 500]) {
		const changed = Buffer.from(packed);
		changed[at]! ^= 0x55;
		const {sources: [source], failed} = await load(t, {'a.zip': changed});
		t.true(source ? source.incomplete && source.records.read === source.records.kept + source.records.rejected : /torn or damaged/.test(failed[0]!.error), `byte ${at}`);
	}
});

test.serial('a zstd file that is torn in its check sum keeps all of its records', async t => {
	const [, stored] = packed[1]!;
	for (const back of [1, 3, 4]) {
		t.like((await load(t, {'log.csv.zst': stored.subarray(0, stored.length - back)})).sources[0], {incomplete: true, records: {read: 4, kept: 3, duplicate: 0, rejected: 1}});
	}
});

test.serial('spreadsheets, bombs, torn archives and tar archives are refused with what to do', async t => {
	const bomb = await zipped({'zeros.csv': Buffer.alloc(300 * 1024 * 1024)});
	const whole = await zipped({'a.csv': table(100)});
	const tar = Buffer.concat([Buffer.from('a.csv'.padEnd(257, '\0')), Buffer.from('ustar\0'), Buffer.alloc(249)]);
	const investigation = await load(t, {
		'a.csv': table(1), 'book.xlsx': await zipped({'[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>'}), 'bomb.zip': bomb, 'torn.zip': whole.subarray(0, whole.length - 10),
		'a.tar': tar, 'a.tar.gz': gzipSync(tar),
	});
	t.deepEqual(investigation.failed.map(({error, next}) => [error.replace(/ \(.*/, ''), next]), [
		['it is a spreadsheet', 'Save the sheet as CSV and give the result.'],
		['it unpacks to more than 500 times its length', 'No log does that. If it is one, unpack it and give the result.'],
		['the archive is torn or damaged', 'Copy it from its origin again.'],
		['it is a tar archive', 'Unpack it with `tar -xf` and give the result.'],
		['it is a tar archive', 'Unpack it with `tar -xf` and give the result.'],
	]);
});

test.serial('a case file that was exported is skipped as one is that was not packed', async t => {
	const {skipped} = await load(t, {'a.csv': table(1), 'case.zip': await zipped({'case/bagit.txt': 'BagIt-Version: 1.0\n', 'case/data/customers.csv': table(9)})});
	t.deepEqual(skipped.map(({reason}) => reason), ['a case file that was exported']);
});

/** `table(3)`, packed by bzip2 and by zstd with a check sum. */
const packed: ReadonlyArray<readonly [string, Buffer]> = [
	['bz2', Buffer.from('QlpoOTFBWSZTWc19xscAADBfgAAQAAZwEAoABBAKIp4AIABUNJoGgNMQj1CanqHlA03uI2Zmox1CHNSSWWiWK4shMwOiO7FChsFgjkk1DOzmogaskfF3JFOFCQzX3Gxw', 'base64')],
	['zst', Buffer.from('KLUv/SRkLQIAlAN0aW1lLHVzZXIsY3VzdG9tZXIKMjAyMC0xMC0wMVQwMDpaLEUwLEMwMVosRTEsQzEyWixFMixDMgoDACDhPtPEyz0BN0uAiQ==', 'base64')],
];

for (const [ending, stored] of packed) {
	test.serial(`a .${ending} file is read as it would be unpacked, hashed as stored, and each record is found again`, async t => {
		const investigation = await load(t, {[`log.csv.${ending}`]: Buffer.concat([stored, stored])});
		// The second stream begins with the header once more, which is no record.
		t.like(investigation.sources[0], {format: 'table', incomplete: false, sha256: sha256(Buffer.concat([stored, stored])), bytes: stored.length * 2, records: {read: 6, kept: 6, duplicate: 0, rejected: 0}});
		const events = await investigation.events({filter: everything, offset: 0, limit: 9});
		for (const {row} of events) {
			const {agrees, raw, citation} = await investigation.record(row);
			t.true(agrees);
			t.is(Buffer.from(table(3) + table(3)).toString('utf8', citation.offset, citation.offset! + citation.length!), raw);
		}
	});

	test.serial(`a .${ending} file torn or changed anywhere keeps what can be read, or is said to hold nothing that can`, async t => {
		const both = Buffer.concat([stored, stored]);
		for (let cut = stored.length + 1; cut < both.length; cut += 13) {
			const {sources: [source]} = await load(t, {[`log.csv.${ending}`]: both.subarray(0, cut)});
			t.like(source, {incomplete: true, sha256: sha256(both.subarray(0, cut)), bytes: cut});
			t.is(source!.records.rejected, 1, `cut at ${cut}`);
			t.true(source!.records.kept >= 3 && source!.records.read === source!.records.kept + 1, `cut at ${cut}`);
		}

		const {failed} = await load(t, {[`log.csv.${ending}`]: stored.subarray(0, 40), 'a.csv': table(1)});
		t.regex(failed[0]!.error, /torn or damaged.*not one whole line/);

		for (let at = stored.length + 6; at < both.length; at += 23) {
			const changed = Buffer.from(both);
			changed[at]! ^= 0x55;
			const {sources: [source], failed: refused} = await load(t, {[`log.csv.${ending}`]: changed});
			t.true(source === undefined ? refused.length === 1 : source.incomplete && source.records.kept >= 3 && source.records.rejected >= 1, `changed at ${at}`);
		}
	});
}

const tools: Readonly<Record<string, readonly string[]>> = {bzip2: ['-1', '-c'], zstd: ['-q', '-c', '-19', '--long=27']};
for (const [tool, options] of Object.entries(tools)) {
	test.serial(`a file of many blocks that ${tool} made is read whole, and to its tear`, async t => {
		let stored: Buffer;
		try {
			stored = execFileSync(tool, options, {input: table(20_000), maxBuffer: 1 << 26});
		} catch {
			t.pass('the tool is not on this machine');
			return;
		}

		const whole = await load(t, {'log.csv': stored});
		t.like(whole.sources[0], {incomplete: false, records: {read: 20_000, kept: 20_000, duplicate: 0, rejected: 0}});
		const torn = await load(t, {'log.csv': stored.subarray(0, Math.floor(stored.length * 0.9))});
		t.true(torn.sources[0]!.incomplete && torn.sources[0]!.records.kept > 4000);
	});
}

test.serial('the private folder holds the members for this user alone, and is empty when the work is done', async t => {
	const path = temporaryFile(t, 'exports.zip', await zipped({'a.csv': table(2, 777)}));
	const investigation = await openInvestigation({paths: [path]});
	const folders = readdirSync(tmpdir()).filter(name => name.startsWith(`whosaw-${process.pid}-`)).map(name => join(tmpdir(), name));
	const members = folders.flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.member')).map(name => join(folder, name))).filter(member => readFileSync(member, 'utf8') === table(2, 777));
	t.true(members.length > 0);
	t.true(members.every(member => (statSync(member).mode & 0o77) === 0));
	await investigation.close();
	t.false(members.some(member => existsSync(member)));
});
