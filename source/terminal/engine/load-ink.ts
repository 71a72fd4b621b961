import process from 'node:process';

type Environment = NodeJS.ProcessEnv;

/** NO_COLOR counts when it is set to anything (no-color.org). */
export const wantsColour = (environment: Environment): boolean => !environment['NO_COLOR'];

/*
What Ink, React and chalk read from the environment once, when they are loaded, and what they must find there:
- with CI set, Ink draws nothing until it ends; whoever looks at a terminal wants to see it, whatever else runs there;
- without NODE_ENV=production React takes five times as long;
- chalk does not know NO_COLOR, and with `--no-color` among the arguments drops bold and inverse too. The writer takes the colours out.
*/
const forLoading = (environment: Environment, colour: boolean): Environment => {
	const {CI: _, CONTINUOUS_INTEGRATION: __, ...rest} = environment;
	return {...rest, ...(colour || rest['FORCE_COLOR'] !== undefined ? {} : {FORCE_COLOR: '1'})};
};

/** Ink with its `render`. Load it through this before anything that imports ink or react. */
export const loadInk = async (colour: boolean): Promise<typeof import('ink')> => {
	process.env['NODE_ENV'] ??= 'production';
	const environment = process.env;
	process.env = forLoading(environment, colour);
	try {
		return await import('ink');
	} finally {
		process.env = environment;
	}
};
