import {filterFromFlags, type FilterFlags} from '../../source/filter/from-flags.ts';
import type {Investigation, LoadRequest, StreamingInvestigation} from '../../source/investigation/investigation.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {instantText} from './world-answer.ts';
import type {WorldOnDisk} from './world-disk.ts';
import type {Question} from './world-questions.ts';

const scoped = (flag: string): {readonly files: string; readonly value: {readonly role: string; readonly column: string}} => {
	const [, files, role, column] = /^([^:]+):([^=]+)=(.*)$/.exec(flag)!;
	return {files: files!, value: {role: role!, column: column!}};
};

/** A world and how it is to be read, without the command line. `maps` are values of `--map`. */
export const requestOfWorld = ({world, paths, employees, customers}: WorldOnDisk, maps: readonly string[]): LoadRequest => ({
	paths, employees: [employees], customers: [customers],
	timezones: [{files: 'crm*.csv', value: world.zone}],
	maps: maps.filter(text => text !== '--map').map(text => scoped(text)),
});

/** Opens a world, for the many questions that one load can answer. */
export const openWorld = async (disk: WorldOnDisk, maps: readonly string[]): Promise<StreamingInvestigation> => openInvestigation(requestOfWorld(disk, maps));

const names: Readonly<Record<string, keyof FilterFlags>> = {
	'--employee': 'employee', '--customer': 'customer', '--country': 'country', '--data-type': 'dataType', '--from': 'from', '--to': 'to', '--filter': 'filter',
};

const flagsOf = ({flags}: Question): FilterFlags => {
	const made: Record<string, unknown> = {};
	for (let index = 0; index < flags.length; index += 2) {
		const name = names[flags[index]!];
		const value = flags[index + 1]!;
		if (name !== undefined) {
			made[name] = ['from', 'to', 'filter'].includes(name) ? value : [...made[name] as string[] | undefined ?? [], value];
		}
	}

	return made as FilterFlags;
};

/** Moments as the reports print them. */
const withTexts = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) =>
	(key === 'firstAt' || key === 'lastAt') && typeof inner === 'number' ? instantText(inner) : inner));

/** The answer to a question, as the JSON of a report would have it. */
export const askWorld = async (investigation: Investigation, question: Question): Promise<string> => {
	const {displayTimezone} = question;
	const filter = filterFromFlags(flagsOf(question), {displayTimezone});
	const answer = await investigation.answer({filter, displayTimezone});
	return JSON.stringify({...withTexts(answer) as object, filter: {}, sources: []});
};
