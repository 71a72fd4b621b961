import test from 'ava';
import {parseFilter} from '../../source/filter/parse.ts';
import {filterSentence} from '../../source/filter/sentence.ts';

const sentence = (text: string): string => filterSentence(parseFilter(text, {displayTimezone: 'UTC'}));

test('a filter reads as one English sentence', t => {
	t.is(sentence(''), 'All accesses.');
	t.is(sentence('NOT *'), 'No accesses.');
	t.is(sentence('employee:(E0042 OR jane@example.com OR C*) data:email time:2020-10-01..2020-10-24'), 'Accesses where the employee is "E0042", "jane@example.com" or like "C*"; and the data type is "email"; and the time is at or after 2020-10-01T00:00:00Z and before 2020-10-25T00:00:00Z.');
	t.is(sentence('NOT reason:* NOT system:batch -team:(a OR b)'), 'Accesses where the stated reason is not given; and the system is not "batch"; and the employee\'s team is neither "a" nor "b".');
	t.is(sentence('count:>=1000 ip:10.4.0.0/16 ip:10.4.0.7 leaked:true -leaked:true leaked:false'), 'Accesses where the number of records is at least 1000; and the network address is in 10.4.0.0/16; and the network address is 10.4.0.7; and the customer is on the leaked list; and the customer is not on the leaked list; and the customer is not on the leaked list.');
	t.is(sentence('"vip list" OR NOT (a b)'), 'Accesses where the record contains "vip list" or it is not so that (the record contains "a" and the record contains "b").');
	t.is(sentence('time:2020-10-01.. OR reason:*'), 'Accesses where the time is at or after 2020-10-01T00:00:00Z or the stated reason is given.');
});
