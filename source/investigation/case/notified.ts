import type {CaseState} from '../../case/case-state.ts';

/** `case facts` says who was told: customer → when and how. */
export const notifiedCustomers = ({facts: {notified}}: Pick<CaseState, 'facts'>): ReadonlyMap<string, string> =>
	new Map((Array.isArray(notified) ? notified as readonly unknown[] : []).flatMap(item => {
		const {customer, at, how} = (item ?? {}) as Readonly<Record<string, unknown>>;
		return typeof customer === 'string' ? [[customer, [at, how].filter(part => typeof part === 'string').join(' ') || 'yes'] as const] : [];
	}));
