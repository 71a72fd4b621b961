import {ExpectedError} from '../errors.ts';
import {readRecords} from '../files/read-records.ts';
import type {TimeStyle} from '../records/field-expression.ts';
import {parseTime} from '../records/parse-time.ts';
import type {Choice, DateEvidence} from './choose-plan.ts';
import type {DateOrderDoubt, Decide, Decided} from './doubt.ts';
import {understand} from './second-reader.ts';

type NumericDate = Extract<TimeStyle, {readonly kind: 'numeric-date'}>;

/** What the dates of a family tell: an order, or that it is open. An order that nothing hangs on is not certain. */
type Verdict = {readonly order: 'mdy' | 'dmy'; readonly certain: boolean} | {readonly open: DateOrderDoubt};

export type Deciding = {
	/** Said on the command line. */
	readonly given?: 'mdy' | 'dmy' | undefined;
	/** A person who can be asked. */
	readonly ask?: Decide;
	readonly onDecided?: (decided: Decided) => void;
	/** Files that are loaded already and count as well, by what was found in them then. */
	readonly loaded?: readonly Choice[] | undefined;
	readonly signal?: AbortSignal;
};

const ambiguousStyle = ({fields: {timeStyle}}: Choice): NumericDate | undefined =>
	timeStyle.kind === 'numeric-date' ? timeStyle : undefined;

/** Whether its dates may be read in two ways as far as its first records tell. */
export const needsDateOrder = (choice: Choice): boolean => ambiguousStyle(choice) !== undefined;

/**
Decides month first or day first over all files of one format and header: by values that allow one reading only, then by which reading
keeps the log in order. Contradiction is refused; an open question is refused with both readings.
*/
export const decideDateOrders = async (choices: readonly Choice[], {given, ask, onDecided, loaded = [], signal}: Deciding): Promise<readonly Choice[]> => {
	const weighed: Choice[] = [];
	for (const choice of choices) {
		weighed.push(given === undefined && ambiguousStyle(choice) ? {...choice, dates: await weigh(choice, signal)} : choice);
	}

	const families = new Map<string, readonly Choice[]>();
	for (const choice of weighed.filter(each => ambiguousStyle(each))) {
		families.set(choice.family, [...families.get(choice.family) ?? loaded.filter(each => ambiguousStyle(each) && each.family === choice.family), choice]);
	}

	const verdicts = new Map<string, Verdict>([...families].map(([family, members]) => [family, given === undefined ? decide(members) : {order: given, certain: true}]));
	const asked = given === undefined ? await askOrder([...verdicts.values()], ask) : undefined;
	if (asked !== undefined) {
		onDecided?.({dateOrder: asked});
	}

	return weighed.map(choice => {
		const style = ambiguousStyle(choice);
		const verdict = verdicts.get(choice.family);
		const order = verdict && ('order' in verdict ? verdict.order : asked);
		return style && order ? {...choice, fields: {...choice.fields, timeStyle: {...style, order}}} : choice;
	});
};

/** One order for all that is open, as `--date-order` gives one; refused where nobody can be asked. */
const askOrder = async (verdicts: readonly Verdict[], ask: Decide | undefined): Promise<'mdy' | 'dmy' | undefined> => {
	const open = verdicts.flatMap(verdict => 'open' in verdict ? [verdict.open] : []);
	const first = open[0];
	if (!first) {
		return undefined;
	}

	const {paths, example, mdy, dmy} = first;
	const decision = await ask?.({...first, paths: open.flatMap(one => one.paths)});
	if (decision?.kind !== 'date-order') {
		throw new ExpectedError(`its dates can be read in two ways: "${example}" may be ${mdy} or ${dmy}`, {where: paths.join(', '), next: 'Say which with --date-order mdy (month first) or --date-order dmy (day first).'});
	}

	const other = verdicts.find(verdict => 'order' in verdict && verdict.certain && verdict.order !== decision.order);
	if (other && 'order' in other) {
		throw new ExpectedError(`the dates of other files here are ${other.order === 'mdy' ? 'month' : 'day'} first by their own values, and one order holds for all`, {where: paths.join(', '), next: 'Open these files apart from the others.'});
	}

	return decision.order;
};

