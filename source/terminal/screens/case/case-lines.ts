import {wordPage} from '../frame/word-page.ts';

/** What this screen is for, and what to use until it is there. */
export const caseLines = wordPage([
	'This screen is not built yet:',
	'It will show a case that is open: selections with their reasons and what came to them since, accesses taken out again with theirs, the three counts, the facts of the incident, the clocks that run, the review, and the journal.',
	'Until then:',
	'A case is kept on the command line. whosaw case create DIR with the paths of the exports begins one, whosaw case select DIR with a filter and a reason takes accesses in, whosaw case show DIR tells how it stands. whosaw help case says the rest.',
	'c shows the command line that brings this view back, with its filter: the words to give to whosaw case select.',
	'e writes what the filter leaves as a case file, without a case: the affected customers, the evidence with its place in the exports, the question that was asked, what the figures cannot say, and hashes. It asks for the reason and writes it down. Anyone checks it with whosaw verify.',
]);
