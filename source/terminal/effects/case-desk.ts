import {journalOf} from '../../investigation/case/journal-entries.ts';
import type {Case} from '../../investigation/case/open-case.ts';
import type {CaseDesk, EffectContext} from './context.ts';

/** The case is opened anew when it becomes known who acts, for every act carries a name, and when its exports were loaded again. */
export const caseDesk = ({store, held, date, caseFolder}: Omit<EffectContext, 'desk'>): CaseDesk => {
	let opened: Case | undefined;
	let by: string | undefined;
	let attached: typeof held.investigation;
	/** Acts that the screens know of; a long journal is told again only where it is looked at. */
	let told: number | undefined;
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
			told = current.lines.length;
			store.dispatch({type: 'case', opened: await caseView(current, held.investigation!, date()), ...(current.warnings.length > 0 ? {message: current.warnings[0]!} : {})});
		},
		tellJournal() {
			if (opened && told !== undefined && opened.lines.length !== told) {
				told = opened.lines.length;
				store.dispatch({type: 'journal', journal: journalOf(opened)});
			}
		},
		async close() {
			await turn;
			await opened?.close();
		},
	};
};
