import {loadIndex, type Built} from './index-load.ts';
import type {IndexRequest} from './open-index.ts';

/** Loads the exports of a case into its index. */
export const buildIndex = async (wanted: IndexRequest): Promise<Built> => {
	const loaded = await loadIndex(wanted);
	if ('reason' in loaded) {
		return loaded;
	}

	try {
		return await loaded.put(wanted.key);
	} finally {
		loaded.close();
	}
};
