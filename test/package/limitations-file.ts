import test from 'ava';
import {factWords} from '../../source/package/documents/fact-words.ts';
import {withoutHints} from '../../source/package/limitations-file.ts';

test('a limitation tells the reader of a case file nothing of options, and loses no other word', t => {
	for (const [sentence, expected] of [
		['crm.csv: 14 records of 36,044 could not be understood and are not counted (whosaw sources --rejected lists them).', 'crm.csv: 14 records of 36,044 could not be understood and are not counted.'],
		['crm.csv: its times carry no offset and were read as UTC, which nobody confirmed (--timezone).', 'crm.csv: its times carry no offset and were read as UTC, which nobody confirmed.'],
		['crm.csv has no column for the stated reason (reason:): to the filter every record of it is one without. If a column holds it, name it: --map reason=COLUMN.', 'crm.csv has no column for the stated reason (reason:): to the filter every record of it is one without.'],
		['a--b.csv (a copy) is torn: there was more, and it is not counted.', 'a--b.csv (a copy) is torn: there was more, and it is not counted.'],
	] as const) {
		t.is(withoutHints(sentence), expected);
	}
});

test('somebody in the facts is called by a name first, whatever order the file has', t => {
	t.is(factWords({email: 'privacy@example.com', name: 'Privacy desk', phone: '+44 20 7946 0018'}), 'Privacy desk, privacy@example.com, +44 20 7946 0018');
});
