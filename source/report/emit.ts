import type {Call} from './call.ts';
import {checkOutput, refuseSource, writeToFile, writeToStream, type Text} from './output.ts';

const target = ({flags}: Call): string | undefined => {
	const path = flags.one('output');
	return path === '-' ? undefined : path;
};

/** Before the work: would the result have a place? */
export const checkTarget = async (call: Call): Promise<void> => {
	const path = target(call);
	if (path !== undefined) {
		await refuseSource(path, call.request.paths.map(source => ({path: source})));
		await checkOutput(path, call.flags.on('force'));
	}
};

/** The result, to --output or to stdout. */
export const emit = async (call: Call, text: Text, sources: ReadonlyArray<{readonly path: string}> = []): Promise<void> => {
	const path = target(call);
	if (path === undefined) {
		await writeToStream(call.stdout, text);
	} else {
		await refuseSource(path, sources);
		await writeToFile(path, text);
	}
};
