import type {CaseView} from '../../../investigation/case/case-view.ts';
import type {Fact} from '../../drawing/facts.ts';

/** The sources of the case, as far as somebody described how they were acquired. */
export type Described = CaseView['state']['sources'] | undefined;

const questions = [
	{name: 'exportedBy', title: 'exported by', what: 'who exported it'}, {name: 'system', title: 'out of', what: 'from which system'}, {name: 'query', title: 'query', what: 'with which query'},
	{name: 'selection', title: 'holds', what: 'whether it is all or filtered'}, {name: 'exportedAt', title: 'exported at', what: 'when'},
	{name: 'delivered', title: 'delivered', what: 'how it was delivered'}, {name: 'hashTaken', title: 'hash taken', what: 'when its hash was taken'},
] as const;

/** How an export of a case was acquired; what nobody said is a limitation. */
export const acquisitionFacts = (described: Described, sha256: string): readonly Fact[] => {
	const source = described?.find(each => each.sha256 === sha256);
	if (!source) {
		return [];
	}

	const {acquisition} = source;
	const silent = questions.filter(({name}) => acquisition[name] === undefined).map(({what}) => what);
	return [
		...questions.flatMap(({name, title}): readonly Fact[] => acquisition[name] === undefined ? [] : [{name: title, text: acquisition[name]}]),
		...(silent.length === 0 ? [] : [{name: 'not said', text: `${silent.join(', ')} (whosaw case sources describe says it)`, tone: 'warning'} as const]),
	];
};
