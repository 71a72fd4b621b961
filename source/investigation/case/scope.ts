import type {CaseState} from '../../case/case-state.ts';
import type {Filter} from '../../filter/filter.ts';
import type {Investigation} from '../investigation.ts';

/** What the accesses that match are of: whether anything of it lies beyond what may be looked at. */
export const beyondScope = async ({created}: CaseState, investigation: Pick<Investigation, 'answer'>, filter: Filter, called = (account: string) => account): Promise<readonly string[]> => {
	const scope = created?.scope;
	if (!scope) {
		return [];
	}

	const {byEmployee} = await investigation.answer({filter});
	const {employees} = scope;
	const strangers = employees ? byEmployee.filter(({employee}) => !employees.includes(employee)).map(({employee}) => employee) : [];
	const [from, to] = [scope.from, scope.to].map(text => text === undefined ? undefined : Date.parse(text) * 1000);
	const early = from !== undefined && byEmployee.some(({firstAt}) => firstAt < from);
	const late = to !== undefined && byEmployee.some(({lastAt}) => lastAt >= to);
	return [
		...(strangers.length > 0 ? [`It matches accounts beyond the authorised scope: ${strangers.slice(0, 5).map(account => called(account)).join(', ')}${strangers.length > 5 ? ` and ${strangers.length - 5} more` : ''}.`] : []),
		...(early || late ? [`It matches times beyond the authorised scope (${scope.from ?? '…'} to ${scope.to ?? '…'}).`] : []),
	];
};
