/** What a path may go on with, as it was found for a text. */
export type PathCompletions = {readonly of: string; readonly items: readonly string[]};

/** What all of them begin with. */
const commonStart = (items: readonly string[]): string => {
	let common = items[0] ?? '';
	while (!items.every(item => item.startsWith(common))) {
		common = common.slice(0, -1);
	}

	return common;
};

/** What Tab makes of a path that is typed, or what it says where it makes nothing of it. */
export const completePath = (text: string, completions: PathCompletions | undefined): {readonly text: string} | {readonly message: string} => {
	if (completions?.of !== text) {
		return {message: 'The folder is still being read; press Tab again.'};
	}

	const {items} = completions;
	const common = commonStart(items);
	return common.length > text.length ? {text: common} : {message: items.length === 0 ? 'Nothing begins like that.' : 'Type on; Tab completes what is the same in all.'};
};
