import test from 'ava';
import {textWidth} from '../../source/document/text-width.ts';
import {affectedHeadline, affectedReasons} from '../../source/report/affected-words.ts';
import {reportText} from '../../source/report/report-text.ts';
import {timelineLines} from '../../source/report/timeline-lines.ts';
import {rawCharacters, sampleAnswer, sampleReport, sampleSource} from '../helpers/sample-report.ts';

const hostile = 'C\u001B[2J\u202E\u0007';

test('a text report fits into 80 columns', t => {
	const wide = {...sampleReport, sources: [{...sampleSource, path: 'a/very/long/path/'.repeat(9) + 'crm.csv', records: {read: 10_482_113, kept: 10_000_000, duplicate: 482_000, rejected: 113}}, sampleSource]};
	for (const line of reportText(wide).split('\n')) {
		t.true(textWidth(line) <= 80, line);
	}
});

test('a text report accounts for every record of every source', t => {
	const text = reportText(sampleReport);
	t.true(text.includes('exports/crm.csv  9 read = 7 kept + 1 duplicate + 1 rejected'));
	const two = reportText({...sampleReport, sources: [sampleSource, {...sampleSource, path: 'b.csv'}]});
	t.regex(two, /total\s+18 read = 14 kept \+ 2 duplicate \+ 2 rejected/);
});

test('a text report shows the first customers and how to get the others', t => {
	const text = reportText(sampleReport);
	t.true(text.includes('C1001'));
	t.true(text.includes('C1010'));
	t.false(text.includes('C1011'));
	t.true(text.includes('and 15 more (--format csv)'));
});

test('the table asked for with --by is shown whole', t => {
	t.true(reportText(sampleReport, 'customer').includes('C1025'));
	t.true(reportText(sampleReport, 'day').includes('2020-10-05'));
});

test('a text report names the account, the data types and their flags, the countries and the limitations', t => {
	const text = reportText(sampleReport);
	for (const words of ['E0042', 'Jane Rivera', 'Health (GDPR Art. 9)', 'GB', 'Times without a zone were read as UTC']) {
		t.true(text.includes(words), words);
	}
});

test('a source that could not be read is named in the text', t => {
	const text = reportText({...sampleReport, failed: [{path: 'gone.csv', error: 'no such file'}]});
	t.true(text.includes('could not be read'));
	t.true(text.includes('gone.csv: no such file'));
});

test('hostile values become visible in the text', t => {
	const text = reportText({
		...sampleReport,
		filter: {...sampleReport.filter, text: `customer:${hostile}`},
		sources: [{...sampleSource, path: hostile}],
		failed: [{path: hostile, error: hostile}],
		answer: {
			...sampleAnswer,
			byEmployee: [{...sampleAnswer.byEmployee[0]!, employee: hostile, name: hostile}],
			byDataType: [{dataType: `custom:${hostile}`, customers: 1, events: 1}],
			byCountry: [{country: hostile, customers: 1}],
			customers: [{...sampleAnswer.customers[0]!, customer: hostile, name: hostile, country: hostile}],
			limitations: [hostile],
		},
	});
	t.deepEqual(rawCharacters(text), []);
	t.true(text.includes('C␛[2J'));
});

test('the affected customers are a number, a range, or a number without an upper bound', t => {
	t.is(affectedHeadline({atLeast: 1, atMost: 1, unknownEvents: 0}), '1 customer');
	t.is(affectedHeadline({atLeast: 571, atMost: 5571, unknownEvents: 0}), '571 to 5,571 customers');
	t.is(affectedHeadline({atLeast: 571, unknownEvents: 2}), 'at least 571 customers, with no upper bound');
});

test('a range says why it is one', t => {
	const reasons = affectedReasons(sampleAnswer.affected, sampleAnswer.totals).join(' ');
	t.true(reasons.includes('3 bulk exports hold 5,000 records and name nobody'));
	t.true(reasons.includes('571 customers are named'));
	t.deepEqual(affectedReasons({atLeast: 2, atMost: 2, unknownEvents: 0}, {...sampleAnswer.totals, countedOnly: {events: 0, records: 0}}), []);
});

test('days without an event stand in the timeline as empty bars', t => {
	const [bars, words] = timelineLines(sampleAnswer.byDay);
	t.is(bars!.length, 5);
	t.is(bars!.slice(1, 4), '▁▁▁');
	t.is(words, '2020-10-01 to 2020-10-05, at most 31 events a day');
});

test('a timeline of years is squeezed into the page', t => {
	const [bars] = timelineLines([{day: '2000-01-01', customers: 1, events: 1}, {day: '2020-12-31', customers: 1, events: 5}]);
	t.is(textWidth(bars!), 76);
	t.deepEqual(timelineLines([]), []);
});
