import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gunzipSync} from 'node:zlib';
import test from 'ava';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import type {Investigation} from '../../source/investigation/investigation.ts';
import {everything} from '../helpers/loading.ts';

/*
Real exports are no part of this project. Where they lie beside it, each is read under a name that says nothing, and its records are
counted again by the plainest means.
*/

const folders: Readonly<Record<string, string>> = {
	'asana-audit': 'asana', 'aws-cloudtrail': 'aws-cloudtrail', 'aws-cloudtrail-array': 'aws-cloudtrail', 'aws-cloudtrail-lookup': 'aws-cloudtrail', 'aws-cloudtrail-ndjson': 'aws-cloudtrail',
	'databricks-audit': 'databricks', 'fhir-auditevent': 'fhir-auditevent', 'gcp-audit': 'gcp-audit', 'github-audit': 'github-audit', 'gsuite-activity': 'google-workspace',
	'm365-ediscovery-csv': 'm365-ediscovery', 'm365-officeactivity': 'm365-audit', 'm365-unified-audit': 'm365-audit', 'ocsf-input-gz': 'aws-cloudtrail', 'ocsf-parquet': 'ocsf', 'okta-systemlog': 'okta',
	'onepassword-itemusage': 'onepassword', 'salesforce-eventlogfile': 'salesforce-eventlogfile', 'salesforce-objects': 'salesforce-objects', 'salesforce-realtime': 'salesforce-realtime',
	'snowflake-loginhistory': 'snowflake', 'zendesk-audit': 'zendesk',
};
/** Rows without their header: nothing says which column is which. */
const unclear = new Set(['salesforce_eventlogfile.raw.log']);

const samples = resolve('../shared/samples');
const linked = mkdtempSync(join(tmpdir(), 'whosaw-samples-'));

type Linked = {readonly folder: string; readonly file: string; readonly original: string; readonly path: string};

const links: readonly Linked[] = existsSync(samples) ? Object.keys(folders).flatMap(folder => readdirSync(join(samples, folder)).filter(file => !unclear.has(file)).map((file, index) => {
	const [original, path] = [join(samples, folder, file), join(linked, `${folder}-${index}`)];
	symlinkSync(original, path);
	return {folder, file, original, path};
})) : [];

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Records as anyone would count them; undefined where that takes more than looking. */
const naiveCount = (path: string): number | undefined => {
	const stored = readFileSync(path);
	const bytes = stored[0] === 0x1F && stored[1] === 0x8B ? gunzipSync(stored) : stored;
	const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
	if (text.startsWith('PAR1')) {
		return undefined;
	}

	if (/^[^{[]/.test(text)) {
		// Line ends that stand within quotes end no record.
		return text.replaceAll(/"(?:[^"]|"")*"/g, '').split('\n').filter(line => line.trim() !== '').length - 1;
	}

	const whole = parsed(text);
	const records = Array.isArray(whole) ? whole : (whole as {readonly Records?: readonly unknown[]} | undefined)?.Records;
	return records?.length ?? (whole === undefined ? text.split('\n').filter(line => line.trim() !== '').length : 1);
};

let loaded: Investigation | undefined;

test.before('all samples are loaded once', async () => {
	loaded = links.length === 0 ? undefined : await openInvestigation({paths: links.map(({path}) => path)});
});

test.after.always('what was opened is closed', async () => {
	await loaded?.close();
	rmSync(linked, {recursive: true, force: true});
});

for (const folder of new Set(links.map(link => link.folder))) {
	test(`the samples in ${folder} are recognised by their content, and every record is accounted for`, t => {
		for (const {file, original, path} of links.filter(link => link.folder === folder)) {
			// A file that mixes formats is several sources; most of its records are of the first.
			const sources = loaded!.sources.filter(each => each.path === path || each.path.startsWith(`${path}!`));
			t.is(sources[0]?.format, folders[folder], file);
			const records = sources.reduce((sum, source) => sum + source.records.read, 0);
			t.is(records, naiveCount(original) ?? records, file);
			for (const {format, records: {read, kept, duplicate, rejected}, rejections} of sources) {
				t.is(read, kept + duplicate + rejected, file);
				t.true(read > 0, file);
				t.true(rejections.every(({reason}) => /^no time$|^time not understood/.test(reason)), `${file}: ${rejections.map(({reason}) => reason).join(', ')}`);
				t.log(`${file}${sources.length > 1 ? ` (${format})` : ''}: ${read} read, ${kept} kept, ${duplicate} duplicate, ${rejected} rejected ${rejections.map(({reason, records: count}) => `(${count}: ${reason})`).join(' ')}`);
			}
		}
	});
}

if (links.length > 0) {
	test('both readers agree on the samples', async t => {
		const events = await loaded!.events({filter: everything, offset: 0, limit: 5000});
		for (const {row} of events.filter((_, at) => at % 53 === 0)) {
			t.like(await loaded!.record(row), {agrees: true});
		}
	});
}
