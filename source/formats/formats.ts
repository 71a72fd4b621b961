import {asana} from './asana.ts';
import {awsCloudtrail} from './aws-cloudtrail.ts';
import {awsS3Access} from './aws-s3-access.ts';
import {azureActivity} from './azure-activity.ts';
import {box} from './box.ts';
import {unwrapped} from './collected.ts';
import {confident} from './confident.ts';
import {databricks} from './databricks.ts';
import {docusign} from './docusign.ts';
import {dropbox} from './dropbox.ts';
import {ecs} from './ecs.ts';
import {fhirAuditevent} from './fhir-auditevent.ts';
import type {Format, Sample} from './format.ts';
import {gcpAudit} from './gcp-audit.ts';
import {githubAudit} from './github-audit.ts';
import {googleWorkspace} from './google-workspace.ts';
import {hubspot} from './hubspot.ts';
import {m365Audit} from './m365-audit.ts';
import {m365Ediscovery} from './m365-ediscovery.ts';
import {notion} from './notion.ts';
import {ocsf} from './ocsf.ts';
import {okta} from './okta.ts';
import {onepassword} from './onepassword.ts';
import {postgresqlPgaudit} from './postgresql-pgaudit.ts';
import {salesforceEventlogfile} from './salesforce-eventlogfile.ts';
import {salesforceObjects} from './salesforce-objects.ts';
import {salesforceRealtime} from './salesforce-realtime.ts';
import {servicenow} from './servicenow.ts';
import {slack} from './slack.ts';
import {snowflake} from './snowflake.ts';
import {webAccessAtlassian} from './web-access-atlassian.ts';
import {webAccessCombined} from './web-access-combined.ts';
import {webAccessIis} from './web-access-iis.ts';
import {workday} from './workday.ts';
import {zendesk} from './zendesk.ts';

/** Every vendor's format, by name. One file each. */
export const formats: readonly Format[] = [
	asana, awsCloudtrail, awsS3Access, azureActivity, box, databricks, docusign, dropbox, ecs, fhirAuditevent,
	gcpAudit, githubAudit, googleWorkspace, hubspot, m365Audit, m365Ediscovery, notion, ocsf, okta,
	onepassword, postgresqlPgaudit, salesforceEventlogfile, salesforceObjects, salesforceRealtime, servicenow, slack, snowflake, webAccessAtlassian, webAccessCombined, webAccessIis, workday, zendesk,
];

/** The shapes that unknown tables come in; their fields are mapped by a guess or by --map. */
export const unknownTables: ReadonlyArray<{readonly name: string; readonly title: string; readonly recognised: string; readonly about: string}> = [
	{name: 'table', title: 'CSV, TSV, and tables with ; or |', recognised: 'lines with as many cells as their header', about: 'Any table with one access a row. Its columns are mapped by their names and values, or by --map role=column.'},
	{name: 'ndjson', title: 'NDJSON', recognised: 'one JSON object a line', about: 'Any log with one JSON object a line. Nested fields are mapped by dotted path, such as actor.id or fields[].'},
	{name: 'json', title: 'JSON', recognised: 'an array of objects, one object around one array, or objects one after another', about: 'Any JSON document that holds a list of accesses.'},
	{name: 'parquet', title: 'Parquet', recognised: 'PAR1 at its start', about: 'Any Parquet file with one access a row; records are cited by row, for its bytes are packed.'},
];

export const formatNames: readonly string[] = [...formats.map(({name}) => name), ...unknownTables.map(({name}) => name)];

/** In a file that mixes formats: so much of it at least, and twice as much as any other, since signatures are strict. */
const mixed = {least: 0.3, ahead: 2} as const;

export type Detected = {readonly format: Format; readonly score: number; /** The records as the format sees them. */ readonly sample: Sample; /** Where they stand as JSON text inside others. */ readonly envelope?: readonly string[]};

type Scored = {readonly format: Format; readonly score: number};

const known = new WeakMap<Sample, readonly Scored[]>();

/** The formats whose signature some of the records bear, most first; the first alone, where all of them bear its. */
const scoresOf = (sample: Sample): readonly Scored[] => {
	const before = known.get(sample);
	if (before) {
		return before;
	}

	const scored: Scored[] = [];
	for (const format of formats) {
		const score = format.detect(sample);
		// No other can have more, and of equal ones the first is taken.
		if (score >= 1) {
			scored.splice(0, scored.length, {format, score});
			break;
		}

		if (score > 0) {
			scored.push({format, score});
		}
	}

	const sorted = scored.toSorted((a, b) => b.score - a.score);
	known.set(sample, sorted);
	return sorted;
};

/** The format of one record of a sample, on its own, or opened where a collector wrapped it. */
export const formatOfRecord = (sample: Sample, row: Sample['rows'][number]): Format | undefined => detectFormat({...sample, rows: [row]} as Sample)?.format;

/** The formats of which a file holds records, each with its share of the first records, most first. None where less than two are there. */
export const formatsIn = (sample: Sample): readonly Scored[] => {
	if (sample.kind === 'table' || (scoresOf(sample)[0]?.score ?? 0) >= 1) {
		return [];
	}

	const counts = new Map<Format, number>();
	for (const row of sample.rows) {
		const found = formatOfRecord(sample, row);
		if (found) {
			counts.set(found, (counts.get(found) ?? 0) + 1);
		}
	}

	return counts.size < 2 ? [] : [...counts].map(([format, records]) => ({format, score: records / sample.rows.length})).toSorted((x, y) => y.score - x.score);
};

const best = (sample: Sample): Scored | undefined => {
	const [most, next] = scoresOf(sample);
	const clear = most !== undefined && (most.score >= confident || (most.score >= mixed.least && most.score >= (next?.score ?? 0) * mixed.ahead));
	return clear ? most : undefined;
};

/** A format, and how the records of a sample are opened for it: in an envelope of its own, or one that a collector put around them. */
export const openedFor = (format: Format, sample: Sample): Detected => {
	const score = format.detect(sample);
	const own = format.envelope?.(sample);
	// What bears the whole signature is not outdone by what is inside of it.
	const collected = score >= 1 ? undefined : unwrapped(sample).map(({sample: inner, envelope}) => ({format, score: format.detect(inner), sample: inner, envelope})).find(inner => inner.score > score && format.envelope?.(inner.sample) === undefined);
	return collected ?? {format, score, sample, ...(own ? {envelope: own} : {})};
};

/** The format that answers so when nothing happened. */
export const formatOfEmpty = (answer: Readonly<Record<string, unknown>>): Format | undefined => formats.find(format => format.empty?.(answer));

/** The format whose signature the records bear, with its score; where they bear none, that of the records which collectors wrapped. */
export const detectFormat = (sample: Sample): Detected | undefined => {
	const plain = best(sample);
	if (plain) {
		return openedFor(plain.format, sample);
	}

	for (const {sample: inner} of unwrapped(sample)) {
		const found = best(inner);
		if (found) {
			return openedFor(found.format, sample);
		}
	}

	return undefined;
};
