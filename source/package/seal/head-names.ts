/* Heads of the journal that were signed when the case was reviewed: `heads/head-12.txt` with its seals. They stand beside the tag manifest, as the seals do. */

export const headsFolder = 'heads';

const pattern = /^head-([1-9]\d{0,14})\.txt(?:\.tsq|\.tsr|(?:\.[2-9]|\.[1-9]\d)?\.(?:sig|allowed_signers))?$/;

/** The number of the act of a file of a head, by its name without the folder; undefined: it is none. */
export const headNumber = (name: string): number | undefined => {
	const match = pattern.exec(name);
	return match ? Number(match[1]) : undefined;
};

export const headName = (seq: number): string => `head-${seq}.txt`;

/** What a head says: the act and the hash of its line, which covers all acts before it. */
export const parseHead = (text: string): {readonly seq: number; readonly hash: string} | undefined => {
	const [, seq, hash] = /^whosaw case journal, head\nact ([1-9]\d{0,14})\nhash ([\da-f]{64})\nat \S+\n$/.exec(text) ?? [];
	return seq === undefined || hash === undefined ? undefined : {seq: Number(seq), hash};
};
