/*
Names, e-mail addresses and telephone numbers are hidden on the screen until they are asked for: people walk past screens.
What is hidden keeps its first letter and its shape, so that two of them can be told apart while one looks.
*/
export {unseen} from '../../document/known-accounts.ts';

/** It begins where its letters do: looking for its sign from each letter of a long word would take time with the square of its length. */
const address = /(?<![\w.+'-])[\w.+'-]+@(?=[\w-]+\.[\w.-]+)/g;
const phone = /(?<![\w.:/-])(?:\+\d[\d ().-]{6,}\d|\(\d{2,5}\) ?\d[\d -]{4,}\d|\d{3}[ .-]\d{3,4}[ .-]\d{4})(?![\w:-])/g;

/** `jane.doe@example.com` → `j•••@example.com`; `+44 20 7946 0958` → `+44•••58`. */
export const maskText = (text: string): string => text
	.replaceAll(address, found => `${found.slice(0, 1)}•••@`)
	.replaceAll(phone, found => `${found.slice(0, 3)}•••${found.slice(-2)}`);

/** `Jo Rivera (nights)` → `J• R• n•`: a name stands beside an id in narrow columns. */
export const maskName = (name: string): string => name
	.split(/\s+/)
	.filter(Boolean)
	.map(word => `${/[\p{L}\p{N}]/u.exec(word)?.[0] ?? [...word][0]}•`)
	.join(' ');

/** A field of a record whose name says that it holds a person's name. */
export const holdsName = (field: string): boolean => /(?:^|[._\s-])(?:(?:first|last|full|display|given|family|sur|middle)[._\s-]?)?name$/i.test(field.replaceAll(/([a-z])([A-Z])/g, '$1_$2')) && !/file|host|table|event|user_?name|system|resource/i.test(field);
