/*
Addresses in one spelling each, so that the same block is the same text: v4 in dotted decimals, v6 after RFC 5952, host bits
cleared, no prefix length on a single address, and v4 addresses written as v6 (`::ffff:10.4.0.1`) as v4.
*/

type Address = {readonly bits: 32 | 128; readonly value: bigint};

const parseV4 = (text: string): bigint | undefined => {
	const parts = text.split('.');
	const valid = parts.length === 4 && parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
	return valid ? parts.reduce((value, part) => (value << 8n) + BigInt(part), 0n) : undefined;
};

const groupsOf = (text: string): readonly string[] => text === '' ? [] : text.split(':');

/** A trailing `10.4.0.1` as the two groups it stands for. */
const withoutDots = (text: string): string => {
	const dotted = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
	const value = dotted?.[2] === undefined ? undefined : parseV4(dotted[2]);
	return value === undefined ? text : `${dotted?.[1]}${(value >> 16n).toString(16)}:${(value & 0xFF_FFn).toString(16)}`;
};

const parseV6 = (text: string): bigint | undefined => {
	const halves = withoutDots(text).split('::');
	const head = groupsOf(halves[0] ?? '');
	const tail = groupsOf(halves[1] ?? '');
	const missing = 8 - head.length - tail.length;
	const complete = halves.length === 2 ? missing >= 1 : halves.length === 1 && missing === 0;
	const groups = [...head, ...Array.from({length: Math.max(0, missing)}, () => '0'), ...tail];
	return complete && groups.every(group => /^[\da-f]{1,4}$/i.test(group)) ? BigInt(`0x${groups.map(group => group.padStart(4, '0')).join('')}`) : undefined;
};

const parseAddress = (text: string): Address | undefined => {
	const v4 = parseV4(text);
	if (v4 !== undefined) {
		return {bits: 32, value: v4};
	}

	const v6 = parseV6(text);
	return v6 === undefined ? undefined : {bits: 128, value: v6};
};

const printV4 = (value: bigint): string => [24n, 16n, 8n, 0n].map(shift => (value >> shift) & 255n).join('.');

/** The longest run of zeros, of two or more, is written `::`; of equal ones the first. */
const printV6 = (value: bigint): string => {
	const full = value.toString(16).padStart(32, '0').match(/.{4}/g)?.map(group => BigInt(`0x${group}`).toString(16)).join(':') ?? '';
	const runs = [...full.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)];
	const [longest] = runs.toSorted((left, right) => right[0].length - left[0].length);
	return longest ? `${full.slice(0, longest.index).replace(/:$/, '')}::${full.slice(longest.index + longest[0].length).replace(/^:/, '')}` : full;
};

/** `10.4.*` as a block; wildcards elsewhere in an address have no meaning as one. */
const withoutWildcard = (text: string): string => {
	const octets = /^((?:\d{1,3}\.){1,3})\*$/.exec(text)?.[1]?.split('.').slice(0, -1);
	return octets ? `${[...octets, '0', '0', '0'].slice(0, 4).join('.')}/${octets.length * 8}` : text;
};

const mappedPrefix = 0xFF_FFn;
const isMapped = ({bits, value}: Address, length: number): boolean => bits === 128 && value >> 32n === mappedPrefix && length >= 96;

/** The canonical text of an address or CIDR block, or undefined when it is neither. */
export const canonicalBlock = (text: string): string | undefined => {
	const [addressText = '', lengthText, ...surplus] = withoutWildcard(text).split('/');
	const address = parseAddress(addressText);
	const length = lengthText === undefined ? address?.bits : Number(lengthText);
	if (!address || length === undefined || surplus.length > 0 || (lengthText !== undefined && !/^\d{1,3}$/.test(lengthText)) || length > address.bits) {
		return undefined;
	}

	if (isMapped(address, length)) {
		return canonicalBlock(`${printV4(address.value & 0xFF_FF_FF_FFn)}/${length - 96}`);
	}

	const hostBits = BigInt(address.bits - length);
	const base = (address.value >> hostBits) << hostBits;
	return `${address.bits === 32 ? printV4(base) : printV6(base)}${length === address.bits ? '' : `/${length}`}`;
};
