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

/** The page on which the first part of a kind stands. */
const pageOf = (document: PdfDocument, tag: 'H1' | 'H2'): number =>
	[...document.finish(about).toString('latin1').matchAll(/stream\n([^]*?)endstream/g)].map(([, content = '']) => content).filter(content => content.includes('BT /')).findIndex(content => content.includes(`/${tag} <<`)) + 1;

const rowsOf = (count: number): ReadonlyArray<readonly string[]> => Array.from({length: count}, (_, index) => [`row ${index}`]);

test('a short table stays on one page, and its heading with it; a long one begins where there is room', t => {
	for (const [rows, pages] of [[7, 2], [30, 2]] as const) {
		const document = pdfDocument(running);
		while (document.room() > 110) {
			document.paragraph('above');
		}

		document.heading(2, 'The heading');
		document.table({columns: [{title: 'title', share: 1}], rows: rowsOf(rows)});
		t.is(document.pageCount(), pages);
		t.is(pageOf(document, 'H2'), rows === 7 ? 2 : 1, `${rows} rows`);
	}
});

test('no heading stands alone at the end of a page, whatever follows it', t => {
	const after: ReadonlyArray<(document: PdfDocument) => void> = [
		document => {
			document.paragraph('words '.repeat(100));
		},
		document => {
			document.bullets(['words '.repeat(100)]);
		},
		document => {
			document.facts([['name', 'words '.repeat(100)]]);
		},
		document => {
			document.table({columns: [{title: 'title', share: 1}], rows: [['words '.repeat(100)]]});
		},
		document => {
			document.bars({values: [1], from: 'a', to: 'b', description: 'c'});
		},
	];
	for (const write of after) {
		const document = pdfDocument(running);
		while (document.room() > 40) {
			document.paragraph('above');
		}

		document.heading(1, 'The heading');
		document.heading(2, 'Below it');
		write(document);
		t.is(document.pageCount(), 2);
		t.deepEqual([pageOf(document, 'H1'), pageOf(document, 'H2')], [2, 2]);
	}
});

test('a cell that is longer than a row can be is cut, ends with an ellipsis, and the document says so', t => {
	const document = pdfDocument(running);
	document.table({columns: [{title: 'a', share: 1}, {title: 'b', share: 20}], rows: [['x'.repeat(5000), 'whole']]});
	t.is(document.pageCount(), 1);
	t.regex(document.remarks().join('\n'), /end with an ellipsis/);
	t.true(document.room() > 400);
});

test('a path is cut behind its separators, a hash where the line ends, and nothing of either is lost', t => {
	const path = 'exports/november/customer-relations/crm-access-of-the-second-half.csv';
	const text = pdfText(made(document => {
		document.table({columns: [{title: 'a', share: 1}, {title: 'b', share: 3}], rows: [[path, 'x'], ['f'.repeat(64), 'x']]});
	}));
	const lines = text.split('\n');
	t.true(lines.filter(line => path.includes(line) && line.length > 1 && !path.endsWith(line)).every(line => /[/\-.]$/.test(line)));
	t.true(text.replaceAll('\n', '').includes(path));
	t.true(text.replaceAll('\n', '').includes('f'.repeat(64)));
});
