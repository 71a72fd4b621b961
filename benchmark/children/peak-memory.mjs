// Loaded before a measured program: says at its end how much memory it held at most.
import {writeSync} from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
	writeSync(3, String(process.resourceUsage().maxRSS * 1024));
});
