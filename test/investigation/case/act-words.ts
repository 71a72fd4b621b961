import test from 'ava';
import type {JournalLine} from '../../../source/case/journal-line.ts';
import {emptyState} from '../../../source/case/case-state.ts';
import {actWords} from '../../../source/investigation/case/act-words.ts';

const sha256 = 'ab'.repeat(32);
const sources = [{path: '../crm.csv', sha256, bytes: 1, format: 'table', records: {read: 1, kept: 1, duplicate: 0, rejected: 0}, acquisition: {}}];
const words = (line: Pick<JournalLine, 'act' | 'payload'>): string => actWords(line, {...emptyState, sources});

test('an act is told in words: which record of which export, what was unmasked and why, what was asked', t => {
	t.is(words({act: 'record-opened', payload: {sha256, record: 17}}), 'record 17 of ../crm.csv');
	t.is(words({act: 'record-opened', payload: {sha256: 'cd'.repeat(32), record: 17}}), 'record 17 of the export with sha256 cdcdcdcdcdcd');
	t.is(words({act: 'unmasked', payload: {what: 'contacts', reason: 'to call her back'}}), 'names, e-mails and phones  (to call her back)');
	t.is(words({act: 'unmasked', payload: {what: 'accounts', reason: 'handed to HR'}}), 'accounts by their names  (handed to HR)');
	t.is(words({act: 'unmasked', payload: {reason: 'as it was kept before'}}), '(as it was kept before)');
	t.is(words({act: 'filter-asked', payload: {filter: 'employee:E0042', beyondScope: false}}), 'employee:E0042');
	t.is(words({act: 'filter-asked', payload: {filter: 'employee:E0107', beyondScope: true}}), 'employee:E0107  BEYOND THE AUTHORISED SCOPE');
	t.is(words({act: 'source-described', payload: {sha256, acquisition: {system: 'CRM', selection: 'all'}}}), '../crm.csv: system, selection');
	t.is(words({act: 'facts', payload: {facts: {title: 'e-mail leak', contact: 'help@example.com'}}}), 'title, contact');
	t.is(words({act: 'reviewed', payload: {revision: sha256}}), 'abababababab');
	t.is(words({act: 'note'}), '(withheld)');
});
