import {parseTime} from '../records/parse-time.ts';
import type {Choice} from './choose-plan.ts';
import {asRequested, type Decide, type Decided} from './doubt.ts';
import {grouped} from './grouped.ts';
import {firstTexts} from './preview.ts';
import {understand} from './second-reader.ts';

/** A time of the first records that carries no offset, as the export writes it. */
const naiveExample = (choice: Choice): string | undefined => {
	for (const text of firstTexts(choice, 20)) {
		const original = understand(choice, text)?.atOriginal;
		const parsed = original === undefined ? undefined : parseTime(original, choice.fields.timeStyle, 'UTC');
		if (parsed && 'at' in parsed && parsed.naive) {
			return original;
		}
	}

	return undefined;
};

/** Asks for the zone of times without an offset where nobody said it, once for each kind of file. */
export const settleZones = async (choices: readonly Choice[], decide: Decide, onDecided: (decided: Decided) => void): Promise<readonly Choice[]> => {
	const naive = choices.flatMap(choice => {
		const example = choice.zone.given ? undefined : naiveExample(choice);
		return example === undefined ? [] : [{choice, example}];
	});
	const zones = new Map<Choice, string>();
	for (const members of grouped(naive, ({choice}) => choice.family)) {
		const {choice: {fields}, example} = members[0];
		const doubt = {kind: 'zone', paths: members.map(({choice}) => choice.file.path), example, style: fields.timeStyle} as const;
		const decision = await decide(doubt);
		if (decision.kind === 'zone' && decision.zone !== undefined) {
			onDecided(asRequested(doubt, decision, members.length === choices.length));
			for (const {choice} of members) {
				zones.set(choice, decision.zone);
			}
		}
	}

	return choices.map(choice => zones.has(choice) ? {...choice, zone: {name: zones.get(choice)!, given: true}} : choice);
};
