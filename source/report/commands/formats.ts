import {usageError} from '../../errors.ts';
import {knownFormats, type KnownFormat} from '../../investigation/known-formats.ts';
import {nearestName} from '../../records/nearest-name.ts';
import type {Call} from '../call.ts';
import {writeToStream} from '../output.ts';
import {bullet, labelled, section, wrapText} from '../text-page.ts';

const nameWidth = Math.max(...knownFormats.map(({name}) => name.length)) + 2;

const listed = (): readonly string[] => [
	...knownFormats.flatMap(({name, title, recognised}) => labelled(name, `${title}: ${recognised}`, nameWidth)),
	'',
	'whosaw formats show NAME tells more; --format-of FILES=NAME reads files as one.',
];

const shown = ({name, title, recognised, about, limitations, rules}: KnownFormat): readonly string[] => [
	`${name}: ${title}`,
	...section('Recognised by', wrapText(recognised, 76)),
	...section('What it shows', wrapText(about, 76)),
	...section('Data by rule, where the log names none', rules.flatMap(text => bullet(text))),
	...section('Limitations', limitations.flatMap(text => bullet(text))),
];

const find = (name: string | undefined): KnownFormat => {
	const names = knownFormats.map(format => format.name);
	const format = knownFormats.find(known => known.name === name);
	if (format === undefined) {
		const nearest = nearestName(name ?? '', names);
		throw usageError(name === undefined ? 'which format?' : `no format "${name}"`, nearest === undefined ? `Formats: ${names.join(', ')}.` : `Did you mean ${nearest}?`);
	}

	return format;
};

/** `whosaw formats`, `whosaw formats show NAME`. */
export const formats = async (call: Call): Promise<number> => {
	const [action = 'list', name, ...more] = call.operands;
	if ((action !== 'list' && action !== 'show') || more.length > 0 || (action === 'list' && name !== undefined)) {
		throw usageError(`whosaw formats cannot ${call.operands.join(' ')}`, 'Say whosaw formats, or whosaw formats show NAME.');
	}

	await writeToStream(call.stdout, [`${(action === 'list' ? listed() : shown(find(name))).join('\n')}\n`]);
	return 0;
};
