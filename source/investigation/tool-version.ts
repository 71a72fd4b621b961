import {readFileSync} from 'node:fs';

/** The version in package.json, which stands above the sources and above what is built of them. */
export const toolVersion: string = (() => {
	for (const place of ['../../package.json', '../../../package.json']) {
		try {
			const {name, version} = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {readonly name?: string; readonly version?: string};
			if (name === 'whosaw' && version !== undefined) {
				return version;
			}
		} catch {
			// Not here: one folder further up.
		}
	}

	return 'unknown';
})();
