import {clip} from './account-words.ts';

/** How much is said: rows of a list, characters of a text that a person wrote, and characters of a name. */
export type Detail = {readonly rows: number; readonly text: number; readonly name: number; readonly chart: boolean};

/** A name, a title or another short text: cut at its own length, or sooner where the page holds no more. */
export const clipName = (text: string, length: number, {name}: Detail): string => clip(text, Math.min(length, name));
