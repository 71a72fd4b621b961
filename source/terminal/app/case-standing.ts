import type {CaseView} from '../../investigation/case/case-view.ts';

/** How far a case is: `sealed` when a case file of it was made after the review of what it says now. */
export const standingOf = ({state: {review}, journal}: Pick<CaseView, 'state' | 'journal'>): 'draft' | 'reviewed' | 'sealed' => {
	if (!review) {
		return 'draft';
	}

	const last = (act: string): number => journal.find(entry => entry.act === act && !entry.undone)?.seq ?? 0;
	return last('exported') > last('reviewed') ? 'sealed' : 'reviewed';
};

export type Deadline = {readonly jurisdiction: string; /** Microseconds, as all times of events. */ readonly endsAt: number; readonly isOver: boolean};

/** All ends of the clocks, the first one first. */
export const deadlinesOf = ({clocks, at}: Pick<CaseView, 'clocks' | 'at'>): readonly Deadline[] => clocks
	.flatMap(({jurisdiction, initial, final, individuals}) => [initial, final, individuals].flatMap(({endsAt}) => endsAt === undefined ? [] : [{jurisdiction, endsAt: Date.parse(endsAt) * 1000, isOver: Date.parse(endsAt) <= at.getTime()}]))
	.toSorted((a, b) => a.endsAt - b.endsAt);

/** The next to come; where none is left, the one that ended last. */
export const nearestDeadline = (view: Pick<CaseView, 'clocks' | 'at'>): Deadline | undefined => {
	const all = deadlinesOf(view);
	return all.find(({isOver}) => !isOver) ?? all.at(-1);
};
