import {pdfText, reference, type PdfObjects} from './pdf-objects.ts';

/** What a part of the document is, for screen readers and for programs: a heading, a table, a figure with its description. */
export type StructureTag = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** A part, with its parts or with the marked pieces of pages that it shows. */
export type StructurePart = {
	readonly tag: StructureTag;
	readonly kids: Array<StructurePart | {readonly page: number; readonly mark: number}>;
	/** What a picture shows, in words. */
	readonly description?: string;
	/** A heading of a table: of what. */
	readonly scope?: 'Column' | 'Row';
};

export const structurePart = (tag: StructureTag, parent?: StructurePart, more: Pick<StructurePart, 'description' | 'scope'> = {}): StructurePart => {
	const part: StructurePart = {tag, kids: [], ...more};
	parent?.kids.push(part);
	return part;
};

type Tree = {readonly root: StructurePart; /** Object number of each page. */ readonly pages: readonly number[]; /** Marked pieces of each page → the part that they belong to. */ readonly owners: ReadonlyArray<readonly StructurePart[]>};

const attributes = ({scope, description}: StructurePart): string => [
	...(scope === undefined ? [] : [`/A << /O /Table /Scope /${scope} >>`]),
	...(description === undefined ? [] : [`/Alt ${pdfText(description)}`]),
].join(' ');

/** Writes the tree and says the number of its root. */
export const writeStructure = (objects: PdfObjects, {root, pages, owners}: Tree): number => {
	const numbers = new Map<StructurePart, number>();
	const treeRoot = objects.reserve();
	const write = (part: StructurePart, parent: number): number => {
		const number = objects.reserve();
		numbers.set(part, number);
		const kids = part.kids.map(kid => 'tag' in kid ? reference(write(kid, number)) : `<< /Type /MCR /Pg ${reference(pages[kid.page]!)} /MCID ${kid.mark} >>`);
		objects.put(number, `/Type /StructElem /S /${part.tag} /P ${reference(parent)} /K [${kids.join(' ')}] ${attributes(part)}`);
		return number;
	};

	const document = write(root, treeRoot);
	const parents = owners.map((parts, page) => `${page} [${parts.map(part => reference(numbers.get(part)!)).join(' ')}]`).join(' ');
	const parentTree = objects.add(`/Nums [${parents}]`);
	objects.put(treeRoot, `/Type /StructTreeRoot /K [${reference(document)}] /ParentTree ${reference(parentTree)} /ParentTreeNextKey ${pages.length}`);
	return treeRoot;
};
