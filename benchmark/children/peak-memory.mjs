// Loaded before a measured program: says at its end how much memory it held at most. A worker thread of it shares that memory and says nothing.
import {writeSync} from 'node:fs';
import process from 'node:process';
import {isMainThread} from 'node:worker_threads';

if (isMainThread) {
	process.on('exit', () => {
		writeSync(3, String(process.resourceUsage().maxRSS * 1024));
	});
}
