/** The one file that is signed and time-stamped: it covers all else. */
export const covering = 'tagmanifest-sha256.txt';

/** Of every signature, so that one made for something else does not pass for one of a case file. */
export const namespace = 'whosaw-casefile@v1';

export const requestName = `${covering}.tsq`;
export const responseName = `${covering}.tsr`;

/** A convenience for those who check by hand. It proves nothing: whoever changes the case file can change it too. */
export const signersName = 'allowed_signers';

/** The first signature, and those of further people: `….sig`, `….2.sig`, `….3.sig`. */
export const signatureName = (number: number): string => number === 1 ? `${covering}.sig` : `${covering}.${number}.sig`;

const signaturePattern = /^tagmanifest-sha256\.txt\.(?:([2-9]|[1-9]\d)\.)?sig$/;

/** The number of a signature by the name of its file; undefined: it is none. */
export const signatureNumber = (path: string): number | undefined => {
	const match = signaturePattern.exec(path);
	return match ? Number(match[1] ?? 1) : undefined;
};

/** Made after the tag manifest, so it cannot cover them. */
export const isSeal = (path: string): boolean => [covering, requestName, responseName, signersName].includes(path) || signatureNumber(path) !== undefined;
