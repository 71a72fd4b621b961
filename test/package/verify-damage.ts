import {appendFile, mkdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {lineText, nextLine, type JournalLine} from '../../source/case/journal-line.ts';
import type {LeadsDocument} from '../../source/package/leads-document.ts';
import {verifyPackage} from '../../source/package/verify-package.ts';
import {writePackage} from '../../source/package/write-package.ts';
import {hash, makeContents, packagedCase, temporaryFolder} from './_contents.ts';
import {copyOf, edit, reseal} from './_damage.ts';

const list = hash('the list');

const leads: LeadsDocument = {
	schema: 'whosaw.leads/1', leaked: {given: 3, resolved: 3, sha256: list}, verdict: 'inseparable', unexplained: 0.2, behaviour: [], caveats: ['two accounts'],
	leads: [1, 2].map(rank => ({rank, employee: `E${rank}`, separable: false, consistentWith: 2, share: 0.4, customers: 3, netEvidence: 1, strength: 'weak', alsoConsistent: [], inseparableFrom: null, why: ['x']})),
};

/** The small case, with a frozen list and leads. */
const withLeads = () => {
	const {journal, ...others} = packagedCase();
	const last = journal.at(-1)!;
	const frozen = nextLine(last, {act: {act: 'leaked-list-frozen', payload: {path: 'kept/leaked.txt', sha256: list, given: 3, resolved: 3}}, by: last.by, at: new Date(last.at), salt: 'cd'.repeat(16)});
	return makeContents({case: {...others, journal: [...journal, frozen], revision: {seq: frozen.seq, hash: frozen.hash}, leads}});
};

let first: Promise<string> | undefined;
const whole = async (): Promise<string> => {
	first ??= (async () => {
		const directory = join(await temporaryFolder(), 'case');
		await writePackage(withLeads(), directory);
		return directory;
	})();
	return first;
};

const journalPath = 'data/examination/journal.ndjson';
const dropped = (text: string, number: number): string => text.split('\n').filter((_, index) => index !== number - 1).join('\n');
const lineOf = (text: string, number: number): JournalLine => JSON.parse(text.split('\n')[number - 1]!) as JournalLine;

/** What is done to a file; with `forged` all hashes of the bag are made anew afterwards. */
type Damage = {readonly what: string; readonly forged: boolean; readonly work: (directory: string) => Promise<void>};
const to = (file: string, change: (text: string) => string) => async (directory: string): Promise<void> => edit(join(directory, file), change);

const damages: readonly Damage[] = [
	{what: 'a flipped bit in the payload', forged: false, work: to('data/limitations.md', text => text.replace('L', 'M'))},
	{what: 'a dropped payload file', forged: false, work: async directory => rm(join(directory, 'data/limitations.md'))},
	{what: 'an added payload file', forged: false, work: async directory => writeFile(join(directory, 'data/more.txt'), '')},
	{what: 'an added tag file', forged: false, work: async directory => writeFile(join(directory, 'more.txt'), '')},
	{what: 'a file that became a link', forged: false, work: async directory => {
		await rename(join(directory, 'data/README.txt'), join(directory, '../readme'));
		await symlink('../../readme', join(directory, 'data/README.txt'));
	}},
	{what: 'a line that is no line of a manifest', forged: false, work: async directory => appendFile(join(directory, 'manifest-sha256.txt'), 'nonsense\n')},
	{what: 'a manifest that leads out of the bag', forged: false, work: async directory => appendFile(join(directory, 'manifest-sha256.txt'), `${'ab'.repeat(32)}  ../x\n`)},
	{what: 'a bag that is not declared', forged: false, work: async directory => rm(join(directory, 'bagit.txt'))},
	{what: 'a manifest that is gone', forged: false, work: async directory => rm(join(directory, 'manifest-sha256.txt'))},
	{what: 'another size of the payload', forged: false, work: to('bag-info.txt', text => text.replace(/Oxum: \d/, 'Oxum: 9'))},
	{what: 'an altered record', forged: true, work: to('data/evidence/records.ndjson', text => text.replace('E0042,C1001"', 'E0099,C1001"'))},
	{what: 'a record of another length', forged: true, work: to('data/evidence/records.ndjson', text => text.replace('"length":29', '"length":30'))},
	{what: 'a record that stands twice', forged: true, work: to('data/evidence/records.ndjson', text => text.replace('"e2"', '"e1"'))},
	{what: 'a record that is none', forged: true, work: to('data/evidence/records.ndjson', text => text.replace('{', '['))},
	{what: 'a record that is gone', forged: true, work: to('data/evidence/records.ndjson', text => text.replace(/.*"e4".*\n/, ''))},
	{what: 'a customer who is gone', forged: true, work: to('data/affected/customers.csv', text => text.replace(/C1002.*\r\n/, ''))},
	{what: 'a customer who stands twice', forged: true, work: to('data/affected/customers.csv', text => text.replace(/(C1002.*\r\n)/, '$1$1'))},
	{what: 'an exposure that is gone', forged: true, work: to('data/affected/exposures.csv', text => text.replace(/C1001,name.*\r\n/, ''))},
	{what: 'evidence that is not there', forged: true, work: to('data/affected/exposures.csv', text => text.replace(/e2(?=\r)/, 'e9'))},
	{what: 'records of a source that do not add up', forged: true, work: to('data/inventory/sources.csv', text => text.replace(',6,4,1,1,', ',6,4,0,1,'))},
	{what: 'a source that changed', forged: true, work: to('data/inventory/sources.csv', text => text.replace(/[\da-f]{4}(?=\r\n)/, 'zzzz'))},
	{what: 'another count in the question', forged: true, work: to('data/method/query.json', text => text.replace('"read": 7', '"read": 8'))},
	{what: 'another form of the question', forged: true, work: to('data/method/query.json', text => text.replace('query/1', 'query/9'))},
	{what: 'another count of the case', forged: true, work: to('data/case.json', text => text.replace('"customers": 3', '"customers": 4'))},
	{what: 'another form of the case', forged: true, work: to('data/case.json', text => text.replace('case/1', 'case/9'))},
	{what: 'a rejected record that is gone', forged: true, work: to('data/inventory/rejected.ndjson', () => '')},
	{what: 'an account that is gone', forged: true, work: to('data/accounts/accounts.csv', text => text.replace(/E0042.*\r\n/, ''))},
	{what: 'another presence of an account', forged: true, work: to('data/accounts/accounts.csv', text => text.replace('not checked', 'no records of this account'))},
	{what: 'other events of an account', forged: true, work: to('data/accounts/accounts.csv', text => text.replace(/(E0042.*,3),3,/, '$1,2,'))},
	{what: 'an excluded access that is gone', forged: true, work: to('data/affected/excluded.csv', text => text.replace(/\r\n1,.*\r\n/, '\r\n'))},
	{what: 'an access of others that is gone', forged: true, work: to('data/affected/others.csv', text => text.replace(/C1001.*\r\n/, ''))},
	{what: 'a claim of identity that is gone', forged: true, work: to('data/identities.csv', text => text.replace(/customer,C1001.*\r\n/, ''))},
	{what: 'a claim of identity of somebody else', forged: true, work: to('data/identities.csv', text => text.replace('customer,C1001', 'customer,C1009'))},
	{what: 'a claim of identity that rests on nothing', forged: true, work: to('data/identities.csv', text => text.replace('directory login', 'a guess'))},
	{what: 'a sum that is none', forged: true, work: to('data/counts/by-day.csv', text => text.replace(/(sum of the rows),3/, '$1,4'))},
	{what: 'a table without a column', forged: true, work: to('data/affected/exposures.csv', text => text.replace('dataType', 'data'))},
	{what: 'a line of the redaction log that says nothing', forged: true, work: async directory => appendFile(join(directory, 'data/redaction/redaction-log.ndjson'), '{}\n')},
	{what: 'an act cut out of the journal', forged: true, work: to(journalPath, text => dropped(text, 2))},
	{what: 'the last act cut off', forged: true, work: to(journalPath, text => dropped(text, 4))},
	{what: 'an act that was changed', forged: true, work: to(journalPath, text => text.replace('2020-10-26T11', '2020-10-26T12'))},
	{what: 'a payload that was changed', forged: true, work: to(journalPath, text => text.replace('one more call', 'no more calls'))},
	{what: 'a journal whose last line is torn', forged: true, work: to(journalPath, text => text.slice(0, -20))},
	{what: 'a line that is no act', forged: true, work: to(journalPath, text => text.replace(/^.*\n/, 'nonsense\n'))},
	{what: 'an act that was appended', forged: true, work: async directory => {
		const {seq, hash: before, by} = lineOf(await readFile(join(directory, journalPath), 'utf8'), 4);
		await appendFile(join(directory, journalPath), lineText(nextLine({seq, hash: before}, {act: {act: 'note', payload: {text: 'forged'}}, by, at: new Date('2020-10-27T00:00:00Z'), salt: 'ef'.repeat(16)})));
	}},
	{what: 'leads that are gone', forged: true, work: async directory => rm(join(directory, 'data/leads/leads.json'))},
	{what: 'leads of another list', forged: true, work: to('data/leads/leads.json', text => text.replace(list, hash('another list')))},
	{what: 'a lead that was taken out', forged: true, work: to('data/leads/leads.json', text => text.replace('"rank": 1', '"rank": 3'))},
	{what: 'leads of another form', forged: true, work: to('data/leads/leads.json', text => text.replace('leads/1', 'leads/9'))},
	{what: 'a bag that is no case file', forged: true, work: to('bag-info.txt', text => text.replace(/Whosaw-Format.*\n/, ''))},
	{what: 'a head that stands for nothing', forged: false, work: async directory => {
		await mkdir(join(directory, 'heads'));
		await writeFile(join(directory, 'heads/head-9.txt'), `whosaw case journal, head\nact 9\nhash ${'ab'.repeat(32)}\nat 2020-10-26T11:00:00.000Z\n`);
	}},
	{what: 'a torn signature', forged: false, work: async directory => writeFile(join(directory, 'tagmanifest-sha256.txt.sig'), 'x')},
	{what: 'a torn time stamp', forged: false, work: async directory => writeFile(join(directory, 'tagmanifest-sha256.txt.tsr'), 'x')},
	{what: 'another request for a time stamp', forged: false, work: async directory => writeFile(join(directory, 'tagmanifest-sha256.txt.tsq'), 'x')},
];

/** A message without what it is about. */
const kindOf = (message: string): string => message.replaceAll(/[\da-f]{16,}/g, '#').replaceAll(/\d+/g, '0').replaceAll(/(?:data\/)?[\w-]+(?:\/[\w.-]+)*\.(?:csv|ndjson|json|md|txt)(?:\.\w+)?/g, 'FILE');

test('a whole package with leads holds', async t => {
	const {ok, findings} = await verifyPackage(await whole());
	t.true(ok, JSON.stringify(findings.filter(finding => !finding.ok)));
});

test('every kind of damage is found, and says so in words of its own', async t => {
	const said = new Map<string, string>();
	for (const {what, forged, work} of damages) {
		const directory = await copyOf(await whole());
		await work(directory);
		if (forged) {
			await reseal(directory);
		}

		const {ok, findings} = await verifyPackage(directory);
		const kinds = findings.filter(finding => !finding.ok).map(({check, message}) => `${check}: ${kindOf(message)}`);
		t.false(ok, what);
		const own = kinds.find(kind => !said.has(kind));
		t.truthy(own, `${what} says what another damage says (${kinds.map(kind => `${kind}, as ${said.get(kind) ?? ''}`).join('; ')})`);
		said.set(own ?? what, what);
	}

	t.is(said.size, damages.length);
});
