import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';

/** Writes files into a folder that is removed when the test ends, and gives their paths. */
export const temporaryFiles = (t: ExecutionContext, files: Readonly<Record<string, string | Uint8Array>>): readonly string[] => {
	const folder = mkdtempSync(join(tmpdir(), 'files-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	return Object.entries(files).map(([name, content]) => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	});
};

export const temporaryFile = (t: ExecutionContext, name: string, content: string | Uint8Array): string => temporaryFiles(t, {[name]: content})[0]!;
