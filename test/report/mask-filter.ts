import test from 'ava';
import {parseFilter} from '../../source/filter/parse.ts';
import {printFilter} from '../../source/filter/print.ts';
import {maskFilter, maskWords} from '../../source/report/mask-filter.ts';
import {pseudonymsOf} from '../../source/report/pseudonyms.ts';

const by = pseudonymsOf('a test');
const masked = (text: string): string => printFilter(maskFilter(parseFilter(text, {displayTimezone: 'UTC'}), by));

test('a name that a filter asks for gets the pseudonym that the rows have', t => {
	t.is(masked('customer:"Ann Lee" data:email'), `customer:${by.name('Ann Lee')} data:email`);
	t.is(masked('employee:(E0042 OR "Jane Rivera") NOT customer:Osei*'), `employee:(E0042 OR ${by.name('Jane Rivera')}) NOT customer:${by.name('Osei*')}`);
});

test('accounts, ids and what is no person stay', t => {
	for (const text of ['employee:jrivera customer:C1002', 'employee:E* system:"Support desk" reason:T401', 'NOT team:"Night shift"']) {
		t.is(masked(text), printFilter(parseFilter(text, {displayTimezone: 'UTC'})));
	}
});

test('a sentence about a filter has its names, addresses and numbers masked', t => {
	const filter = parseFilter('customer:"Ann Lee" customer:ann@example.com', {displayTimezone: 'UTC'});
	const said = maskWords('Nothing is left by customer:"Ann Lee" and customer:ann@example.com.', filter, by);
	t.notRegex(said, /Ann Lee|ann@/);
	t.true(said.includes(by.name('Ann Lee')) && said.includes(by.email('ann@example.com')));
});
