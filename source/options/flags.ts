import {usageError} from '../errors.ts';
import {options, type Option, type OptionName, type SettingsKey} from '../options.ts';
import {nearestName} from '../records/nearest-name.ts';
import type {CommandName} from './commands.ts';

/** What the person said, by option. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** The options of one call, wherever they were said. */
export type Flags = {
	one(name: OptionName): string | undefined;
	many(name: OptionName): readonly string[];
	on(name: OptionName): boolean;
	/** True when it stands on the command line itself. */
	said(name: OptionName): boolean;
};

export type FlagSources = {
	readonly command: CommandName;
	readonly given: Given;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Only where settings may decide: never for a scripted result's content. */
	readonly settings?: Readonly<Partial<Record<SettingsKey, string>>>;
};

const table = new Map<string, Option>(options.map(option => [option.name, option]));

const isOff = (option: Option, value: string): boolean =>
	value === '' || (option.environment !== 'NO_COLOR' && ['0', 'false', 'no', 'off'].includes(value.toLowerCase()));

/** Refuses a value that the option does not have; `saidBy` is what stands before it: the flag or the variable. */
export const checkChoice = (option: Option, value: string, saidBy: string): void => {
	if (option.choices && !option.choices.includes(value)) {
		const nearest = nearestName(value, option.choices);
		throw usageError(`${saidBy}${value}: ${option.name === 'by' ? 'there are no such rows' : `there is no such ${option.name.replaceAll('-', ' ')}`}`, `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Say one of: ${option.choices.join(', ')}.`);
	}
};

const fromEnvironment = (option: Option, {environment}: FlagSources): readonly string[] | undefined => {
	const value = option.environment === undefined ? undefined : environment[option.environment];
	if (value === undefined || value === '') {
		return undefined;
	}

	if (option.value === undefined && isOff(option, value)) {
		return [];
	}

	checkChoice(option, value, `${option.environment}=`);
	return [value];
};

const fromSettings = (option: Option, {settings}: FlagSources): readonly string[] | undefined => {
	const value = option.setting === undefined ? undefined : settings?.[option.setting];
	return value === undefined || value === '' || (option.value === undefined && isOff(option, value)) ? undefined : [value];
};

/** Precedence: flag, environment, settings, default. */
const valuesOf = (name: OptionName, sources: FlagSources): readonly string[] => {
	const option = table.get(name)!;
	if (option.commands !== 'all' && !option.commands.includes(sources.command)) {
		return [];
	}

	return sources.given.get(name)
		?? fromEnvironment(option, sources)
		?? fromSettings(option, sources)
		?? (option.fallback === undefined ? [] : [option.fallback]);
};

/** Answers for each option of a command what holds. */
export const flagsOf = (sources: FlagSources): Flags => ({
	one: name => valuesOf(name, sources).at(-1),
	many: name => valuesOf(name, sources),
	on: name => valuesOf(name, sources).length > 0,
	said: name => sources.given.has(name),
});
