import {escapeHtml} from '../html.ts';
import {paper, type Canvas} from './canvas.ts';
import {embedFont} from './embed-font.ts';
import {pdfNumber, pdfObjects, pdfText, reference} from './pdf-objects.ts';
import {writeStructure, type StructurePart} from './structure-tree.ts';
import type {Typesetter} from './typesetter.ts';

/** What the file says about itself. `at` is the only date in it. */
export type PdfAbout = {readonly title: string; readonly language: string; readonly producer: string; readonly at: Date};

const seconds = (at: Date): string => at.toISOString().slice(0, 19);

const metadata = ({title, language, producer, at}: PdfAbout): Buffer => Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeHtml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${seconds(at)}Z</xmp:CreateDate><xmp:ModifyDate>${seconds(at)}Z</xmp:ModifyDate><pdf:Producer>${escapeHtml(producer)}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`);

/** The file: pages, the tree of their structure, both fonts, and what it says about itself. */
export const pdfFile = (painted: {readonly canvas: Canvas; readonly typesetter: Typesetter; readonly root: StructurePart}, about: PdfAbout): Buffer => {
	const {canvas, typesetter, root} = painted;
	const objects = pdfObjects();
	const [catalog, tree, regular, bold] = [objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()];
	const pages = Array.from({length: canvas.pageCount()}, () => objects.reserve());
	for (const [index, page] of pages.entries()) {
		const content = objects.add('', canvas.content(index));
		objects.put(page, [
			`/Type /Page /Parent ${reference(tree)} /MediaBox [0 0 ${pdfNumber(paper.width)} ${pdfNumber(paper.height)}] /Contents ${reference(content)}`,
			`/Resources << /Font << /R ${reference(regular)} /B ${reference(bold)} >> >> /StructParents ${index} /Tabs /S`,
		].join(' '));
	}

	objects.put(tree, `/Type /Pages /Kids [${pages.map(page => reference(page)).join(' ')}] /Count ${pages.length}`);
	embedFont(objects, typesetter.subsets.regular, regular);
	embedFont(objects, typesetter.subsets.bold, bold);
	const structure = writeStructure(objects, {root, pages, owners: canvas.owners()});
	const xmp = objects.add('/Type /Metadata /Subtype /XML', metadata(about));
	objects.put(catalog, [
		`/Type /Catalog /Pages ${reference(tree)} /MarkInfo << /Marked true >> /StructTreeRoot ${reference(structure)} /Lang ${pdfText(about.language)}`,
		`/Metadata ${reference(xmp)} /ViewerPreferences << /DisplayDocTitle true >>`,
	].join(' '));
	const date = `(D:${seconds(about.at).replaceAll(/\D/g, '')}Z)`;
	const info = objects.add(`/Title ${pdfText(about.title)} /Producer ${pdfText(about.producer)} /Creator ${pdfText(about.producer)} /CreationDate ${date} /ModDate ${date}`);
	return objects.file(catalog, info);
};
