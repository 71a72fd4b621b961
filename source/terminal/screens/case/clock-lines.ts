import {visibleText} from '../../../document/visible-text.ts';
import type {CaseView} from '../../../investigation/case/case-view.ts';
import {saidText} from '../../app/blinding.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import type {Seen} from './case-filter-words.ts';

/** `2 d 3 h`, `5 h`, `40 min`: what is left, rounded down. */
export const timeLeft = (milliseconds: number): string => {
	const minutes = Math.floor(milliseconds / 60_000);
	const hours = Math.floor(minutes / 60);
	return hours >= 48 ? `${Math.floor(hours / 24)} d ${hours % 24} h` : (hours > 0 ? `${hours} h` : `${minutes} min`);
};

type Clock = CaseView['clocks'][number]['initial'];

const clockRows = (name: string, {rule, endsAt}: Clock, {at, zone, width}: {readonly at: Date; readonly zone: string; readonly width: number}): readonly Line[] => {
	const head = `       ${name.padEnd(12)}`;
	if (endsAt === undefined) {
		return wrapWords(visibleText(rule), Math.max(10, width - head.length)).map((row, index): Line => [span(index === 0 ? head : ' '.repeat(head.length), 'quiet'), span(row, 'quiet')]);
	}

	const left = Date.parse(endsAt) - at.getTime();
	const ends = `${zonedTime(Date.parse(endsAt) * 1000, zone).slice(0, 16)} ${zone}`;
	return [[span(head, 'quiet'), left > 0 ? span(`ends ${ends}, ${timeLeft(left)} left`, 'warning') : span(`ended ${ends}`, 'bad')]];
};

/** The clocks of regulators: facts by place and controller, each to be checked with counsel. */
export const clockLines = ({clocks, at, state: {facts}}: CaseView, state: Seen, width: number): readonly Line[] => {
	const wrapped = (text: string, indent: number): readonly Line[] => wrapWords(visibleText(text), Math.max(10, width - indent)).map((row): Line => [span(' '.repeat(indent)), span(row, 'quiet')]);
	if (clocks.length === 0) {
		return wrapped(Array.isArray(facts['controllers']) && facts['controllers'].length > 0 ? 'None: nobody is affected yet.' : 'None run yet: nobody stated who answers for the data (controllers, by e or :).', 0);
	}

	return clocks.flatMap(({jurisdiction, controller, initial, final, individuals, statement, ruleDate}) => [
		[span(`  ${visibleText(jurisdiction)}`, 'accent'), span(`  ${visibleText(saidText(controller, state))}`, 'strong')] as Line,
		...([['initial', initial], ['final', final], ['individuals', individuals]] as const).flatMap(([name, clock]) => clockRows(name, clock, {at, zone: state.view.zone, width})),
		...wrapped(`${saidText(statement, state)} (check with counsel; rule as of ${ruleDate})`, 7),
	]);
};
