import process from 'node:process';

/** Milliseconds of processor time that the work took: on a machine where many tests run a clock measures the others too. */
export const cpuTime = (work: () => void): number => {
	const before = process.cpuUsage();
	work();
	const {user, system} = process.cpuUsage(before);
	return (user + system) / 1000;
};
