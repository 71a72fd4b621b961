import {open, readFile, rename, rm} from 'node:fs/promises';
import {basename} from 'node:path';
import {formatCount} from '../document/format-number.ts';
import {ExpectedError} from '../errors.ts';
import {patternOf} from '../rules/pattern.ts';
import type {Rules} from '../rules/rule.ts';
import {shippedHash, shippedIds} from '../rules/shipped.ts';
import {usedRules} from '../store/apply-rules.ts';
import type {Session} from '../store/database.ts';
import type {RuleRequest} from './investigation.ts';

const unreadable = (path: string, error: unknown): ExpectedError =>
	new ExpectedError('these rules cannot be read', {exitCode: 2, where: path, next: 'Check the path after --rules.', cause: error});

/** The rules of all files, in their order: the first that matches wins. */
export const readRuleFiles = async (paths: readonly string[] = []): Promise<readonly Rules[]> => Promise.all(paths.map(async path => {
	const text = await readFile(path, 'utf8').catch((error: unknown) => {
		throw unreadable(path, error);
	});
	// Most reports have no rules, and YAML is long to load.
	const {readRules} = await import('../rules/read-rules.ts');
	return readRules(text, path);
}));

/** Every figure by data type rests on the rules: which ones, goes wherever the figures go. */
export const ruleNotes = (files: readonly Rules[]): readonly string[] => files.flatMap(({path, rules, sha256}) => {
	const naming = rules.filter(({subject}) => subject !== undefined);
	const counting = rules.filter(({scope}) => scope !== undefined);
	const asking = rules.filter(({catalog}) => catalog !== undefined);
	const ids = (some: typeof rules): string => some.map(({id}) => id).join(', ');
	return [
		`Where the logs do not say which data was reached, ${formatCount(rules.length, 'rule')} of ${basename(path)} (sha256 ${sha256}) say it.`,
		...(naming.length === 0 ? [] : [`Where the logs name no customer, ${formatCount(naming.length, 'rule')} of ${basename(path)} read${naming.length === 1 ? 's' : ''} one from what was reached: ${ids(naming)}.`]),
		...(counting.length === 0 ? [] : [`Where an event names no customer and says no number, ${formatCount(counting.length, 'rule')} of ${basename(path)} say${counting.length === 1 ? 's' : ''} that it reached an unknown number of them: ${ids(counting)}.`]),
		...(asking.length === 0 ? [] : [`Where an event reached a table and the log names no columns, the catalog of ${basename(path)} (${formatCount(asking[0]!.catalog!.length, 'table')}) gives all of its columns for ${formatCount(asking.length, 'rule')}: ${ids(asking)}.`]),
	];
});

/** Of the rules that are shipped, those on which a data type rests. */
export const shippedNotes = async (session: Session, own: readonly Rules[]): Promise<readonly string[]> => {
	const ids = (await usedRules(session)).filter(id => shippedIds.has(id) && !own.some(({rules}) => rules.some(rule => rule.id === id)));
	return ids.length === 0 ? [] : [`Where the logs do not say which data was reached, ${formatCount(ids.length, 'rule')} shipped with whosaw (${ids.join(', ')}; sha256 of all ${shippedHash()}) say${ids.length === 1 ? 's' : ''} it: by the nature of a page, an object or an act. Rules of your own, with --rules, come before them.`];
};

const existing = async (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch((error: unknown) => {
	if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
		return undefined;
	}

	throw unreadable(path, error);
});

/** Adds a rule at the end of a file, or begins one. The file is replaced whole, so that a power cut leaves the one or the other. */
export const writeRule = async ({path, field, value, pattern, types}: RuleRequest): Promise<{readonly id: string; readonly path: string}> => {
	const {withRule} = await import('../rules/write-rule.ts');
	const {text, id} = withRule(await existing(path), path, {field, pattern: pattern === value ? patternOf(value) : pattern, types});
	const fresh = `${path}.new`;
	try {
		const handle = await open(fresh, 'w');
		await handle.writeFile(text);
		await handle.sync();
		await handle.close();
		await rename(fresh, path);
	} catch (error) {
		await rm(fresh, {force: true});
		throw new ExpectedError('the rule could not be written', {where: path, next: 'Check that you may write there.', cause: error});
	}

	return {id, path};
};
