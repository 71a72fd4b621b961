import {usageError} from '../../errors.ts';
import {nearestName} from '../../records/nearest-name.ts';
import {bashCompletion} from './bash.ts';
import {shells, type Shell} from './completion-words.ts';
import {fishCompletion} from './fish.ts';
import {zshCompletion} from './zsh.ts';

const scripts: Readonly<Record<Shell, () => string>> = {bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion};

/** `whosaw completion SHELL`: what it prints. */
export const completionCommand = ([name, ...more]: readonly string[]): string => {
	const shell = shells.find(known => known === name);
	if (shell === undefined || more.length > 0) {
		const nearest = shell === undefined && name !== undefined ? nearestName(name, shells) : undefined;
		const what = name === undefined ? 'for which shell?' : (shell === undefined ? `no completion for "${name}"` : 'one shell at a time');
		throw usageError(what, nearest === undefined ? `Say one of: ${shells.join(', ')}.` : `Did you mean ${nearest}?`);
	}

	return scripts[shell]();
};
