import type {Side, SideCustomer, SideQuestion} from './side.ts';

/** One field of a customer that differs. */
export type Changed = {readonly field: 'dataTypes' | 'events' | 'accounts' | 'level'; readonly before: string; readonly now: string};

export type ComparedCustomer = {
	readonly customer: string;
	/** Of a customer of both. */
	readonly what?: readonly Changed[];
	/** What of the differences between the two sides bears on this customer. */
	readonly why: readonly string[];
	/** As either side says it: whoever was told of something else has to be told again. */
	readonly notified?: string;
};

/** What one side has and the other has not. */
export type Differences<Item> = {readonly added: readonly Item[]; readonly removed: readonly Item[]};

export type Comparison = {
	readonly a: Side;
	readonly b: Side;
	readonly sources: Differences<Side['sources'][number]>;
	readonly selections: Differences<SideQuestion>;
	readonly exclusions: Differences<SideQuestion>;
	/** By id. */
	readonly in: readonly ComparedCustomer[];
	readonly out: readonly ComparedCustomer[];
	readonly changed: readonly ComparedCustomer[];
	readonly same: number;
};

const differences = <Item>(a: readonly Item[], b: readonly Item[], key: (item: Item) => string): Differences<Item> => {
	const [before, now] = [new Set(a.map(item => key(item))), new Set(b.map(item => key(item)))];
	return {added: b.filter(item => !before.has(key(item))), removed: a.filter(item => !now.has(key(item)))};
};

/** How what differs may be said beside a customer. */
export type Said = {readonly question: (question: SideQuestion) => SideQuestion; readonly path: (path: string) => string};

const asItIs: Said = {question: each => each, path: each => each};

type Between = Pick<Comparison, 'a' | 'b' | 'sources' | 'selections' | 'exclusions'> & {readonly said: Said};

const among = (questions: readonly SideQuestion[], numbers: readonly number[] = []): readonly SideQuestion[] => questions.filter(({number}) => numbers.includes(number));

/** What the exports account for, when no question does. */
const exportReasons = ({sources, said}: Between): readonly string[] => [
	...(sources.added.length > 0 ? [`exports added: ${sources.added.map(({path}) => said.path(path)).join(', ')}`] : []),
	...(sources.removed.length > 0 ? [`exports no longer in it: ${sources.removed.map(({path}) => said.path(path)).join(', ')}`] : []),
];

const orReading = (reasons: readonly string[]): readonly string[] => reasons.length > 0 ? reasons : ['the same exports and questions, read otherwise: directories, rules, zones or columns'];

/** Questions of one side alone that bear on a customer come first; only where there are none, the exports do. */
const why = (between: Between, customer: string): readonly string[] => {
	const {a, b, selections, exclusions, said} = between;
	const told = (what: string, question: SideQuestion): string => {
		const {number, reason, filter} = said.question(question);
		return `${what} ${number}: ${reason === '' ? filter : reason}`;
	};

	const questions = [
		...among(selections.added, b.customers.get(customer)?.selections).map(each => told('selection', each)),
		...among(selections.removed, a.customers.get(customer)?.selections).map(each => told('no longer selection', each)),
		...among(exclusions.added, b.excluded.get(customer)).map(each => told('exclusion', each)),
		...among(exclusions.removed, a.excluded.get(customer)).map(each => told('no longer exclusion', each)),
	];
	return questions.length > 0 ? [...questions, ...(a.customers.has(customer) && b.customers.has(customer) ? exportReasons(between) : [])] : orReading(exportReasons(between));
};

const list = (items: readonly string[]): string => items.join(';');

const changesOf = (before: SideCustomer, now: SideCustomer): readonly Changed[] => ([
	{field: 'dataTypes', before: list(before.dataTypes), now: list(now.dataTypes)}, {field: 'events', before: String(before.events), now: String(now.events)},
	{field: 'accounts', before: list(before.employees), now: list(now.employees)}, {field: 'level', before: before.level, now: now.level},
] as const).filter(each => each.before !== each.now);

const inOrder = (ids: Iterable<string>): readonly string[] => [...ids].toSorted((x, y) => x < y ? -1 : Number(x > y));

/** Whom B has and A has not, whom A had, and of whom B says something else. */
export const compareSides = (a: Side, b: Side, said = asItIs): Comparison => {
	const question = ({filter}: SideQuestion): string => filter;
	const differ = {
		a, b, sources: differences(a.sources, b.sources, ({sha256}) => sha256), selections: differences(a.selections, b.selections, question), exclusions: differences(a.exclusions, b.exclusions, question),
	};
	const between: Between = {...differ, said};
	const compared = (customer: string, what?: readonly Changed[]): ComparedCustomer => {
		const notified = b.notified.get(customer) ?? a.notified.get(customer);
		return {customer, ...(what ? {what} : {}), why: why(between, customer), ...(notified === undefined ? {} : {notified})};
	};

	const both = inOrder(b.customers.keys()).flatMap(customer => {
		const before = a.customers.get(customer);
		return before ? [{customer, what: changesOf(before, b.customers.get(customer)!)}] : [];
	});
	return {
		...differ,
		in: inOrder(b.customers.keys()).filter(customer => !a.customers.has(customer)).map(customer => compared(customer)),
		out: inOrder(a.customers.keys()).filter(customer => !b.customers.has(customer)).map(customer => compared(customer)),
		changed: both.filter(({what}) => what.length > 0).map(({customer, what}) => compared(customer, what)),
		same: both.filter(({what}) => what.length === 0).length,
	};
};
