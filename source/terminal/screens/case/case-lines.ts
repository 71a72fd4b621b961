import {wordPage} from '../frame/word-page.ts';

/** What this screen is for, and what to use until it is there. */
export const caseLines = wordPage([
	'Cases are not built yet:',
	'This screen will keep an investigation that lasts: filters taken into the case as selections with their reasons, accesses taken out again with theirs, the counts of each, the facts of the incident, the clocks that run, a second person\'s review, and a journal of every act that cannot be changed unseen.',
	'Until then:',
	'e writes what the filter leaves as a case file: the affected customers, the evidence with its place in the exports, the question that was asked, what the figures cannot say, and hashes. It asks for the reason and writes it down. Anyone checks it with whosaw verify.',
	'c shows the command line that brings this view back: keep it beside the case file. Nothing else is kept when whosaw is left.',
]);
