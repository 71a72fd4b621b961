import {visibleText} from './visible-text.ts';

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;', '`': '&#96;'};

/** A value as HTML text, also inside a quoted attribute. Never put it into a script, a style or an unquoted attribute. */
export const escapeHtml = (value: string): string => visibleText(value).replaceAll(/[&<>"'`]/g, character => entities[character] ?? character);
