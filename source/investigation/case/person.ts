import type {Person} from '../../case/acts.ts';

/** An e-mail address in angle brackets is the id; else the name in small letters is. */
export const personOf = (text: string): Person => {
	const told = /^(.*)<([^<>]+)>\s*$/s.exec(text);
	const name = (told?.[1] ?? text).trim();
	return {name: name === '' ? told![2]!.trim() : name, id: (told?.[2] ?? text).trim().toLowerCase().replaceAll(/\s+/g, ' ')};
};
