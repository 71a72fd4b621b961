import type {Effect, EffectContext} from './context.ts';

/** Remembers what was opened, once it was understood: a path that could not be read is no place to return to. And who acts, once it was said. */
export const keepEffect = ({keep}: EffectContext): Effect => {
	let kept = false;
	let known: object | undefined;
	return {
		look({facts, commandPaths, actor}) {
			if (facts && !kept && !commandPaths.includes('-') && facts.sources.length > 0) {
				kept = true;
				keep?.opened(commandPaths);
			}

			if (actor && actor !== known) {
				known = actor;
				keep?.actor(actor.name, actor.agency);
			}
		},
		end() {
			// Nothing is under way.
		},
	};
};
