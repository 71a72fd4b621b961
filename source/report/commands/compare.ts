import {usageError} from '../../errors.ts';
import type {Comparison} from '../../investigation/compare/compare.ts';
import type {NamedAccount, Side} from '../../investigation/compare/side.ts';
import {blindError} from '../blind-errors.ts';
import {pseudonymsFor} from '../blinding.ts';
import type {Call} from '../call.ts';
import {compareCsv, compareJson, compareText} from '../compare-formats.ts';
import {checkTarget, emit} from '../emit.ts';
import {maskComparison, maskSaid} from '../mask-comparison.ts';
import type {Text} from '../output.ts';
import type {Pseudonyms} from '../pseudonyms.ts';
import {progressLine} from '../progress.ts';

const formats: Readonly<Record<string, (comparison: Comparison, call: Call) => Text>> = {
	text: comparison => [compareText(comparison)], json: (comparison, {version}) => [compareJson(comparison, version)], csv: (comparison, {flags}) => compareCsv(comparison, {guarded: !flags.on('raw-cells')}),
};

const formatOf = ({flags}: Call): (comparison: Comparison, call: Call) => Text => {
	const name = flags.one('format') ?? 'text';
	const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
	if (!format) {
		throw usageError(`whosaw compare has no --format ${name}`, `Say one of: ${Object.keys(formats).join(', ')}.`);
	}

	return format;
};

/** Who may be named on either side, by all that either calls them. */
const accountsOfSides = (sides: readonly Side[]): readonly NamedAccount[] => {
	const all = new Map<string, Set<string>>();
	for (const {account, names} of sides.flatMap(({named = []}) => named)) {
		all.set(account, new Set([...all.get(account) ?? [], ...names]));
	}

	return [...all].map(([account, names]) => ({account, names: [...names]}));
};

/** `whosaw compare A B`: what B says of whom that A does not, or says otherwise. */
export const compare = async (call: Call): Promise<number> => {
	const {operands: [a, b, ...more], flags, signal} = call;
	if (a === undefined || b === undefined || more.length > 0) {
		throw usageError('whosaw compare takes two: cases, revisions of a case, or packages', 'Such as whosaw compare email-leak@12 email-leak: the case after act 12, and now.');
	}

	const print = formatOf(call);
	await checkTarget(call);
	const progress = progressLine(call);
	let masking: Pseudonyms | undefined;
	try {
		const [{openSide}, {compareSides}] = await Promise.all([import('../../investigation/compare/open-side.ts'), import('../../investigation/compare/compare.ts')]);
		const identity = flags.one('identity');
		const options = {signal, onProgress: progress.show, ...(identity === undefined ? {} : {identity}), ...(flags.on('check-hashes') ? {checkHashes: true} : {}), naming: flags.on('blind')};
		const [before, now] = [await openSide(a, options), await openSide(b, options)];
		// Of two cases the pseudonyms are those of the second: what is compared has to be called the same on both sides.
		masking = await pseudonymsFor(call, now.maskKey ?? before.maskKey)?.({accounts: async () => accountsOfSides([before, now])});
		const comparison = compareSides(before, now, masking && maskSaid(masking));
		progress.clear();
		await emit(call, print(masking ? maskComparison(comparison, masking) : comparison, call));
		return 0;
	} catch (error) {
		throw flags.on('blind') ? blindError(error, masking) : error;
	} finally {
		progress.clear();
	}
};
