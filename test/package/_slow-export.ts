import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {writePackage} from '../../source/package/write-package.ts';
import {evidence, makeContents} from './_contents.ts';

/* A child that is killed while it writes: `_slow-export.ts DIR MILLISECONDS`. */
const [target = '', pause = '0'] = process.argv.slice(2);

const slow = async function * (): AsyncGenerator<typeof evidence[number]> {
	for (const record of evidence) {
		await delay(Number(pause));
		yield record;
	}
};

await writePackage(makeContents({evidence: slow()}), target, {onProgress: ({text}) => {
	process.stdout.write(`${text}\n`);
}});
