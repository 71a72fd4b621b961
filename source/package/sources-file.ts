import {ExpectedError} from '../errors.ts';
import {formatInstant, type Instant} from '../records/instant.ts';
import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import type {PackagedSource} from './contents.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';
import {told} from './withhold.ts';

export const sourcesHeader = [
	'path', 'sha256', 'bytes', 'format', 'read', 'kept', 'duplicate', 'rejected', 'firstAt', 'lastAt', 'timezone', 'timezoneAssumed',
	'incomplete', 'exportedBy', 'system', 'selection', 'hashTaken', 'sha256After',
] as const;

const path = 'data/inventory/sources.csv';

const yesNo = (truth: boolean): string => truth ? 'yes' : 'no';
const moment = (instant: Instant | undefined): string => instant === undefined ? '' : formatInstant(instant);

/** A source that is no longer what was analysed would make every citation of it wrong. */
const hashAgain = async ({contents, tally}: PackageContext, source: PackagedSource): Promise<string> => {
	const found = await contents.hashAgain(source);
	if (found === undefined) {
		return '';
	}

	if (found !== source.sha256) {
		throw new ExpectedError('the export changed after it was loaded, so the case file was not written', {
			where: visibleText(source.path), next: `Load it again: it had sha256 ${source.sha256} and now has ${found}.`,
		});
	}

	tally.hashedAgain.set(source.path, found);
	return found;
};

const line = (context: PackageContext, source: PackagedSource, sha256After: string): string => csvLine([
	visibleText(told(context, path, context.paths.of(source.path))), source.sha256, source.bytes, visibleText(source.format),
	source.records.read, source.records.kept, source.records.duplicate, source.records.rejected,
	moment(source.firstAt), moment(source.lastAt), visibleText(source.timezone.name), yesNo(source.timezone.assumed), yesNo(source.incomplete),
	visibleText(told(context, path, source.acquisition?.exportedBy ?? '')), visibleText(told(context, path, source.acquisition?.system ?? '')), visibleText(told(context, path, source.acquisition?.selection ?? '')), visibleText(told(context, path, source.acquisition?.hashTaken ?? '')),
	sha256After,
], {guarded: true});

const text = async function * (context: PackageContext): AsyncGenerator<string> {
	yield csvLine(sourcesHeader, {guarded: true});
	for (const source of context.contents.sources) {
		yield line(context, source, await hashAgain(context, source));
	}
};

/** Every export with its hash, its accounting and what is known of its origin. */
export const sourcesFile: PackageFile = {path, about: 'the exports with their hashes, how many records were read, kept, duplicate and rejected, and where they come from', audiences: [...investigators, 'regulator'], text};
