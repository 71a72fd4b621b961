import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import test from 'ava';
import {checkBag} from '../../source/package/check-bag.ts';

/* The Library of Congress' conformance suite lies beside the project where it is present; it is never copied. */
const suite = resolve('../shared/standards/bagit-conformance-suite');

const bags = async (kind: string): Promise<readonly string[]> => {
	const found: string[] = [];
	for (const version of (await readdir(suite)).filter(name => name.startsWith('v')).toSorted()) {
		const folder = join(suite, version, kind);
		const entries = existsSync(folder) ? await readdir(folder, {withFileTypes: true}) : [];
		found.push(...entries.filter(entry => entry.isDirectory()).map(entry => join(folder, entry.name)));
	}

	return found;
};

const suiteTest = existsSync(suite) ? test : test.skip;

for (const [kind, expected, count] of [['valid', true, 27], ['invalid', false, 15], ['linux-only', false, 6]] as const) {
	suiteTest(`the official BagIt suite: ${kind} bags are found ${expected ? 'valid' : 'invalid'} (skipped where the suite is absent)`, async t => {
		const directories = await bags(kind);
		t.is(directories.length, count);
		for (const directory of directories) {
			const report = await checkBag(directory);
			t.is(report.ok, expected, `${directory}\n${report.findings.map(finding => finding.message).join('\n')}`);
		}
	});
}
