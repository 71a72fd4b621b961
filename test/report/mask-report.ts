import test from 'ava';
import {maskRejection, maskReport} from '../../source/report/mask-report.ts';
import {pseudonymsOf} from '../../source/report/pseudonyms.ts';
import {reportJson} from '../../source/report/report-json.ts';
import {reportText} from '../../source/report/report-text.ts';
import {rowKinds} from '../../source/report/report.ts';
import {reportCsv, reportNdjson} from '../../source/report/row-formats.ts';
import {sampleAnswer, sampleReport, whole} from '../helpers/sample-report.ts';
import {cpuTime} from '../helpers/cpu-time.ts';

const masked = maskReport(sampleReport, pseudonymsOf('key'));
const personal = /customer\d+@example\.com|Customer Number|Jane Rivera|7946/;

test('no format of a masked report has a name, an e-mail address or a phone number', async t => {
	const texts = [
		reportText(masked),
		await whole(reportJson(masked)),
		...await Promise.all(rowKinds.map(async kind => whole(reportCsv(masked, {kind, guarded: false})))),
		...await Promise.all(rowKinds.map(async kind => whole(reportNdjson(masked, kind)))),
	];
	for (const text of texts) {
		t.notRegex(text, personal);
	}
});

test('counts, accounts and customer ids that name nobody stay', t => {
	t.deepEqual(masked.answer.totals, sampleAnswer.totals);
	t.is(masked.answer.byEmployee[0]!.employee, 'E0042');
	t.true(masked.answer.customers.some(({customer}) => customer === 'C1001'));
});

test('the same key gives the same pseudonym, another key another one', t => {
	t.is(pseudonymsOf('key').email('Jane@example.com'), pseudonymsOf('key').email('jane@example.com'));
	t.not(pseudonymsOf('key').email('jane@example.com'), pseudonymsOf('other').email('jane@example.com'));
	t.regex(pseudonymsOf('key').email('jane@example.com'), /^email-[0-9a-f]{12}$/);
});

test('a customer id that is an e-mail address gets the pseudonym of the address', t => {
	const by = pseudonymsOf('key');
	t.is(by.id('jane@example.com'), by.email('jane@example.com'));
	t.is(by.id('C1002'), 'C1002');
	t.is(by.id('+44 20 7946 0018'), by.phone('+442079460018'));
});

test('masked customers are in the order of their pseudonyms', t => {
	const customers = ['ann@example.com', 'bea@example.com', 'cem@example.com', 'dee@example.com'].map(customer => ({...sampleAnswer.customers[0]!, customer}));
	const ids = maskReport({...sampleReport, answer: {...sampleAnswer, customers}}, pseudonymsOf('key')).answer.customers.map(({customer}) => customer);
	t.deepEqual(ids, ids.toSorted());
});

test('addresses inside running text are replaced, instants and network addresses are not', t => {
	const {text} = pseudonymsOf('key');
	t.notRegex(text('called jane.o\'neil+x@mail.example.com, then (555) 010-0199'), /mail\.example|0199/);
	t.is(text('2020-10-01T09:00:00Z 10.4.0.12 2020-10-01..2020-10-24'), '2020-10-01T09:00:00Z 10.4.0.12 2020-10-01..2020-10-24');
});

test('of a rejected record only the length is left', t => {
	t.is(maskRejection({record: 1, reason: 'time not understood: "x"', raw: 'Jane Rivera,x'}, pseudonymsOf('key')).raw, '(masked: 13 characters)');
});

test('a long text without an address is masked in no time', t => {
	t.true(cpuTime(() => {
		pseudonymsOf('key').text('a'.repeat(200_000) + ' 1'.repeat(100_000) + '@'.repeat(100_000));
	}) < 2000);
});
