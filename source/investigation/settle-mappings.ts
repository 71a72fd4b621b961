import {ExpectedError} from '../errors.ts';
import type {PreparedFile} from '../files/prepared-file.ts';
import {columnsOf, columnText, guessMapping, type MappingGuess} from '../formats/guess-mapping.ts';
import type {Sample} from '../formats/format.ts';
import {choosePlan, UnclearMapping, type Choice} from './choose-plan.ts';
import {asRequested, withDecided, type Decided, type Decide, type MappingDoubt} from './doubt.ts';
import {grouped} from './grouped.ts';
import type {LoadRequest} from './investigation.ts';

/** A file, and how it is to be read as far as it alone can tell: a choice, or the error that kept it from one. */
export type Prepared = {readonly file: PreparedFile; readonly sample: Sample; readonly named: boolean; readonly chosen: {readonly choice: Choice} | {readonly error: unknown}};

export type Settling = {
	readonly request: LoadRequest;
	readonly decide: Decide;
	/** Ask about tables that are clear, too. */
	readonly review: boolean;
	/** Told of what was decided, as it becomes part of the request. */
	readonly onDecided: (decided: Decided) => void;
};

/** Enough to see that the columns mean what they should. */
const shownRows = 5;

/** Below a folder a table without times is no log; nobody is asked about it. */
const isDoubtful = ({chosen, named}: Prepared, review: boolean): boolean => 'choice' in chosen
	? review && Object.keys(chosen.choice.mapping).length > 0
	: chosen.error instanceof UnclearMapping && (named || !/not clear.*time/.test(chosen.error.message));

const guessOf = ({sample, chosen}: Prepared): MappingGuess => 'choice' in chosen
	? {mapping: chosen.choice.mapping, candidates: guessMapping(sample).candidates}
	: (chosen.error as UnclearMapping).guess;

const doubtOf = (members: readonly [Prepared, ...Prepared[]]): MappingDoubt => {
	const [first] = members;
	const {mapping, candidates} = guessOf(first);
	const columns = columnsOf(first.sample);
	const shown = [...new Set([...columns, ...Object.values(mapping), ...Object.values(candidates).flat()])];
	return {
		kind: 'mapping', paths: members.map(({file}) => file.path), columns, mapping: mapping as MappingDoubt['mapping'], candidates: candidates as MappingDoubt['candidates'],
		rows: Array.from({length: Math.min(shownRows, first.sample.rows.length)}, (_, row) => Object.fromEntries(shown.flatMap(column => {
			const text = columnText(first.sample, column, row);
			return text === undefined ? [] : [[column, text]];
		}))),
	};
};

const chosenWith = (request: LoadRequest) => (prepared: Prepared): Prepared => {
	try {
		return {...prepared, chosen: {choice: choosePlan(prepared.file, prepared.sample, request)}};
	} catch (error) {
		return {...prepared, chosen: {error}};
	}
};

/** Why a decision is not enough, for who made it; another fault than an unclear mapping is thrown on. */
const problemOf = (members: readonly Prepared[]): string | undefined => {
	for (const {chosen} of members) {
		if ('error' in chosen) {
			if (!(chosen.error instanceof ExpectedError)) {
				throw chosen.error;
			}

			const {mapping, candidates} = chosen.error instanceof UnclearMapping ? chosen.error.guess : {mapping: {}, candidates: {}} as MappingGuess;
			return mapping.count !== undefined && candidates.customer
				? `${chosen.error.message}: if “${candidates.customer[0]!}” names no customers, make it the resource`
				: chosen.error.message;
		}
	}

	return undefined;
};

/** Asks about each kind of table that is not clear, until it is; every other file stays as it was. */
export const settleMappings = async (prepared: readonly Prepared[], {request, decide, review, onDecided}: Settling): Promise<{readonly prepared: readonly Prepared[]; readonly request: LoadRequest}> => {
	const kinds = grouped(prepared.filter(each => isDoubtful(each, review)), ({sample}) => columnsOf(sample).join('\u001F'));
	let settled = prepared;
	let said = request;
	for (const members of kinds) {
		let doubt = doubtOf(members);
		for (;;) {
			const decision = await decide(doubt);
			const decided = asRequested(doubt, decision, members.length === prepared.length);
			const tried = withDecided(said, decided);
			const again = members.map(chosenWith(tried));
			const problem = problemOf(again);
			if (problem === undefined) {
				said = tried;
				settled = settled.map(each => again.find(({file}) => file === each.file) ?? each);
				onDecided(decided);
				break;
			}

			doubt = {...doubt, problem, ...(decision.kind === 'mapping' ? {mapping: decision.mapping} : {})};
		}
	}

	return {prepared: settled, request: said};
};

