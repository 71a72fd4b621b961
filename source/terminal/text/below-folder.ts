/** How each of several paths is called where they stand together: below the folder that all of them share. One alone keeps its whole path. */
export const belowFolder = (paths: readonly string[]): ((path: string) => string) => {
	const [first = '', ...others] = paths;
	if (others.length === 0) {
		return path => path;
	}

	// Inside an archive there are no folders of the disk: it stays named.
	let shared = first.split('!')[0]!.replace(/[^/]*$/, '');
	while (shared !== '' && !others.every(other => other.startsWith(shared))) {
		shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
	}

	return path => path.startsWith(shared) ? path.slice(shared.length) : path;
};
