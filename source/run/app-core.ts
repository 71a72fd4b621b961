import path from 'node:path';
import type {Investigation, LoadOptions, LoadRequest} from '../investigation/investigation.ts';
import {workbench, type Workbench} from '../investigation/workbench.ts';
import type {Recent, Settings} from '../settings.ts';
import type {TerminalOptions} from '../terminal/terminal.tsx';
import {openExports, type Opener, type OpenOptions} from './open-exports.ts';

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

const openerOf = async (caseFolder: string | undefined): Promise<Opener | undefined> => {
	if (caseFolder === undefined) {
		return undefined;
	}

	const {requestOf} = await import('../investigation/case/case-request.ts');
	return requestOf(caseFolder).open;
};

/** The core over the rooms. Each of them is read when it is needed: the first rows of an export wait for none but their own. */
export const appCore = ({caseFolder, ...options}: AppCoreOptions): AppCore => {
	const keep = async (change: (settings: Settings) => void): Promise<void> => {
		// A settings folder that cannot be written is no reason to stop the work: then nothing is kept.
		const {openSettings} = await import('../settings.ts');
		await openSettings(options.settingsFolder).then(change).catch(() => undefined);
	};

	return {
		...workbench(() => new Date()),
		open: async (request, loading) => openExports(await openerOf(caseFolder), options, request, loading),
		async startDoors(request, recent) {
			const {startDoors} = await import('./start-doors.ts');
			return startDoors(request, recent);
		},
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
