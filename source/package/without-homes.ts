import {posix} from 'node:path';
import type {Filter} from '../filter/filter.ts';
import type {CaseFileContents, PackagedEvidence} from './contents.ts';
import {treeWithoutHomes, withoutHome, withoutHomesOf} from './home-paths.ts';
import type {PackagedCase} from './packaged-case.ts';

type Asked = {readonly filter: string; readonly tree: Filter; readonly sentence: string};

const asked = <Item extends Asked>(item: Item): Item => ({
	...item, filter: withoutHomesOf(item.tree, item.filter), tree: treeWithoutHomes(item.tree), sentence: withoutHomesOf(item.tree, item.sentence),
});

/** A pattern that names a home holds for the file by its name alone, as the file is found elsewhere. */
const patterns = <Item extends {readonly files?: string}>(items: readonly Item[] | undefined): readonly Item[] | undefined =>
	items?.map(item => item.files === undefined || withoutHome(item.files) === item.files ? item : {...item, files: posix.basename(item.files.replaceAll('\\', '/'))});

const readingOf = ({timezones, maps, formats, ...reading}: PackagedCase['reading']): PackagedCase['reading'] => {
	const [zones, columns, named] = [patterns(timezones), patterns(maps), patterns(formats)];
	return {...reading, ...(zones ? {timezones: zones} : {}), ...(columns ? {maps: columns} : {}), ...(named ? {formats: named} : {})};
};

const evidenceOf = async function * (records: AsyncIterable<PackagedEvidence>, tree: Filter): AsyncGenerator<PackagedEvidence> {
	for await (const record of records) {
		yield {...record, why: record.why.map(part => withoutHomesOf(tree, part))};
	}
};

/** What is asked and how the exports are read, without the name of a home directory in any filter or pattern. */
export const withoutHomes = (contents: CaseFileContents): CaseFileContents => {
	const {filter, evidence, case: {selections, exclusions, reading, ...others}} = contents;
	const text = withoutHomesOf(filter.tree, filter.text);
	return {
		...contents, filter: {...filter, text, tree: treeWithoutHomes(filter.tree), sentence: withoutHomesOf(filter.tree, filter.sentence)},
		case: {...others, selections: selections.map(item => asked(item)), exclusions: exclusions.map(item => asked(item)), reading: readingOf(reading)},
		evidence: text === filter.text ? evidence : {[Symbol.asyncIterator]: () => evidenceOf(evidence, filter.tree)},
	};
};
