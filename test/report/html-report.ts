import test from 'ava';
import {formatNumber} from '../../source/document/format-number.ts';
import {htmlReport} from '../../source/report/html-report.ts';
import {markdownReport} from '../../source/report/markdown-report.ts';
import {reportJson} from '../../source/report/report-json.ts';
import {rawCharacters, sampleAnswer, sampleReport, whole} from '../helpers/sample-report.ts';

const hostile = '<script>alert(1)</script>"\'><img src=x onerror=y>\u202E\u001B[2J|[a](javascript:b)`*_';
const hostileReport = {
	...sampleReport, filter: {...sampleReport.filter, text: hostile}, sources: sampleReport.sources.map(source => ({...source, path: hostile})),
	answer: {...sampleAnswer, customers: [{...sampleAnswer.customers[0]!, customer: hostile, name: hostile, email: hostile, country: hostile, employees: [hostile], dataTypes: [hostile]}], byCountry: [{country: hostile, customers: 1}], byEmployee: [{...sampleAnswer.byEmployee[0]!, employee: hostile, name: hostile}], limitations: [hostile]},
};

type Json = {readonly totals: Readonly<Record<'events' | 'denied' | 'employees' | 'customers', number>>; readonly customers: ReadonlyArray<{readonly customer: string}>; readonly byDay: ReadonlyArray<{readonly day: string; readonly events: number}>; readonly byCountry: ReadonlyArray<{readonly country: string; readonly customers: number}>};


for (const [name, report] of [['HTML', htmlReport], ['Markdown', markdownReport]] as const) {
	test(`a report in ${name} has the numbers of the JSON, and every customer`, async t => {
		const json = JSON.parse(await whole(reportJson(sampleReport))) as Json;
		const text = (await whole(report(sampleReport))).replaceAll('\\', '');
		for (const value of [json.totals.events, json.totals.customers, ...json.byCountry.map(({customers}) => customers), ...json.byDay.map(({events}) => events)]) {
			t.true(text.includes(formatNumber(value)), String(value));
		}

		for (const {customer} of json.customers) {
			t.true(text.includes(customer), customer);
		}

		t.true(text.includes('5,558 events, 571 named customers, 2 user accounts'));
		t.true(text.includes('571 to 5,571 customers'));
	});

	test(`no value can act in a report in ${name}`, async t => {
		const text = await whole(report(hostileReport));
		t.deepEqual(rawCharacters(text), []);
		t.notRegex(text, /(?<!\\)<(?:img|script>alert)/);
		t.false(/(?<!\\)\[a\]\(/.test(text) && name === 'Markdown');
	});
}

test('in tables for people a moment is told to the second and not broken over lines, and a column of text is not squeezed', async t => {
	const text = await whole(htmlReport({...sampleReport, answer: {...sampleAnswer, customers: [{...sampleAnswer.customers[0]!, firstAt: Date.UTC(2020, 9, 6, 18, 59, 12) * 1000 + 705_000}]}}));
	t.regex(text, /<td class="whole">2020-10-06T18:59:12Z<\/td>/);
	t.regex(text, /<th scope="col" class="wide"><button type="button">e-mail<\/button>/);
	t.regex(text, /\.wide\{min-width:10rem\}/);
});

test('a report in HTML fetches nothing, and runs no script but its own', async t => {
	const text = await whole(htmlReport(sampleReport));
	t.deepEqual([...text.matchAll(/<[^>]*\s(?:src|href|action|style)=|url\(|@import/g)].map(([found]) => found), []);
	t.regex(text, /default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/);
	t.is(text.match(/<script>/g)?.length, 1);
	t.is(text.match(/<svg /g)?.length, 1);
	t.regex(text, /<th scope="col" class="right"><button type="button">events<\/button><span aria-hidden="true">events<\/span><\/th>/);
});
