/** Names that lead out of the bag, or that one system reads otherwise than another. Returns what is wrong, or undefined. */
export const unsafePath = (path: string): string | undefined => {
	if (path.startsWith('/')) {
		return 'is absolute';
	}

	if (path.startsWith('~')) {
		return 'begins with ~, which some tools take for a home directory';
	}

	if (/^[A-Za-z]:/.test(path)) {
		return 'names a drive';
	}

	if (path.includes('\\')) {
		return 'has a backslash';
	}

	if (path.includes('\0')) {
		return 'has a NUL';
	}

	const parts = path.split('/');
	if (parts.includes('..')) {
		return 'leads out of the bag';
	}

	return parts.some(part => part === '' || part === '.') ? 'has an empty or idle part' : undefined;
};

/** BagIt 1.0 writes LF, CR and % in names as %0A, %0D and %25, and no other character so. Undefined: another one is. */
export const decodePath = (path: string): string | undefined => {
	if (/%(?!0A|0D|25)/i.test(path)) {
		return undefined;
	}

	const characters: Readonly<Record<string, string>> = {'%0A': '\n', '%0D': '\r', '%25': '%'};
	return path.replaceAll(/%(?:0A|0D|25)/gi, code => characters[code.toUpperCase()] ?? code);
};
