import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import type {CaseFileContents} from '../../../source/package/contents.ts';
import {documentFiles} from '../../../source/package/documents/document-files.ts';
import {pdfText} from '../../helpers/pdf-text.ts';
import {makeContext, letterFacts, packagedCase} from './_case-context.ts';

const bytesOf = async (path: string, others: Partial<CaseFileContents> = {}): Promise<Buffer> => {
	const file = documentFiles.find(each => each.path === path)!;
	const pieces: Buffer[] = [];
	for await (const piece of file.text(makeContext(others))) {
		pieces.push(Buffer.from(piece));
	}

	return Buffer.concat(pieces);
};

const pagesOf = (pdf: Buffer): number => Number(/\/Type \/Pages [^]*?\/Count (\d+)/.exec(pdf.toString('latin1'))![1]);

const long = 'words without end '.repeat(400);

test('a referral has two pages, whatever the case holds', async t => {
	t.is(pagesOf(await bytesOf('data/referral.pdf')), 2);
	const {accounts, selections, exclusions} = packagedCase();
	const facts = Object.fromEntries(Object.keys(letterFacts).map(name => [name, long]));
	const many = packagedCase({privilege: long, facts: {...facts, hold: long, controllers: [{name: long, contact: long}]}, accounts: Array.from({length: 500}, (_, index) => ({...accounts[0]!, employee: `E${index}${long}`, name: long})), selections: Array.from({length: 50}, () => ({...selections[0]!, reason: long})), exclusions});
	t.is(pagesOf(await bytesOf('data/referral.pdf', {title: long, investigator: long, case: many, reviewedBy: long})), 2);
	t.is(pagesOf(await bytesOf('data/referral.pdf', {byDay: [], byDataType: [], case: packagedCase({facts: {}, accounts: []})})), 2);
});

test('a referral has two pages in writings that its font has no letters for, and of hidden characters', async t => {
	const {accounts, selections} = packagedCase();
	for (const text of ['顧客の苦情により閲覧記録を調べた。'.repeat(30), '👩‍👩‍👧'.repeat(150), `a${'\u0301'.repeat(100)}\u001B[2J\u202E`.repeat(6), `مرحبا \u0000 ${'שלום '.repeat(100)}`, '\u{10FFFF}'.repeat(500)]) {
		const facts = Object.fromEntries(Object.keys(letterFacts).map(name => [name, text]));
		const foreign = packagedCase({privilege: text, authorisedBy: text, facts: {...facts, hold: text, controllers: [{name: text, country: text, contact: text, dpo: text}]}, accounts: Array.from({length: 20}, () => ({...accounts[0]!, employee: text, name: text, role: text})), selections: selections.map(selection => ({...selection, reason: text}))});
		const others = {title: text, investigator: text, agency: text, reviewedBy: text, byDataType: [{dataType: `custom:${text}`, customers: 5, events: 5}], case: foreign};
		for (const {path} of documentFiles.filter(file => file.path.endsWith('.pdf'))) {
			const pages = pagesOf(await bytesOf(path, others));
			t.true(path === 'data/referral.pdf' ? pages === 2 : pages > 0, `${path} ${text.slice(0, 9)}`);
		}
	}
});

test('a privilege marking stands on every document', async t => {
	const privilege = 'Prepared at the request of counsel';
	for (const {path} of documentFiles) {
		const bytes = await bytesOf(path, {case: packagedCase({privilege})});
		const text = path.endsWith('.pdf') ? pdfText(bytes.toString('latin1')) : bytes.toString();
		t.true(text.replaceAll(/\s+/g, ' ').includes(privilege), path);
	}
});

test('documents are the same bytes for the same case', async t => {
	for (const {path} of documentFiles) {
		t.deepEqual(await bytesOf(path), await bytesOf(path), path);
	}
});

test('a regulator\u2019s report names no account, no customer and no filter', async t => {
	const html = (await bytesOf('data/report.html', {audience: 'regulator', title: 'Leak by E0042'})).toString();
	for (const secret of ['E0042', 'Jane Rivera', 'C1001', 'C1003', 'employee:']) {
		t.false(html.includes(secret), secret);
	}

	t.true(html.includes('Information Commissioner'));
});

test('human resources read of the accounts, and of no customer, no country and no filter', async t => {
	const html = (await bytesOf('data/report.html', {audience: 'hr'})).toString();
	t.true(html.includes('E0042'));
	for (const secret of ['C1001', 'C1003', 'ann@example.com', 'data:email', 'Where the customers are']) {
		t.false(html.includes(secret), secret);
	}
});

test('a report states the three counts with what each rests on, and says that nobody reviewed it', async t => {
	const html = (await bytesOf('data/report.html')).toString();
	for (const said of ['571', '560', 'any access left in the selection after 1 exclusion', 'member of the frozen list of leaked customers', 'NOT REVIEWED', 'ticket T401', 'employee:E0042 data:email']) {
		t.true(html.includes(said), said);
	}

	t.true((await bytesOf('data/report.html', {reviewedBy: 'M. Chen'})).toString().includes('Reviewed by M. Chen'));
});

test('no value can act in a report', async t => {
	const hostile = '<script>x</script>\u202E\u001B[2J';
	const html = (await bytesOf('data/report.html', {title: hostile, byCountry: [{country: hostile, customers: 1}], case: packagedCase({facts: {discovered: hostile}})})).toString();
	t.false(html.includes('<script>x'));
	t.false(html.includes('\u001B') || html.includes('\u202E'));
});

test('qpdf finds no fault in the documents', async t => {
	if (spawnSync('qpdf', ['--version']).status !== 0) {
		t.pass('qpdf is not here');
		return;
	}

	const folder = mkdtempSync(join(tmpdir(), 'whosaw-documents-'));
	for (const {path} of documentFiles.filter(file => file.path.endsWith('.pdf'))) {
		const file = join(folder, path.replaceAll('/', '-'));
		writeFileSync(file, await bytesOf(path));
		t.regex(execFileSync('qpdf', ['--check', file], {encoding: 'utf8'}), /No syntax or stream encoding errors/);
	}
});
