import {join} from 'node:path';
import process from 'node:process';
import {writePackage} from '../../../source/package/write-package.ts';
import {makeContents} from '../_contents.ts';

/* A child that exports one case file after the other until it is killed, and says of each when it is done: `_exporting-child.ts DIR KEY RECIPIENT`. */
const [folder = '', key = '', recipient = ''] = process.argv.slice(2);
process.stdout.write('begun.\n');
for (let number = 1; ; number++) {
	const seal = [{zip: true}, {keys: [key], zip: true}, {encrypt: [recipient]}][number % 3]!;
	await writePackage(makeContents(), join(folder, `case-${number}`), {seal});
	process.stdout.write(`case-${number}.\n`);
}
