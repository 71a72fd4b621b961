import {visibleText} from '../document/visible-text.ts';
import {isPayload, type BagListing} from './bag-listing.ts';
import {fail, pass, type Finding} from './finding.ts';
import {tagLines} from './tag-text.ts';

/** Elements of bag-info.txt in order; labels repeat. Lines that begin with a blank continue the value before. */
export type BagInfo = {readonly elements: ReadonlyArray<{readonly label: string; readonly value: string}>; readonly findings: readonly Finding[]};

export const parseBagInfo = (text: string, version: string): BagInfo => {
	const elements: Array<{label: string; value: string}> = [];
	const findings: Finding[] = [];
	for (const line of tagLines(text)) {
		const last = elements.at(-1);
		// RFC 8493 allows no blank before the colon; the versions before did.
		const match = (version === '1.0' ? /^([^\s:](?:[^:]*[^\s:])?):[ \t]*(.*)$/ : /^([^\s:][^:]*?)\s*:[ \t]*(.*)$/).exec(line);
		if (/^[ \t]/.test(line) && last) {
			last.value += ` ${line.trim()}`;
		} else if (match) {
			elements.push({label: match[1] ?? '', value: match[2] ?? ''});
		} else if (line.trim() !== '') {
			findings.push(fail('bag-info', `bag-info.txt has a line without a label: "${visibleText(line.slice(0, 80))}"`));
		}
	}

	return {elements, findings};
};

/** Values of a label, whatever its case. */
export const infoValues = (info: BagInfo, label: string): readonly string[] => info.elements
	.filter(element => element.label.toLowerCase() === label.toLowerCase())
	.map(element => element.value.trim());

/** Payload-Oxum: bytes and files of the payload, a quick way to see that something is missing or added. */
export const checkOxum = (info: BagInfo, listing: BagListing): readonly Finding[] => {
	const payload = [...listing.files].filter(([path]) => isPayload(path));
	const found = `${payload.reduce((sum, [, bytes]) => sum + bytes, 0)}.${payload.length}`;
	return infoValues(info, 'Payload-Oxum').map(expected => expected === found
		? pass('payload-oxum', `Payload-Oxum agrees: ${found} (bytes.files)`)
		: fail('payload-oxum', `Payload-Oxum says ${visibleText(expected.slice(0, 60))} (bytes.files), and there are ${found}`));
};
