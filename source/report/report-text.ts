import {formatCount} from '../document/format-number.ts';
import {accountingLines} from './accounting-lines.ts';
import {affectedHeadline, affectedReasons} from './affected-words.ts';
import type {Report, RowKind} from './report.ts';
import {bullet, labelled, section, wrapText} from './text-page.ts';
import {textTables} from './text-tables.ts';
import {timelineLines} from './timeline-lines.ts';

const header = ({version, filter}: Report): readonly string[] => [
	`whosaw ${version}: who saw which customers' data`,
	...labelled('filter', filter.text === '' ? '(everything)' : filter.text),
	...labelled('times in', filter.displayTimezone),
];

const affected = ({answer}: Report): readonly string[] => [
	affectedHeadline(answer.affected),
	...affectedReasons(answer.affected, answer.totals).flatMap(text => wrapText(text, 76)),
];

const totals = ({answer: {totals: {events, denied, employees, customers}}}: Report): readonly string[] => [
	`${formatCount(events, 'event')} · ${formatCount(customers, 'named customer')} · ${formatCount(employees, 'employee')}`,
	...(denied > 0 ? [`and ${formatCount(denied, 'event')} denied or failed, which reached nobody`] : []),
];

const failures = ({failed}: Report): readonly string[] => failed.flatMap(({path, error}) => bullet(`${path}: ${error}`));

/** The answer for a terminal of 80 columns. With `by`, that table is shown whole. */
export const reportText = (report: Report, by?: RowKind): string => [
	...header(report),
	...section('Sources', accountingLines(report.sources, report.failed)),
	...section('Could not be read', failures(report)),
	...section('Affected', affected(report)),
	...section('Totals', totals(report)),
	...section('Timeline', timelineLines(report.answer.byDay)),
	...textTables(report, by),
	...section('Limitations', report.answer.limitations.flatMap(text => bullet(text))),
	'',
].join('\n');
