import {Worker} from 'node:worker_threads';

/**
A thread of its own that runs the module of this name beside `from` (its `import.meta.url`). In development the sources are TypeScript, which a
worker thread of Node 20 only reads once tsx is registered in it.
*/
export const startWorker = (from: string, name: string, data: unknown): Worker => {
	const isSource = from.endsWith('.ts');
	const url = new URL(`${name}.${isSource ? 'ts' : 'js'}`, from);
	return isSource
		? new Worker(`import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(tsx => { tsx.register(); return import(${JSON.stringify(url.href)}); })`, {eval: true, workerData: data, execArgv: []})
		: new Worker(url, {workerData: data});
};
