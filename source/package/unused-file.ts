import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

export const unusedHeader = ['path', 'what', 'sha256', 'reason'] as const;

type Unused = {readonly path: string; readonly what: string; readonly sha256?: string; readonly reason: string};

const rows = ({contents, paths}: PackageContext): readonly Unused[] => [
	...contents.sources.map(({path, sha256}) => ({path: paths.of(path), what: 'export', sha256, reason: 'the original stays with its keeper; of its records those that match are packed'})),
	...contents.failed.map(({path, error}) => ({path: paths.of(path), what: 'file that could not be read', reason: paths.inText(error)})),
	...contents.skipped.map(({path, reason}) => ({path: paths.of(path), what: 'file that is no log', reason: paths.inText(reason)})),
	...contents.case.kept.map(({path, what, sha256}) => ({path, what, ...(sha256 === undefined ? {} : {sha256}), reason: 'used, and not packed'})),
];

const text = function * (context: PackageContext): Generator<string> {
	yield csvLine(unusedHeader, {guarded: true});
	for (const {path, what, sha256, reason} of rows(context)) {
		yield csvLine([visibleText(path), what, sha256, visibleText(reason)], {guarded: true});
	}
};

/** What exists and is not packed, so that it can be asked for. */
export const unusedFile: PackageFile = {path: 'data/inventory/unused.csv', about: 'what exists and is not packed here', audiences: investigators, text};
