import process from 'node:process';
import {execa} from 'execa';

/* `npm run faults`: kills whosaw at 1,000 moments while it exports, while it journals and while it disposes of a case; another number may be given. */
const {exitCode} = await execa('node', ['--import=tsx', 'test/helpers/run-ava.ts', '--compile', 'test/case/kill-journal.ts', 'test/package/seal/kill-export.ts', 'test/investigation/case/dispose.ts', '--timeout=2h'], {
	reject: false, stdio: 'inherit', env: {WHOSAW_FAULTS: process.argv[2] ?? '1000'},
});
process.exitCode = exitCode ?? 1;
