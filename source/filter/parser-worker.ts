import {createRequire} from 'node:module';
import {parentPort} from 'node:worker_threads';
import {grammar} from './grammar.ts';

const peggy = createRequire(import.meta.url)('peggy') as typeof import('peggy');

parentPort!.postMessage(peggy.generate(grammar, {output: 'source', format: 'bare'}));
