import {join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** The tests run in the project's folder, also when they were compiled into another one. */
export const projectFolder = process.cwd();

const isCompiled = import.meta.url.endsWith('.js');

/** How Node runs a program of the project, which is named by its path: as it was compiled with these tests, else from its sources. */
export const nodeArguments = (program: string): readonly string[] => isCompiled
	? [fileURLToPath(new URL(`../../${program.replace(/\.tsx?$/, '.js')}`, import.meta.url))]
	: [`--import=${import.meta.resolve('tsx')}`, join(projectFolder, program)];
