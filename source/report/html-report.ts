import {htmlPage} from '../document/html-page.ts';
import type {Text} from './output.ts';
import {reportBlocks} from './report-blocks.ts';
import type {Report} from './report.ts';

/** One file with the chart and tables that can be sorted; it needs nothing from elsewhere. */
export const htmlReport = (report: Report): Text => htmlPage(reportBlocks(report), {
	title: 'Who saw which customers\u2019 data', language: 'en', footer: `whosaw ${report.version}. An access shows that data was reached, not what was done with it. Accounts, not persons.`,
});
