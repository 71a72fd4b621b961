import type {Effect, EffectContext} from './context.ts';

/** Remembers what was opened, once it was understood: a path that could not be read is no place to return to. */
export const keepEffect = ({keep}: EffectContext): Effect => {
	let kept = false;
	return {
		look({facts, commandPaths}) {
			if (facts && !kept && keep && !commandPaths.includes('-') && facts.sources.length > 0) {
				kept = true;
				keep.opened(commandPaths);
			}
		},
		end() {
			// Nothing is under way.
		},
	};
};
