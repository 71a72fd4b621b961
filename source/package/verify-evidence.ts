import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {formatCount} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {evidenceFile} from './evidence-file.ts';
import {fail, pass, type Finding} from './finding.ts';
import {parseEvidence, type PackedEvidence} from './read-evidence.ts';
import {readLines} from './read-lines.ts';

export type EvidenceSummary = {
	readonly findings: readonly Finding[];
	readonly records: number;
	readonly ids: ReadonlySet<string>;
	/** sha256 of every source that is cited. */
	readonly sources: ReadonlySet<string>;
	/** Events of which a list names customers that the record does not. */
	readonly listed: ReadonlySet<string>;
};

const textsIn = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : [];

/** Customers of the event whom a list names, and its record does not. */
const inferredOf = ({event}: PackedEvidence): readonly unknown[] => textsIn(event['inferredCustomers']);

const problemOf = (record: PackedEvidence, ids: ReadonlySet<string>): string | undefined => {
	const {bytes, rawSha256, length, evidence} = record;
	if (ids.has(evidence)) {
		return 'has the id of an earlier record';
	}

	const customers = new Set(textsIn(record.event['customers']));
	if (inferredOf(record).some(customer => !customers.has(customer))) {
		return 'calls a customer inferred whom it does not have';
	}

	if (bytes === undefined) {
		return undefined;
	}

	const found = createHash('sha256').update(bytes).digest('hex');
	if (found !== rawSha256) {
		return `was altered: its text should have sha256 ${rawSha256} and has ${found}`;
	}

	return length === undefined || length === bytes.length ? undefined : `has ${bytes.length} bytes where its citation says ${length}`;
};

/** Every record's own hash, length and id. */
export const verifyEvidence = async (directory: string, signal?: AbortSignal): Promise<EvidenceSummary> => {
	const findings: Finding[] = [];
	const ids = new Set<string>();
	const sources = new Set<string>();
	const listed = new Set<string>();
	let records = 0;
	for await (const line of readLines(join(directory, evidenceFile.path), signal)) {
		records++;
		const record = parseEvidence(line);
		const problem = typeof record === 'string' ? record : problemOf(record, ids);
		if (problem !== undefined) {
			const id = typeof record === 'string' ? '' : ` (${visibleText(record.evidence.slice(0, 80))})`;
			findings.push(fail('evidence', `${evidenceFile.path}, line ${line.number}${id} ${problem}`));
		}

		if (typeof record !== 'string') {
			ids.add(record.evidence);
			if (inferredOf(record).length > 0) {
				listed.add(record.evidence);
			}

			for (const {source} of [record, ...record.duplicates]) {
				sources.add(source.sha256);
			}
		}
	}

	return {findings: findings.length > 0 ? findings : [pass('evidence', `every evidence record has its hash: ${formatCount(records, 'record')}`)], records, ids, sources, listed};
};
