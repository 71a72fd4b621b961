import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import {ExpectedError} from '../../source/errors.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {exploring} from '../helpers/exploring.ts';
import {everything} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

/* Real exports that were cut, torn, turned over and put into each other: whatever comes of it is accounted for, or said in words. */

const samples = resolve('../shared/samples');
const longest = 40_000;
const originals: readonly Buffer[] = existsSync(samples)
	? readdirSync(samples, {withFileTypes: true}).filter(entry => entry.isDirectory()).flatMap(({name}) => readdirSync(join(samples, name)).slice(0, 6).map(file => readFileSync(join(samples, name, file)).subarray(0, longest)))
	: [];

const junk = fc.oneof(fc.constantFrom('"', '\n', '\r', '\r\n', '\0', '{', '}', '[', ']', ',', ';', '\t', '\\', '\uFEFF', '{"a":', '"}\n', '[[[[', '9'.repeat(400), '\u202E', 'null', '#Fields: a b\n').map(text => Buffer.from(text)), fc.uint8Array({maxLength: 6}).map(bytes => Buffer.from(bytes)));
const place = fc.double({min: 0, max: 1, noNaN: true});
type Damage = (bytes: Buffer) => Buffer;
const at = (bytes: Buffer, where: number): number => Math.floor(where * bytes.length);
const lineAt = (bytes: Buffer, where: number): number => bytes.indexOf(10, at(bytes, where)) + 1;
const damage: fc.Arbitrary<Damage> = fc.oneof(
	fc.tuple(place, fc.nat(40), junk).map(([where, length, put]): Damage => bytes => Buffer.concat([bytes.subarray(0, at(bytes, where)), put, bytes.subarray(at(bytes, where) + length)])),
	place.map((where): Damage => bytes => bytes.subarray(0, at(bytes, where))),
	place.map((where): Damage => bytes => bytes.subarray(at(bytes, where))),
	fc.tuple(place, place).map(([from, to]): Damage => bytes => Buffer.concat([bytes, bytes.subarray(lineAt(bytes, Math.min(from, to)), lineAt(bytes, Math.max(from, to)))])),
	fc.tuple(fc.nat(), place).map(([other, where]): Damage => bytes => Buffer.concat([bytes.subarray(0, lineAt(bytes, where)), originals[other % originals.length]!, bytes.subarray(lineAt(bytes, where))])),
	fc.constantFrom<readonly [string, string]>(['\n', '\r\n'], ['"', '\''], ['Z"', '"'], ['{', '{ '], [',', ';'], ['20', '0']).map(([from, to]): Damage => bytes => Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')),
);
const written: readonly Damage[] = [bytes => bytes, bytes => bytes, bytes => gzipSync(bytes), bytes => Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(bytes.toString('utf8'), 'utf16le')])];

/** Loads it and asks all of it; gives how many records were read, or undefined where it is refused in words. */
const accountOf = async (path: string): Promise<number | undefined> => {
	let investigation;
	try {
		investigation = await openInvestigation({paths: [path], dateOrder: 'mdy'});
		let listed = 0;
		for await (const {rejection} of investigation.rejections()) {
			listed += rejection.record > 0 ? 1 : 0;
		}

		const total = {read: 0, kept: 0, rejected: 0};
		for (const {path: source, records: {read, kept, duplicate, rejected}} of investigation.sources) {
			if (read !== kept + duplicate + rejected) {
				throw new Error(`${source}: ${read} read, ${kept} kept, ${duplicate} duplicate, ${rejected} rejected`);
			}

			[total.read, total.kept, total.rejected] = [total.read + read, total.kept + kept, total.rejected + rejected];
		}

		const events = await investigation.countEvents({filter: everything});
		if (events !== total.kept || listed !== total.rejected) {
			throw new Error(`${events} events of ${total.kept} kept, ${listed} listed of ${total.rejected} rejected`);
		}

		const [first] = await investigation.events({filter: everything, offset: 0, limit: 1});
		if (first && !(await investigation.record(first.row)).agrees) {
			throw new Error(`both readers differ on record ${first.row}`);
		}

		return total.read;
	} catch (error) {
		if (error instanceof ExpectedError && error.message !== '') {
			return undefined;
		}

		throw error;
	} finally {
		await investigation?.close();
	}
};

(originals.length > 0 ? test : test.skip)('real exports that were damaged add up, or are refused in words', async t => {
	const path = temporaryFile(t, 'export', '');
	let read = 0;
	await fc.assert(fc.asyncProperty(fc.nat(originals.length - 1), fc.array(damage, {minLength: 1, maxLength: 4}), fc.constantFrom(...written), async (which, damages, write) => {
		writeFileSync(path, write(damages.reduce((bytes, each) => each(bytes), originals[which]!)));
		read += await accountOf(path) ?? 0;
	}), exploring(25));
	t.true(read > 0);
});
