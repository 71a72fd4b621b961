import {parentPort, workerData} from 'node:worker_threads';
import {ExpectedError} from '../errors.ts';
import {readError} from './prepared-file.ts';
import {scanFile} from './scan.ts';
import type {ScanMessage, ScanOrder} from './scan-in-worker.ts';

const {file, feed} = workerData as ScanOrder;
const tell = (message: ScanMessage): void => {
	parentPort!.postMessage(message);
};

// Structured clones of Buffers arrive as Uint8Arrays.
const {content} = file;
const revived = {...file, head: Buffer.from(file.head), ...(content ? {content: Buffer.from(content)} : {}), structure: file.structure.kind === 'table' ? {...file.structure, shape: {...file.structure.shape, header: Buffer.from(file.structure.shape.header)}} : file.structure};
let told = 0;
try {
	const result = await scanFile(revived, {
		...(feed === undefined ? {} : {feed}),
		onProgress(bytes, records) {
			const now = Date.now();
			if (now - told > 100) {
				told = now;
				tell({kind: 'progress', bytes, records});
			}
		},
	});
	tell({kind: 'done', result});
} catch (error) {
	const known = readError(error, file.path);
	tell(known instanceof ExpectedError
		? {kind: 'failed', expected: true, message: known.message, ...(known.where === undefined ? {} : {where: known.where}), ...(known.next === undefined ? {} : {next: known.next})}
		: {kind: 'failed', expected: false, message: (known as Error).message});
}
