import {usageError} from '../../errors.ts';
import type {Comparison} from '../../investigation/compare/compare.ts';
import type {Call} from '../call.ts';
import {compareCsv, compareJson, compareText} from '../compare-formats.ts';
import {checkTarget, emit} from '../emit.ts';
import {maskComparison} from '../mask-comparison.ts';
import {maskingOf} from '../masking.ts';
import type {Text} from '../output.ts';
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

/** `whosaw compare A B`: what B says of whom that A does not, or says otherwise. */
export const compare = async (call: Call): Promise<number> => {
	const {operands: [a, b, ...more], flags, signal} = call;
	if (a === undefined || b === undefined || more.length > 0) {
		throw usageError('whosaw compare takes two: cases, revisions of a case, or packages', 'Such as whosaw compare email-leak@12 email-leak: the case after act 12, and now.');
	}

	const print = formatOf(call);
	await checkTarget(call);
	const masking = maskingOf(call);
	const progress = progressLine(call);
	try {
		const [{openSide}, {compareSides}] = await Promise.all([import('../../investigation/compare/open-side.ts'), import('../../investigation/compare/compare.ts')]);
		const identity = flags.one('identity');
		const options = {signal, onProgress: progress.show, ...(identity === undefined ? {} : {identity}), ...(flags.on('check-hashes') ? {checkHashes: true} : {})};
		const comparison = compareSides(await openSide(a, options), await openSide(b, options));
		progress.clear();
		await emit(call, print(masking ? maskComparison(comparison, masking) : comparison, call));
		return 0;
	} finally {
		progress.clear();
	}
};
