import {markdownPage} from '../document/markdown-page.ts';
import type {Text} from './output.ts';
import {reportBlocks} from './report-blocks.ts';
import type {Report} from './report.ts';

/** The same as Markdown, to be pasted into a ticket or a wiki. */
export const markdownReport = (report: Report): Text => markdownPage(reportBlocks(report));
