/** What stands beside the array of an answer, and is no part of a record. */
const besideRecords = new Set(('kind etag meta total total_count totalCount totalSize totalResults count size page per_page pageSize page_size limit offset start chunk_size done ok has_more hasMore more '
	+ 'cursor next next_page nextPage nextPageToken nextLink next_stream_position NextToken nextToken nextForwardToken nextBackwardToken nextSyncToken previous_page previous prev first last self endCursor end_cursor response_metadata '
	+ 'searchedLogStreams searchStatistics links link _links paging pagination pageInfo page_info @odata.context @odata.nextLink @odata.count').split(' '));

const ofBundle = new Set(['resourceType', 'id', 'type', 'timestamp', 'language', 'implicitRules']);

/** Products whose answer leaves the array out where nothing is in it. */
const leavingOut: ReadonlyArray<readonly [word: string, value: string, key: string]> = [['kind', 'admin#reports#activities', 'items'], ['resourceType', 'Bundle', 'entry']];

/** The object of a whole text, where it is one. */
export const wholeObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
	try {
		const value = JSON.parse(text) as unknown;
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : undefined;
	} catch {
		return undefined;
	}
};

/**
The key of the empty array in an object that holds nothing else but words about pages: an export of a time in which nothing happened. An object that says more may
be a record, which nobody may take for nothing.
*/
export const emptyEnvelope = (text: string, isKnown: (key: string) => boolean): string | undefined => {
	const object = wholeObject(text);
	if (!object) {
		return undefined;
	}

	const keys = Object.keys(object);
	const arrays = keys.filter(key => isKnown(key) && Array.isArray(object[key]) && object[key].length === 0);
	const left = arrays.length === 0 ? leavingOut.find(([word, value, key]) => object[word] === value && !Object.hasOwn(object, key)) : undefined;
	const key = arrays.length === 1 ? arrays[0] : left?.[2];
	const isBundle = object['resourceType'] === 'Bundle';
	return key !== undefined && keys.every(each => each === key || besideRecords.has(each) || (isBundle && ofBundle.has(each))) ? key : undefined;
};
