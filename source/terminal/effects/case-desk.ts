import type {Case} from '../../investigation/case/open-case.ts';
import type {EffectContext} from './context.ts';

/** The case that is open, for everything that reads it or adds to it: only one of them may write the journal. */
export type CaseDesk = {
	/** Its folder; undefined where no case was opened. */
	readonly folder: () => string | undefined;
	readonly isOpen: () => boolean;
	/** The case, for somebody who acts. */
	readonly for: (investigator: string | undefined) => Promise<Case>;
	/** Tells the screens how it stands now. */
	readonly show: (current: Case) => Promise<void>;
	readonly close: () => Promise<void>;
};

/** The case is opened anew when it becomes known who acts, for every act carries a name, and when its exports were loaded again. */
export const caseDesk = ({store, held, date, caseFolder}: Omit<EffectContext, 'desk'>): CaseDesk => {
	let opened: Case | undefined;
	let by: string | undefined;
	let attached: typeof held.investigation;
	// One after the other: a case that is opened twice at a time locks itself out.
	let turn: Promise<unknown> = Promise.resolve();
	const folder = (): string | undefined => caseFolder ?? held.opening?.caseFolder;

	const openFor = async (investigator: string | undefined): Promise<Case> => {
		if (opened && by === investigator && attached === held.investigation) {
			return opened;
		}

		const {openCase, personOf} = await import('../../investigation/case/open-case.ts');
		await opened?.close();
		by = investigator;
		opened = openCase(folder()!, {by: personOf(investigator ?? 'somebody'), now: date});
		attached = held.investigation;
		opened.attach(attached!);
		return opened;
	};

	return {
		folder,
		isOpen: () => opened !== undefined,
		async for(investigator) {
			const next = turn.then(async () => openFor(investigator));
			turn = next.catch(() => undefined);
			return next;
		},
		async show(current) {
			const {caseView} = await import('../../investigation/case/case-view.ts');
			store.dispatch({type: 'case', opened: await caseView(current, held.investigation!), ...(current.warnings.length > 0 ? {message: current.warnings[0]!} : {})});
		},
		async close() {
			await turn;
			await opened?.close();
		},
	};
};
