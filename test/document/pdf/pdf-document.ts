import {createHash} from 'node:crypto';
import test from 'ava';
import {pdfDocument, type PdfDocument} from '../../../source/document/pdf/pdf-document.ts';
import {pdfText} from '../../helpers/pdf-text.ts';

const about = {title: 'A (title) <b>', language: 'en', producer: 'whosaw 0.1.0', at: new Date('2020-10-26T12:00:00Z')};
const running = {left: 'left', right: 'right', bottom: 'bottom'};

const made = (write: (document: PdfDocument) => void): string => {
	const document = pdfDocument(running);
	write(document);
	return document.finish(about).toString('latin1');
};

test('the same document is the same bytes', t => {
	const write = (document: PdfDocument): void => {
		document.heading(1, 'Same');
		document.table({columns: [{title: 'a', share: 1}], rows: [['1'], ['2']]});
	};

	t.is(createHash('sha256').update(made(write)).digest('hex'), createHash('sha256').update(made(write)).digest('hex'));
});

test('what is written can be copied from the pages, letters of other scripts too', t => {
	const text = pdfText(made(document => {
		document.paragraph('Ünïcode Ελλάδα Привет');
	}));
	t.true(text.includes('Ünïcode Ελλάδα Привет'));
});

test('a value cannot bring operators, controls or turned text into a page', t => {
	const pdf = made(document => {
		document.paragraph(') Tj ET /Artifact BMC (\u202Eevil\u001B[2J');
		document.heading(2, '>> endobj <<');
	});
	t.true(pdfText(pdf).includes(') Tj ET /Artifact BMC (⟨U+202E⟩evil⟨U+001B⟩[2J'));
	t.is(pdf.match(/BMC/g)?.length, 1, 'one piece of decoration, the running lines');
	t.is([...pdf.matchAll(/\d+ 0 obj\n/g)].length, [...pdf.matchAll(/endobj\n/g)].length);
});

test('a character without a glyph is written as its number, and the document says so', t => {
	const document = pdfDocument(running);
	document.paragraph('中 and 文');
	t.is(document.remarks().length, 1);
	t.regex(document.remarks()[0]!, /no glyph for 2 characters/);
	t.true(pdfText(document.finish(about).toString('latin1')).includes('⟨U+4E2D⟩ and ⟨U+6587⟩'));
});

test('every place in the table of objects is where the object begins', t => {
	const pdf = made(document => {
		document.bullets(['one', 'two']);
	});
	const start = Number(/startxref\n(\d+)/.exec(pdf)![1]);
	const places = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
	t.true(places.length > 10);
	for (const [index, place] of places.entries()) {
		t.true(pdf.startsWith(`${index + 1} 0 obj\n`, place));
	}
});

test('a table over several pages repeats its titles as decoration, and keeps each row on one page', t => {
	const document = pdfDocument(running);
	document.table({columns: [{title: 'number', share: 1}, {title: 'text', share: 3}], rows: Array.from({length: 120}, (_, index) => [String(index), 'words '.repeat(20)])});
	t.true(document.pageCount() > 2);
	const pdf = document.finish(about).toString('latin1');
	t.is(pdf.match(/\/S \/TH /g)?.length, 2);
	t.is(pdf.match(/\/S \/TR /g)?.length, 121);
	t.regex(pdf, /\/MarkInfo << \/Marked true >>/);
});
