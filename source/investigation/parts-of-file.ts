import {pathOfPart} from '../files/file-part.ts';
import type {PreparedFile} from '../files/prepared-file.ts';
import {readRecords} from '../files/read-records.ts';
import {shallowObject} from '../files/sample-records.ts';
import {asLine} from '../files/text-shape.ts';
import {formatOfRecord, formatsIn} from '../formats/formats.ts';
import type {Format, Sample} from '../formats/format.ts';

/** What the records of a file are, one by one: at most so many formats are known. */
class Kinds {
	readonly formats: Format[] = [];
	readonly counts: number[] = [];
	/** Of every record 1 more than the place of its format, or 0. */
	private kinds = new Uint8Array(1024);
	private length = 0;

	add(record: number, format: Format | undefined): void {
		if (record > this.kinds.length) {
			const larger = new Uint8Array(Math.max(record, this.kinds.length * 2));
			larger.set(this.kinds);
			this.kinds = larger;
		}

		this.length = Math.max(this.length, record);
		if (!format) {
			return;
		}

		const known = this.formats.indexOf(format);
		const place = known === -1 ? this.formats.push(format) - 1 : known;
		this.counts[place] = (this.counts[place] ?? 0) + 1;
		this.kinds[record - 1] = place + 1;
	}

	/** Of every record the number of its format, most records first; what is of none is counted to the first. */
	sorted(): {readonly formats: readonly Format[]; readonly kinds: Uint8Array} {
		const order = this.formats.map((_, place) => place).toSorted((a, b) => this.counts[b]! - this.counts[a]! || a - b);
		const numbers = Uint8Array.from([0, ...this.formats.map((_, place) => order.indexOf(place))]);
		return {formats: order.map(place => this.formats[place]!), kinds: this.kinds.subarray(0, this.length).map(kind => numbers[kind]!)};
	}
}

/** Of so many of the first records at least the format must be known: in a log that nobody knows, some records may look like another's. */
const leastKnown = 0.3;

const isMixed = (sample: Sample): boolean => {
	const found = formatsIn(sample);
	return found.length > 1 && found.reduce((sum, {score}) => sum + score, 0) >= leastKnown;
};

export type Telling = {
	/** Look at every record, whatever the first ones are. */
	readonly sure: boolean;
	readonly signal?: AbortSignal;
	/** Called before the file is read through. */
	readonly onReading?: () => void;
};

/**
Tells the records of a file apart by the formats whose signatures they bear: each format's are a source of their own, for duplicates, zones and rules go by the format.
Undefined where they are of one.
*/
export const partsOfFile = async (file: PreparedFile, sample: Sample, {sure, signal, onReading}: Telling): Promise<readonly PreparedFile[] | undefined> => {
	const {kind} = file.structure;
	if (sample.kind === 'table' || (kind !== 'lines' && kind !== 'json' && kind !== 'text') || !(sure || isMixed(sample))) {
		return undefined;
	}

	onReading?.();
	const found = new Kinds();
	for await (const {record, text, reason} of readRecords(file, signal ? {signal} : {})) {
		const row = reason === undefined ? (sample.kind === 'json' ? shallowObject(text) : asLine(text)) : undefined;
		found.add(record, row === undefined ? undefined : formatOfRecord(sample, row));
	}

	const {formats, kinds} = found.sorted();
	return formats.length > 1 ? formats.map(({name}, number) => ({...file, path: pathOfPart(file.path, name), part: {name, kinds, kind: number}})) : undefined;
};
