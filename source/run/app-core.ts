import path from 'node:path';
import {requestOf} from '../investigation/case/case-request.ts';
import type {Investigation, LoadOptions, LoadRequest} from '../investigation/investigation.ts';
import {workbench, type Workbench} from '../investigation/workbench.ts';
import {openSettings, type Recent, type Settings} from '../settings.ts';
import type {TerminalOptions} from '../terminal/terminal.tsx';
import {openExports, type OpenOptions} from './open-exports.ts';
import {startDoors} from './start-doors.ts';

/** All that the app has done for it. Everything is a promise: it stands on a thread of its own, where no work keeps the keys waiting. */
export type AppCore = Workbench & {
	open(request: LoadRequest, options?: LoadOptions): Promise<Investigation>;
	/** What the first screen needs of the disk. */
	startDoors(request: LoadRequest, recent: Recent): Promise<NonNullable<TerminalOptions['start']>>;
	/** What is kept between runs. */
	keepOpened(paths: readonly string[]): Promise<void>;
	keepActor(name: string, agency: string): Promise<void>;
	keepTheme(name: string): Promise<void>;
};

/** What the command line says of it. */
export type AppCoreOptions = OpenOptions & {
	/** A case is opened in the place of exports. */
	readonly caseFolder?: string;
};

export const appCore = ({caseFolder, ...options}: AppCoreOptions): AppCore => {
	const keep = async (change: (settings: Settings) => void): Promise<void> => {
		// A settings folder that cannot be written is no reason to stop the work: then nothing is kept.
		await openSettings(options.settingsFolder).then(change).catch(() => undefined);
	};

	return {
		...workbench(() => new Date()),
		open: async (request, loading) => openExports(caseFolder === undefined ? undefined : requestOf(caseFolder).open, options, request, loading),
		startDoors: async (request, recent) => startDoors(request, recent),
		keepOpened: async paths => keep(settings => {
			settings.remember(paths.map(each => path.resolve(each)));
		}),
		keepActor: async (name, agency) => keep(settings => {
			settings.set('investigator', name);
			settings.set('agency', agency);
		}),
		keepTheme: async name => keep(settings => {
			settings.set('theme', name);
		}),
	};
};
