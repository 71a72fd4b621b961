import type {State} from '../app/state.ts';
import {withFound} from '../screens/start/start-state.ts';
import type {Effect, EffectContext, Opening} from './context.ts';
import {failureText} from './failure.ts';

/** Looks through the folder, completes a path, and finds out how to open what was chosen. */
export const startEffect = ({store, start: doors, now, held}: EffectContext): Effect => {
	const work = new AbortController();
	let looking = false;
	let completed: string | undefined;
	let opening: State['start'];

	const look = async (): Promise<void> => {
		const isWhole = await doors?.look({signal: work.signal, onFound(likely) {
			store.dispatch({type: 'start', change: start => withFound(start, likely)});
		}});
		store.dispatch({type: 'start', change: start => ({...start, looked: true, isPart: isWhole === false})});
	};

	const complete = async (typed: string): Promise<void> => {
		const items = await doors?.complete(typed) ?? [];
		store.dispatch({type: 'start', change: start => start.line?.editor.text === typed ? {...start, line: {...start.line, completions: {of: typed, items}}} : start});
	};

	const open = async (chosen: NonNullable<NonNullable<State['start']>['chosen']>): Promise<void> => {
		try {
			const found: Opening = await ('demo' in chosen ? doors!.demo() : doors!.open(chosen.paths));
			held.opening = found;
			store.dispatch({type: 'opened', request: found.request, commandPaths: found.commandPaths, ...(found.caseFolder === undefined ? {} : {caseFolder: found.caseFolder}), ...(found.pseudonymKey === undefined ? {} : {pseudonymKey: found.pseudonymKey}), now: now()});
		} catch (error) {
			opening = undefined;
			store.dispatch({type: 'start', change: start => ({...start, chosen: undefined})});
			store.dispatch({type: 'say', message: failureText(error)});
		}
	};

	return {
		look({start}) {
			if (!start || !doors) {
				work.abort();
				return;
			}

			if (!looking) {
				looking = true;
				void look();
			}

			const typed = start.line?.editor.text;
			if (typed !== undefined && typed !== completed) {
				completed = typed;
				void complete(typed);
			}

			if (start.chosen && !opening) {
				opening = start;
				void open(start.chosen);
			}
		},
		end() {
			work.abort();
		},
	};
};
