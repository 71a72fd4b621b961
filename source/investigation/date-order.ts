import {ExpectedError} from '../errors.ts';
import {readRecords} from '../files/read-records.ts';
import type {TimeStyle} from '../records/field-expression.ts';
import {parseTime} from '../records/parse-time.ts';
import type {Choice} from './choose-plan.ts';
import {understand} from './second-reader.ts';

type NumericDate = Extract<TimeStyle, {readonly kind: 'numeric-date'}>;

/** What the dates of a family say about their order. */
type Evidence = {values: number; mdyOnly: number; dmyOnly: number; mdyFalls: number; dmyFalls: number; example: string; contrary: [string?, string?]};

const ambiguousStyle = ({fields: {timeStyle}}: Choice): NumericDate | undefined =>
	timeStyle.kind === 'numeric-date' ? timeStyle : undefined;

/** Whether its dates may be read in two ways as far as its first records tell. */
export const needsDateOrder = (choice: Choice): boolean => ambiguousStyle(choice) !== undefined;

/**
Decides month first or day first over all files of one format and header: by values that allow one reading only, then by which reading
keeps the log in order. Contradiction is refused; an open question is refused with both readings.
*/
export const decideDateOrders = async (choices: readonly Choice[], given: 'mdy' | 'dmy' | undefined, signal?: AbortSignal): Promise<readonly Choice[]> => {
	const families = new Map<string, readonly Choice[]>();
	for (const choice of choices.filter(each => ambiguousStyle(each))) {
		families.set(choice.family, [...families.get(choice.family) ?? [], choice]);
	}

	const orders = new Map<string, 'mdy' | 'dmy'>();
	for (const [family, members] of families) {
		orders.set(family, given ?? await decide(members, signal));
	}

	return choices.map(choice => {
		const style = ambiguousStyle(choice);
		const order = orders.get(choice.family);
		return style && order ? {...choice, fields: {...choice.fields, timeStyle: {...style, order}}} : choice;
	});
};

const decide = async (members: readonly Choice[], signal: AbortSignal | undefined): Promise<'mdy' | 'dmy'> => {
	const evidence: Evidence = {values: 0, mdyOnly: 0, dmyOnly: 0, mdyFalls: 0, dmyFalls: 0, example: '', contrary: []};
	for (const choice of members) {
		await weigh(choice, evidence, signal);
	}

	const {mdyOnly, dmyOnly, mdyFalls, dmyFalls, example, contrary} = evidence;
	const where = members.map(({file}) => file.path).join(', ');
	if (mdyOnly > 0 && dmyOnly > 0) {
		throw new ExpectedError(`its dates contradict each other: "${contrary[0]!}" has the month first, "${contrary[1]!}" the day`, {where, next: 'Say which with --date-order mdy or dmy; the others are then rejected one by one.'});
	}

	if (mdyOnly !== dmyOnly) {
		return mdyOnly > 0 ? 'mdy' : 'dmy';
	}

	if ((mdyFalls === 0) !== (dmyFalls === 0)) {
		return mdyFalls === 0 ? 'mdy' : 'dmy';
	}

	// Every date reads the same either way.
	if (example === '') {
		return 'mdy';
	}

	throw new ExpectedError(`its dates can be read in two ways: "${example}" may be ${reading(members[0]!, example, 'mdy')} or ${reading(members[0]!, example, 'dmy')}`, {where, next: 'Say which with --date-order mdy (month first) or --date-order dmy (day first).'});
};

const read = (choice: Choice, text: string, order: 'mdy' | 'dmy'): number | undefined => {
	const parsed = parseTime(text, {...ambiguousStyle(choice)!, order}, 'UTC');
	return 'at' in parsed ? parsed.at : undefined;
};

const reading = (choice: Choice, text: string, order: 'mdy' | 'dmy'): string => {
	const at = read(choice, text, order);
	return at === undefined ? 'no date' : new Date(at / 1000).toISOString().slice(0, 10);
};

const weigh = async (choice: Choice, evidence: Evidence, signal: AbortSignal | undefined): Promise<void> => {
	let [lastMdy, lastDmy] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for await (const {text, reason} of readRecords(choice.file, signal ? {signal} : {})) {
		const original = reason === undefined ? understand(choice, text)?.atOriginal : undefined;
		if (original === undefined) {
			continue;
		}

		const [mdy, dmy] = [read(choice, original, 'mdy'), read(choice, original, 'dmy')];
		if (mdy !== undefined && dmy === undefined) {
			evidence.mdyOnly++;
			evidence.contrary[0] ??= original;
		} else if (dmy !== undefined && mdy === undefined) {
			evidence.dmyOnly++;
			evidence.contrary[1] ??= original;
		} else if (mdy !== undefined && dmy !== undefined) {
			evidence.example ||= mdy === dmy ? '' : original;
			evidence.mdyFalls += mdy < lastMdy ? 1 : 0;
			evidence.dmyFalls += dmy < lastDmy ? 1 : 0;
			[lastMdy, lastDmy] = [mdy, dmy];
		}
	}
};
