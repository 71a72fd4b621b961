import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {lineHash, nextLine, type JournalLine} from '../../source/case/journal-line.ts';
import type {Act} from '../../source/case/acts.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {filterWithoutHomes, treeWithoutHomes, withoutHome} from '../../source/package/home-paths.ts';
import {verifyPackage} from '../../source/package/verify-package.ts';
import {writePackage} from '../../source/package/write-package.ts';
import {makeContents, packagedCase, temporaryFolder} from './_contents.ts';

test('a path names no home, no drive and no machine, and one that names none stays as it is', t => {
	for (const [path, expected] of [
		['../../home/jane/exports/crm.csv', '~/exports/crm.csv'], ['/home/jane/crm.csv', '~/crm.csv'], [String.raw`C:\Users\jane\crm.csv`, '~/crm.csv'], ['../../../mnt/c/Users/jane/crm.csv', '~/crm.csv'],
		['../../root/crm.csv', '~/crm.csv'], ['~jane/crm.csv', '~/crm.csv'], ['~/crm.csv', '~/crm.csv'], [String.raw`\\JANE-PC\exports\crm.csv`, 'exports/crm.csv'], ['D:/exports/crm.csv', 'exports/crm.csv'],
		['../exports/crm.csv', '../exports/crm.csv'], ['kept/leaked-0a1b.txt', 'kept/leaked-0a1b.txt'], ['home/office/crm.csv', 'home/office/crm.csv'], ['-', '-'], ['../root/home', '~/home'],
	] as const) {
		t.is(withoutHome(path), expected, path);
	}
});

test('a filter on a source loses the home alone, and any other filter nothing', t => {
	t.is(filterWithoutHomes('employee:E0042 source:(/home/jane/a.csv OR "/home/jane/b c.csv")'), 'employee:E0042 source:(~/a.csv OR "~/b c.csv")');
	t.is(filterWithoutHomes('resource:/home/jane/page'), 'resource:/home/jane/page');
	t.is(filterWithoutHomes('source:/home/jane/*.csv'), 'source:~/*.csv');
	t.false(JSON.stringify(treeWithoutHomes(parseFilter('NOT source:/home/jane/a.csv', {displayTimezone: 'UTC'}))).includes('jane'));
});

const journal = (acts: readonly Act[]): readonly JournalLine[] => {
	const lines: JournalLine[] = [];
	for (const act of acts) {
		lines.push(nextLine(lines.at(-1), {act, by: {name: 'I. Investigator', id: 'i@example.com'}, at: new Date('2020-10-26T11:00:00Z'), salt: 'ab'.repeat(16)}));
	}

	return lines;
};

test('a payload with a home in it is withheld, stands without it, and the chain holds', async t => {
	const records = {read: 1, kept: 1, duplicate: 0, rejected: 0};
	const lines = journal([
		{act: 'case-created', payload: {title: 'leak', reading: {customers: ['../../home/jane/people.csv'], timezones: [{files: '/home/jane/*.csv', value: 'UTC'}]}}},
		{act: 'source-added', payload: {path: '../../home/jane/exports/crm.csv', sha256: 'ab'.repeat(32), bytes: 1, format: 'table', records}},
		{act: 'source-added', payload: {path: '../exports/web.csv', sha256: 'cd'.repeat(32), bytes: 1, format: 'table', records}},
		{act: 'filter-asked', payload: {filter: 'source:/home/jane/exports/crm.csv', beyondScope: false}},
		{act: 'note', payload: {text: 'the last'}},
	]);
	const directory = join(await temporaryFolder(), 'case');
	const last = lines.at(-1)!;
	await writePackage(makeContents({case: packagedCase({journal: lines, revision: {seq: last.seq, hash: last.hash}})}), directory);
	const packed = (await readFile(join(directory, 'data/examination/journal.ndjson'), 'utf8')).trimEnd().split('\n');
	t.deepEqual(packed.filter(line => line.includes('jane')), []);
	const read = packed.map(line => JSON.parse(line) as JournalLine & {readonly payload_redacted?: unknown});
	t.deepEqual(read.map(({payload, payload_redacted: redacted}) => [payload === undefined, redacted === undefined]), [[true, false], [true, false], [false, true], [true, false], [false, true]]);
	t.deepEqual(read[1]!.payload_redacted, {...lines[1]!.payload, path: '~/exports/crm.csv'});
	t.deepEqual(read[0]!.payload_redacted, {title: 'leak', reading: {customers: ['~/people.csv'], timezones: [{files: '~/*.csv', value: 'UTC'}]}});
	for (const line of read) {
		t.is(line.hash, lineHash(line));
	}

	t.regex(await readFile(join(directory, 'data/redaction/redaction-log.ndjson'), 'utf8'), /"file":"data\/examination\/journal\.ndjson","what":"payloads with the name of a home directory[^\n]*"count":3/);
	const {ok, findings} = await verifyPackage(directory);
	t.true(ok, JSON.stringify(findings.filter(finding => !finding.ok)));
});
