import {escapeHtml} from '../../../document/html.ts';
import {escapeMarkdown} from '../../../document/markdown.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {ExpectedError} from '../../../errors.ts';
import {nearestName} from '../../../records/nearest-name.ts';

/** What a template can have filled in. Each is text; one that is empty takes its line with it when nothing else stands there. */
export const placeholders = [
	'date', 'name', 'greeting', 'customer', 'email', 'country', 'controller', 'why', 'what', 'when', 'other', 'others', 'authorities', 'consequences', 'measures', 'advice', 'contact', 'title',
] as const;
export type Placeholder = typeof placeholders[number];
export type Filling = Readonly<Record<Placeholder, string>>;

export type Template = {
	/** Of the letters: `txt`, `md` or `html`, as the template's own name ends. */
	readonly ending: 'txt' | 'md' | 'html';
	readonly fill: (filling: Filling) => string;
};

const endings: ReadonlyArray<readonly [name: RegExp, ending: Template['ending'], escape: (value: string) => string]> = [
	[/\.html?$/i, 'html', escapeHtml], [/\.(md|markdown)$/i, 'md', escapeMarkdown], [/(?:)/, 'txt', visibleText],
];

/** `{name}`; a brace that is meant itself is written twice. */
const mark = /\{\{|\}\}|\{([^{}\n]*)\}|[{}]/g;

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Refuses what is no placeholder before the first letter is written. */
const check = (name: string, text: string): void => {
	for (const {0: whole, 1: inside, index} of text.matchAll(mark)) {
		const where = `${name}, line ${lineOf(text, index)}`;
		if (inside !== undefined && !placeholders.includes(inside.trim() as Placeholder)) {
			const nearest = nearestName(inside.trim(), placeholders);
			throw new ExpectedError(`the template of the letters has no value for ${visibleText(whole)}`, {where, next: `${nearest === undefined ? '' : `Did you mean {${nearest}}? `}Known: ${placeholders.map(known => `{${known}}`).join(' ')}. A brace that is meant itself is written twice.`});
		}

		if (whole === '{' || whole === '}') {
			throw new ExpectedError('the template of the letters has a brace without its other', {where, next: 'Write {{ or }} for a brace that is meant itself.'});
		}
	}

	for (const needed of ['controller', 'what', 'when', 'contact'] as const) {
		if (!text.includes(`{${needed}}`)) {
			throw new ExpectedError(`the template of the letters leaves out {${needed}}`, {where: name, next: 'A letter says who writes, which data was reached, when, and whom to ask.'});
		}
	}
};

/** Reads a template; its name decides how values are escaped. */
export const readTemplate = (name: string, text: string): Template => {
	const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
	check(name, plain);
	const [, ending, escape] = endings.find(([pattern]) => pattern.test(name))!;
	const lines = plain.split('\n');
	const fillLine = (line: string, filling: Filling): readonly string[] => {
		const filled = line.replaceAll(mark, (whole: string, inside: string | undefined) => inside === undefined ? whole.slice(0, 1) : escape(filling[inside.trim() as Placeholder]));
		return filled.trim() === '' && line.trim() !== '' ? [] : [filled];
	};

	return {ending, fill: filling => lines.flatMap(line => fillLine(line, filling)).join('\n').replaceAll(/\n{3,}/g, '\n\n')};
};