/** What all of them say together. */
const sumOf = (all: readonly DateEvidence[]): DateEvidence => {
	const sum = (name: 'mdyOnly' | 'dmyOnly' | 'mdyFalls' | 'dmyFalls'): number => all.reduce((total, each) => total + each[name], 0);
	return {
		mdyOnly: sum('mdyOnly'), dmyOnly: sum('dmyOnly'), mdyFalls: sum('mdyFalls'), dmyFalls: sum('dmyFalls'), example: all.find(({example}) => example !== '')?.example ?? '',
		contrary: [all.find(({contrary: [mdy]}) => mdy !== undefined)?.contrary[0], all.find(({contrary: [, dmy]}) => dmy !== undefined)?.contrary[1]],
	};
};

const decide = (members: readonly Choice[]): Verdict => {
	const {mdyOnly, dmyOnly, mdyFalls, dmyFalls, example, contrary} = sumOf(members.flatMap(({dates}) => dates ?? []));
	const paths = members.map(({file}) => file.path);
	if (mdyOnly > 0 && dmyOnly > 0) {
		throw new ExpectedError(`its dates contradict each other: "${contrary[0]!}" has the month first, "${contrary[1]!}" the day`, {where: paths.join(', '), next: 'Say which with --date-order mdy or dmy; the others are then rejected one by one.'});
	}

	if (mdyOnly !== dmyOnly) {
		return {order: mdyOnly > 0 ? 'mdy' : 'dmy', certain: true};
	}

	if ((mdyFalls === 0) !== (dmyFalls === 0)) {
		return {order: mdyFalls === 0 ? 'mdy' : 'dmy', certain: true};
	}

	// Every date reads the same either way.
	if (example === '') {
		return {order: 'mdy', certain: false};
	}

	return {open: {kind: 'date-order', paths, example, mdy: reading(members[0]!, example, 'mdy'), dmy: reading(members[0]!, example, 'dmy')}};
};

const read = (choice: Choice, text: string, order: 'mdy' | 'dmy'): number | undefined => {
	const parsed = parseTime(text, {...ambiguousStyle(choice)!, order}, 'UTC');
	return 'at' in parsed ? parsed.at : undefined;
};

const reading = (choice: Choice, text: string, order: 'mdy' | 'dmy'): string => {
	const at = read(choice, text, order);
	return at === undefined ? 'no date' : new Date(at / 1000).toISOString().slice(0, 10);
};

const weigh = async (choice: Choice, signal: AbortSignal | undefined): Promise<DateEvidence> => {
	const contrary: [string?, string?] = [];
	const evidence = {mdyOnly: 0, dmyOnly: 0, mdyFalls: 0, dmyFalls: 0, example: ''};
	let [lastMdy, lastDmy] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for await (const {text, reason} of readRecords(choice.file, signal ? {signal} : {})) {
		const original = reason === undefined ? understand(choice, text)?.atOriginal : undefined;
		if (original === undefined) {
			continue;
		}

		const [mdy, dmy] = [read(choice, original, 'mdy'), read(choice, original, 'dmy')];
		if (mdy !== undefined && dmy === undefined) {
			evidence.mdyOnly++;
			contrary[0] ??= original;
		} else if (dmy !== undefined && mdy === undefined) {
			evidence.dmyOnly++;
			contrary[1] ??= original;
		} else if (mdy !== undefined && dmy !== undefined) {
			evidence.example ||= mdy === dmy ? '' : original;
			evidence.mdyFalls += mdy < lastMdy ? 1 : 0;
			evidence.dmyFalls += dmy < lastDmy ? 1 : 0;
			[lastMdy, lastDmy] = [mdy, dmy];
		}
	}

	return {...evidence, contrary};
};
