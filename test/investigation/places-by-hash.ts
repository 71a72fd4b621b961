import {once} from 'node:events';
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import yazl from 'yazl';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';

const log = ['event_id,timestamp,user_id,customer_id,action,resource', '1,2020-10-03T14:00:00Z,E0042,C1001,view,/customers/1/payment', '2,2020-10-03T14:01:00Z,E0042,C1002,view,/orders/2', ''].join('\n');
const rules = 'version: 1\nrules:\n  - {id: pay, when: {path: "/customers/*/payment"}, types: [payment_card]}\n';
const by = ['--investigator', 'J. Rivera'];

const zipped = async (members: Readonly<Record<string, string>>): Promise<Buffer> => {
	const zip = new yazl.ZipFile();
	for (const [name, content] of Object.entries(members)) {
		zip.addBuffer(Buffer.from(content), name);
	}

	zip.end();
	const parts: Buffer[] = [];
	zip.outputStream.on('data', (part: Buffer) => {
		parts.push(part);
	});
	await once(zip.outputStream, 'end');
	return Buffer.concat(parts);
};

test('exports within archives are found again by their hashes when the archive was moved, packed anew or unpacked', async t => {
	const folder = await temporaryFolder(t);
	const dir = join(folder, 'leak');
	writeFileSync(join(folder, 'exports.zip'), await zipped({'2020/crm.csv': log}));
	t.is((await whosaw(['case', 'create', dir, join(folder, 'exports.zip'), ...by])).exitCode, 0);
	t.is((await whosaw(['case', 'select', dir, '--filter', 'employee:E0042', '--reason', 'complaint', ...by])).exitCode, 0);
	t.is((await whosaw(['export', dir, '--output', join(folder, 'case-file'), ...by])).exitCode, 0);

	mkdirSync(join(folder, 'moved'));
	rmSync(join(folder, 'exports.zip'));
	writeFileSync(join(folder, 'moved', 'all.zip'), await zipped({'other.txt': 'nothing', 'inner.zip': (await zipped({'renamed.csv': log})).toString('latin1')}));
	t.is((await whosaw(['case', 'sources', 'relocate', dir, join(folder, 'moved'), ...by])).exitCode, 1, 'an inner archive that was broken on the way holds nothing');
	writeFileSync(join(folder, 'moved', 'all.zip'), await zipped({'other.txt': 'nothing', 'renamed.csv': log}));
	t.regex((await whosaw(['case', 'sources', 'relocate', dir, join(folder, 'moved'), ...by])).stdout, /exports\.zip!2020\/crm\.csv is .*all\.zip!renamed\.csv/);
	t.regex((await whosaw(['report', dir])).stdout, /2 customers/);

	t.regex((await whosaw(['verify', join(folder, 'case-file'), '--sources', join(folder, 'moved')])).stdout, /every evidence record stands in its export, byte for byte: 2 records/);
	writeFileSync(join(folder, 'moved', 'plain.csv'), log);
	rmSync(join(folder, 'moved', 'all.zip'));
	t.is((await whosaw(['verify', join(folder, 'case-file'), '--sources', join(folder, 'moved')])).exitCode, 0);
});

test('a case keeps its rules as they were used, and a replay asks for the same', async t => {
	const folder = await temporaryFolder(t);
	const [dir, output, own] = ['leak', 'case-file', 'rules.yaml'].map(name => join(folder, name)) as [string, string, string];
	writeFileSync(join(folder, 'crm.csv'), log);
	writeFileSync(own, rules);
	t.is((await whosaw(['case', 'create', dir, join(folder, 'crm.csv'), '--rules', own, ...by])).exitCode, 0);
	renameSync(own, join(folder, 'mine.yaml'));
	t.regex((await whosaw(['case', 'select', dir, '--filter', 'data:payment_card', '--reason', 'cards', ...by])).stdout, /1 event, 1 customer/);
	t.is((await whosaw(['export', dir, '--output', output, ...by])).exitCode, 0);
	t.true(readFileSync(join(output, 'data/limitations.md'), 'utf8').includes('1 rule of rules-'));

	const sources = ['verify', output, '--sources', join(folder, 'crm.csv')];
	const without = await whosaw(sources);
	t.is(without.exitCode, 4);
	t.regex(without.stdout, /FAILED {2}replay: the case used rules-[0-9a-f]{12}\.yaml as rules, and none was given: name it with --rules FILE/);
	t.is((await whosaw([...sources, '--rules', join(folder, 'mine.yaml')])).exitCode, 0);
	writeFileSync(join(folder, 'other.yaml'), rules.replace('payment_card', 'email'));
	t.regex((await whosaw([...sources, '--rules', join(folder, 'other.yaml')])).stdout, /no file given has its sha256 [0-9a-f]{64}/);
});
