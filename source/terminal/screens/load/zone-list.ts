import type {AskedZone} from '../../app/asked.ts';

/** What can be chosen: a zone by its name, or none, which is UTC, assumed. */
export type ZoneChoice = {readonly zone: string | undefined; readonly title: string};

const assumed: ZoneChoice = {zone: undefined, title: 'UTC, assumed'};

let names: readonly string[] | undefined;

/** Every zone of the IANA database that this machine knows. */
const zoneNames = (): readonly string[] => {
	names ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
	return names;
};

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_]+/g, ' ').trim();

/** The zones whose name holds what is typed, those whose place begins with it first; nothing typed: all, with the assumption on top. */
export const zoneChoices = ({editor}: Pick<AskedZone, 'editor'>): readonly ZoneChoice[] => {
	const typed = plain(editor.text);
	if (typed === '') {
		return [assumed, ...zoneNames().map(zone => ({zone, title: zone}))];
	}

	const found = zoneNames().filter(zone => plain(zone).includes(typed));
	const begins = (zone: string): boolean => plain(zone).split('/').some(part => part.startsWith(typed));
	return [...found.filter(zone => begins(zone)), ...found.filter(zone => !begins(zone))].map(zone => ({zone, title: zone}));
};
