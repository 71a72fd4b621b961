import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {ExpectedError} from '../../../source/errors.ts';
import {refuseNoFile, textOfList} from '../../../source/investigation/leads/list-text.ts';

const read = async (bytes: Uint8Array | string): Promise<string> => (await textOfList('list', Buffer.from(bytes))).text;

const refusal = async (work: Promise<unknown>): Promise<string> => {
	try {
		await work;
		return 'read';
	} catch (error) {
		if (!(error instanceof ExpectedError) || error.where === undefined || error.next === undefined) {
			throw error;
		}

		return error.message;
	}
};

test('a list is read as exports are: with a byte order mark, in UTF-16 with one and without, and in Windows-1252, which is told', async t => {
	const list = 'jörg@example.org\nC1002\n';
	const swapped = Buffer.from(list, 'utf16le').swap16();
	for (const bytes of [Buffer.from(list), Buffer.concat([Buffer.from([0xEF, 0xBB, 0xBF]), Buffer.from(list)]), Buffer.from(list, 'utf16le'), Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(list, 'utf16le')]), Buffer.concat([Buffer.from([0xFE, 0xFF]), swapped])]) {
		t.deepEqual(await textOfList('list', bytes), {text: list, assumed: false});
	}

	t.deepEqual(await textOfList('list', Buffer.from(list, 'latin1')), {text: list, assumed: true});
});

test('what is no text is refused by what it is, with its line where text stands before it', async t => {
	const noise = Buffer.from(Array.from({length: 3000}, (_, index) => (index * 7919) % 251));
	t.is(await refusal(read(noise)), 'the list is no text');
	t.is(await refusal(read(Buffer.concat([Buffer.from('C1002\n'.repeat(20_000)), noise]))), 'the list is no text from about line 19969 on');
	t.is(await refusal(read(gzipSync('C1002\n'))), 'the list is no text: it is compressed (gzip)');
	t.is(await refusal(read('PK\u0003\u0004')), 'the list is no text: it is a zip archive, such as a spreadsheet; save it as CSV');
	t.is(await refusal(read('%PDF-1.7\n')), 'the list is no text: it is a PDF document');
	t.is(await refusal(read(' <!DOCTYPE html><p>C1002')), 'the list is a web page or XML');
	t.is(await refusal(read('["C1002",\n"C1003"]')), 'the list is JSON');
	t.is(await refusal(read('{"email":"a@example.org"}\n{"email":"b@example.org"}\n')), 'the list is JSON');
});

test('escapes, a NUL and braces in entries are entries', async t => {
	for (const text of ['\u001B[31mred\u001B[0m\n'.repeat(200), 'C1\u{0}2\nC1003\n', '{6F9619FF-8B86-D011-B42D-00CF4FC964FF}\n', '[C1002]\n']) {
		t.is(await read(text), text);
	}
});

test('a pipe that nobody writes, a folder, a link to itself, and a file of a gigabyte are refused before they are read', async t => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-list-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	const at = (name: string): string => join(folder, name);
	execFileSync('mkfifo', [at('pipe')]);
	mkdirSync(at('folder'));
	symlinkSync('loop', at('loop'));
	writeFileSync(at('huge'), '');
	truncateSync(at('huge'), 1 << 30);
	t.is(await refusal(refuseNoFile(at('pipe'))), 'the list of leaked customers is a device or a pipe, not a file');
	t.is(await refusal(refuseNoFile('/dev/zero')), 'the list of leaked customers is a device or a pipe, not a file');
	t.is(await refusal(refuseNoFile(at('folder'))), 'the list of leaked customers is a folder');
	t.is(await refusal(refuseNoFile(at('loop'))), 'the list of leaked customers cannot be read: it is a link that leads to itself (ELOOP)');
	t.is(await refusal(refuseNoFile(at('gone'))), 'the list of leaked customers cannot be read: there is no such file (ENOENT)');
	t.is(await refusal(refuseNoFile(at('huge'))), 'the list is larger than 256 MB');
});
