import type {CaseWork} from '../../investigation/case/case-work.ts';
import type {CaseDesk, EffectContext} from './context.ts';

/** The case is opened anew when it becomes known who acts, for every act carries a name, and when its exports were loaded again. */
export const caseDesk = ({store, held, workbench, caseFolder}: Omit<EffectContext, 'desk'>): CaseDesk => {
	let opened: CaseWork | undefined;
	let by: string | undefined;
	let attached: typeof held.investigation;
	/** What the screens know of it: a long journal is told again only where it is looked at. */
	let told: 'nothing' | 'all' | 'all but the journal' = 'nothing';
	// One after the other: a case that is opened twice at a time locks itself out.
	let turn: Promise<unknown> = Promise.resolve();
	const folder = (): string | undefined => caseFolder ?? held.opening?.caseFolder;

	const openFor = async (investigator: string | undefined): Promise<CaseWork> => {
		if (opened && by === investigator && attached === held.investigation) {
			return opened;
		}

		await opened?.close();
		opened = undefined;
		by = investigator;
		attached = held.investigation;
		opened = await workbench.openCase({folder: folder()!, investigation: attached!, investigator});
		return opened;
	};

	const tellJournal = async (current: CaseWork): Promise<void> => {
		try {
			const journal = await current.journal();
			store.dispatch({type: 'journal', journal});
		} catch {
			// It was closed meanwhile: whoever opens it anew tells all of it.
		}
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
			const view = await current.view();
			told = 'all';
			store.dispatch({type: 'case', opened: view, ...(view.warnings.length > 0 ? {message: view.warnings[0]!} : {})});
		},
		acted() {
			told = told === 'nothing' ? told : 'all but the journal';
		},
		tellJournal() {
			if (opened && told === 'all but the journal') {
				told = 'all';
				void tellJournal(opened);
			}
		},
		async close() {
			await turn;
			await opened?.close();
		},
	};
};
