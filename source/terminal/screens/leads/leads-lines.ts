import {wordPage} from '../frame/word-page.ts';

/** What this screen is for, and what to use until it is there. */
export const leadsLines = wordPage([
	'Leads are not built yet:',
	'This screen will answer two questions, and call every answer a lead: where to look next, never who did it.',
	'With a list of leaked customers:',
	'Which accounts\' accesses are consistent with the list, in which window of time, and which of them cannot be told apart from the team or queue they work in. How much of the list nobody explains will stand beside it.',
	'Without a list:',
	'Whose days are unlike their own past and unlike their team: customers a day, new customers, hours, exports, denied attempts, each as a sentence with the number behind it.',
	'Until then:',
	'1 Explore: the employees are listed with their events and the customers they reached. f narrows by what leaked and when, such as data:email and a range of time; Enter on an employee shows only that account; 3 Customers lists whom it reached.',
	'f with customer:(C1002 OR C1003) for customers who reported it shows every account that reached one of them. Many did in their normal work: that alone is no sign of guilt.',
]);
