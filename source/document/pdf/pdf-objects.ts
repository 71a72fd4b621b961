import {createHash} from 'node:crypto';

/**
The numbered objects of a PDF 1.7 file. Nothing is compressed: the same document is the same bytes on every machine, whichever zlib it has,
and a person can read it.
*/
export type PdfObjects = {
	/** A number for an object that is described later. */
	readonly reserve: () => number;
	readonly put: (number: number, dictionary: string, stream?: Buffer) => void;
	readonly add: (dictionary: string, stream?: Buffer) => number;
	/** The whole file. `root` and `info` are numbers of objects. */
	readonly file: (root: number, info: number) => Buffer;
};

/** Text of the document's own fields and of descriptions: UTF-16 in hexadecimal, so that nothing in it can end it. */
export const pdfText = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** A length with at most two digits behind the point. */
export const pdfNumber = (value: number): string => String(Math.round(value * 100) / 100);

export const reference = (number: number): string => `${number} 0 R`;

export const pdfObjects = (): PdfObjects => {
	const bodies: Buffer[] = [];
	const reserve = (): number => bodies.push(Buffer.alloc(0));
	const put = (number: number, dictionary: string, stream?: Buffer): void => {
		bodies[number - 1] = stream
			? Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')])
			: Buffer.from(`<< ${dictionary} >>`);
	};

	return {
		reserve,
		put,
		add(dictionary, stream) {
			const number = reserve();
			put(number, dictionary, stream);
			return number;
		},
		file(root, info) {
			const parts = [Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')];
			let offset = parts[0]!.length;
			const offsets: number[] = [];
			for (const [index, body] of bodies.entries()) {
				const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
				offsets.push(offset);
				offset += object.length;
				parts.push(object);
			}

			const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32).toUpperCase();
			const lines = offsets.map(place => `${String(place).padStart(10, '0')} 00000 n \n`);
			const trailer = `trailer\n<< /Size ${bodies.length + 1} /Root ${reference(root)} /Info ${reference(info)} /ID [<${id}> <${id}>] >>\nstartxref\n${offset}\n%%EOF\n`;
			return Buffer.concat([...parts, Buffer.from(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${lines.join('')}${trailer}`)]);
		},
	};
};
