import {createRequire} from 'node:module';
import process from 'node:process';

type Environment = NodeJS.ProcessEnv;

/** NO_COLOR counts when it is set to anything (no-color.org). */
export const wantsColour = (environment: Environment): boolean => !environment['NO_COLOR'];

/*
What Ink, React and chalk read from the environment once, when they are loaded, and what they must find there:
- with CI set, Ink draws nothing until it ends; whoever looks at a terminal wants to see it, whatever else runs there;
- without NODE_ENV=production React takes five times as long. A React that is loaded already has decided, and half of it in another
  mode draws nothing and says nothing;
- chalk does not know NO_COLOR, and with `--no-color` among the arguments drops bold and inverse too. The writer takes the colours out.
  Node warns on the screen about a NO_COLOR beside a FORCE_COLOR, so the former is out of sight meanwhile.
*/
const whileLoading = (environment: Environment, colour: boolean): Environment => ({
	CI: undefined,
	CONTINUOUS_INTEGRATION: undefined,
	...(colour || environment['FORCE_COLOR'] !== undefined ? {} : {FORCE_COLOR: '1', NO_COLOR: undefined}),
});

/** Changed in place: libraries hold on to the object. What we start later, an editor say, gets the environment as it was. */
const assign = (environment: Environment, values: Environment): void => {
	for (const [name, value] of Object.entries(values)) {
		if (value === undefined) {
			delete environment[name];
		} else {
			environment[name] = value;
		}
	}
};

const isReactLoaded = (): boolean => {
	const require = createRequire(import.meta.url);
	return require.cache[require.resolve('react')] !== undefined;
};

/** Ink with its `render`. Load it through this before anything that imports ink or react. */
export const loadInk = async (colour: boolean): Promise<typeof import('ink')> => {
	if (!isReactLoaded()) {
		process.env['NODE_ENV'] ??= 'production';
	}

	const changes = whileLoading(process.env, colour);
	const before = Object.fromEntries(Object.keys(changes).map(name => [name, process.env[name]]));
	assign(process.env, changes);
	try {
		return await import('ink');
	} finally {
		assign(process.env, before);
	}
};
