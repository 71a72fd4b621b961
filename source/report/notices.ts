import {formatCount} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Investigation} from '../investigation/investigation.ts';
import type {Source} from '../records/source.ts';
import type {Call} from './call.ts';

/** Lists longer than this are counted: a folder of a thousand files must not hide the result. */
const shown = 20;

/** A line for whoever watches; nothing with --quiet. */
export const warn = ({stderr, flags}: Pick<Call, 'stderr' | 'flags'>, text: string): void => {
	if (!flags.on('quiet')) {
		stderr.write(`warning: ${visibleText(text)}\n`);
	}
};

const sourceFindings = ({path, records, incomplete, timezone, ambiguousTimes}: Source): readonly string[] => [
	...(records.rejected > 0 ? [`${path}: ${formatCount(records.rejected, 'record')} rejected (whosaw sources --rejected lists them)`] : []),
	...(incomplete ? [`${path}: incomplete, the file is torn or damaged`] : []),
	...(timezone.assumed ? [`${path}: times without a zone were read as ${timezone.name}, which is assumed (--timezone says which)`] : []),
	...(ambiguousTimes > 0 ? [`${path}: ${formatCount(ambiguousTimes, 'time')} that the clock shows twice, the earlier assumed`] : []),
];

/** What --strict does not let pass: everything rejected, skipped, incomplete or assumed. */
export const findings = ({sources, skipped}: Pick<Investigation, 'sources' | 'skipped'>): readonly string[] => [
	...sources.flatMap(source => sourceFindings(source)),
	...skipped.map(({path, reason}) => `${path}: skipped, ${reason}`),
];

const limited = (lines: readonly string[]): readonly string[] =>
	lines.length > shown ? [...lines.slice(0, shown), `and ${formatCount(lines.length - shown, 'more warning')} (whosaw sources shows all)`] : lines;

/** How a sentence may be said: files are called by anybody's name. */
type Say = (text: string) => string;

/** Sources that could not be read are errors, even with --quiet. */
const sayFailures = (call: Call, {failed}: Pick<Investigation, 'failed'>, say: Say): void => {
	for (const {path, error, next} of failed) {
		call.stderr.write(`error: ${visibleText(say(path))}: ${visibleText(say(error))}\n${next === undefined ? '' : `  ${visibleText(say(next))}\n`}`);
	}
};

/** Says what the reader of the result should know, after it was printed, and gives the exit code. */
export const closeWith = (call: Call, investigation: Pick<Investigation, 'sources' | 'skipped' | 'failed'>, say: Say = text => text): number => {
	const found = findings(investigation);
	for (const line of limited(found)) {
		warn(call, say(line));
	}

	sayFailures(call, investigation, say);
	if (investigation.failed.length > 0) {
		return 1;
	}

	return call.flags.on('strict') && found.length > 0 ? 3 : 0;
};
