import type {Effect, EffectContext} from './context.ts';

/** Remembers what was opened, once it was understood: a path that could not be read is no place to return to. Who acts, once it was said; and the theme that was chosen. */
export const keepEffect = ({keep, store}: EffectContext): Effect => {
	let shown = store.state().theme;
	let kept = false;
	let known: object | undefined;
	return {
		look({facts, commandPaths, actor, theme}) {
			if (facts && !kept && !commandPaths.includes('-') && facts.sources.length > 0) {
				kept = true;
				void keep?.opened(commandPaths);
			}

			if (actor && actor !== known) {
				known = actor;
				void keep?.actor(actor.name, actor.agency);
			}

			if (theme !== shown) {
				shown = theme;
				void keep?.theme(theme);
			}
		},
		end() {
			// Nothing is under way.
		},
	};
};
