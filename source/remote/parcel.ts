import type {Path, Sent, Special} from './message.ts';

/** So deep functions, signals, errors and long lists are looked for: in what is called with, in its options, and in parts of those. What is in lists is copied as it is. */
const deepest = 3;

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return false;
	}

	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};

/** A special without its place. */
export type Unplaced = Special extends infer Each ? (Each extends Special ? Omit<Each, 'at'> : never) : never;

/** What becomes of a thing that cannot be copied; undefined for everything else. `methods`: the names of its own functions. */
export type Describe = (value: unknown, methods: readonly string[]) => Unplaced | undefined;

type Look = {readonly describe: Describe; readonly specials: Special[]};

const methodsOf = (value: unknown): readonly string[] => isPlain(value) ? Object.keys(value).filter(key => typeof value[key] === 'function') : [];

const copied = (value: unknown, at: Path, look: Look): unknown => {
	const methods = methodsOf(value);
	const special = look.describe(value, methods);
	if (special) {
		look.specials.push({...special, at} as Special);
		if (special.is !== 'object') {
			return undefined;
		}
	}

	if (!isPlain(value) || at.length > deepest) {
		return value;
	}

	const parts = Object.keys(value).filter(key => !methods.includes(key)).map(key => [key, value[key], copied(value[key], [...at, key], look)] as const);
	return methods.length === 0 && parts.every(([, before, after]) => before === after) ? value : Object.fromEntries(parts.map(([key, , after]) => [key, after]));
};

/** Takes apart what is to cross. */
export const packed = (values: readonly unknown[], describe: Describe): Sent => {
	const specials: Special[] = [];
	return {value: values.map((value, index) => copied(value, [String(index)], {describe, specials})), specials};
};

type Box = Record<string, unknown>;

const put = (into: Box, [first, ...more]: Path, value: unknown): void => {
	if (more.length === 0) {
		into[first!] = value;
	} else {
		put(into[first!] as Box, more, value);
	}
};

const taken = (from: Box, at: Path): unknown => at.reduce<unknown>((value, key) => (value as Box)[key], from);

/** Puts together what has crossed: `make` gives what stands in the place of a special, from what was copied of it. The inner ones first. */
export const unpacked = ({value, specials}: Sent, make: (special: Special, copy: unknown) => unknown): readonly unknown[] => {
	const values = value as unknown[];
	for (const special of specials.toReversed()) {
		put(values as unknown as Box, special.at, make(special, taken(values as unknown as Box, special.at)));
	}

	return values;
};
