import test from 'ava';
import {customerOfKey} from '../../source/formats/object-key.ts';
import {evaluate} from '../../source/records/evaluate-expression.ts';
import {field} from '../../source/records/field-expression.ts';

const named = (key: string): string | undefined => evaluate(customerOfKey(field('key')), () => key);

test('a folder or a document behind customers/ is a customer', t => {
	t.is(named('customers/C1002.json'), 'C1002');
	t.is(named('exports/customers/C77/passport scan.pdf'), 'C77');
	t.is(named('patients/P-12/x.dcm'), 'P-12');
	t.is(named('customers/4711/notes.txt'), '4711');
});

test('days, parts, versions and files of rows are of many, and no customer', t => {
	for (const key of ['customers/2020-10-01.csv', 'customers/2020-10-01/all.json', 'customers/2020/10/part-0001.parquet', 'customers/20201001_export.json', 'customers/export-7.json', 'customers/v2/a.json', 'customers/10/01/x.json', 'customers/C1002.csv', 'customers/C1002.ndjson.gz', 'clients/2020/C8.json', 'mycustomers/C1.json', 'customers/all.json', 'C1.json']) {
		t.is(named(key), undefined, key);
	}
});

test('a number is a customer unless it is a day of this time: small ones, and those that begin like a year', t => {
	for (const [key, customer] of [['customers/42.json', '42'], ['customers/42/profile.json', '42'], ['customers/7/17.json', '7'], ['customers/200123.json', '200123'], ['customers/209912.json', '209912'], ['customers/20451399/a.pdf', '20451399'], ['customers/1999.json', '1999']] as const) {
		t.is(named(key), customer, key);
	}

	for (const key of ['customers/10/01/all.json', 'customers/07/all.json', 'customers/201012.json', 'customers/20201031/all.json']) {
		t.is(named(key), undefined, key);
	}
});
