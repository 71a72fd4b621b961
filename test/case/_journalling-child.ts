import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {createCaseFolder, journalName, openJournal} from '../../source/case/journal-file.ts';

/* A child that adds acts to a case until it is killed, and says of each when it is done: `_journalling-child.ts DIR`. */
const [folder = ''] = process.argv.slice(2);
if (!existsSync(join(folder, journalName))) {
	createCaseFolder(folder);
}

const journal = openJournal(folder, {by: {name: 'J. Rivera', id: 'rivera@example.com'}, now: () => new Date(), salt: () => randomBytes(16).toString('hex')});
process.stdout.write('begun.\n');
for (;;) {
	const {seq, hash} = journal.append({act: 'note', payload: {text: 'x'.repeat(Math.floor(Math.random() * 20_000))}});
	process.stdout.write(`${seq} ${hash}.\n`);
}
