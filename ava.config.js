import process from 'node:process';

/* The tests as they were compiled into the folder that `WHOSAW_COMPILED` names; without it their sources, which start more slowly. */
const compiled = process.env['WHOSAW_COMPILED'];
const folder = compiled === undefined ? 'test' : `${compiled}/test`;
const extensions = compiled === undefined ? {ts: 'module', tsx: 'module'} : {js: true};

// oxlint-disable-next-line import/no-default-export -- AVA reads this one
export default {
	files: [...Object.keys(extensions).map(extension => `${folder}/**/*.${extension}`), `!${folder}/helpers/**`, `!${folder}/fixtures/**`],
	extensions,
	nodeArguments: compiled === undefined ? ['--import=tsx'] : [],
	workerThreads: false,
	timeout: '120s',
	environmentVariables: {NODE_ENV: 'production'},
};
