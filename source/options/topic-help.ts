import {usageError} from '../errors.ts';
import {nearestName} from '../records/nearest-name.ts';
import {commandNames, findCommand} from './commands.ts';
import {commandHelp, generalHelp} from './help.ts';

/** `whosaw help [COMMAND]`, as it was typed. */
export const topicHelp = (topic: string | undefined): string => {
	if (topic === undefined) {
		return generalHelp();
	}

	const known = findCommand(topic);
	if (known) {
		return commandHelp(known.name);
	}

	const nearest = nearestName(topic, commandNames);
	throw usageError(`no command "${topic}"`, nearest === undefined ? `Commands: ${commandNames.join(', ')}.` : `Did you mean whosaw help ${nearest}?`);
};
