import test from 'ava';
import {csv, load} from '../../helpers/loading.ts';
import {temporaryFile} from '../../helpers/temporary-files.ts';

const staff = csv('id,name,email,team', 'zk1,Zofia Kowalczyk,zofia@bank.example,Desk Quartz', 'bh7,Bertil Hauge,bertil@bank.example,Desk Flint', 'NO,Nils Olsen,nils@bank.example,Desk Flint');
const log = csv('time,employee,customer', ...Array.from({length: 60}, (_, index) => `2026-03-${String(1 + index % 28).padStart(2, '0')}T12:00:00Z,${['zk1', 'bh7', 'NO'][index % 3]!},C${1000 + index}`));

test('an export that was selected by an account, by whatever it is called, by its team or by a word for accounts is refused', async t => {
	const investigation = await load(t, {'log.csv': log}, {employees: [temporaryFile(t, 'staff.csv', staff)], leaked: [temporaryFile(t, 'leaked.txt', 'C1001\nC1002\nC1003\nC1005\n')]});
	const verdict = async (selection: string): Promise<string> => (await investigation.leads({selections: [{path: 'log.csv', selection}]})).list!.verdict;
	for (const selection of ['zk1', 'where user_id = \'BH7\'', 'Zofia Kowalczyk', 'hauge, bertil', 'bertil@bank.example', 'desk flint', 'filtered by operator', 'alle Zugriffe der Mitarbeiterin', 'only two employés']) {
		t.is(await verdict(selection), 'rigged-source', selection);
	}

	for (const selection of ['all', '', 'ALL ', '1 to 28 March', 'customers of the shop', 'everything of the CRM', 'desk']) {
		t.not(await verdict(selection), 'rigged-source', selection);
	}

	const {list} = await investigation.leads({selections: [{path: 'log.csv', selection: 'Zofia Kowalczyk'}], called: () => 'E-1'});
	t.regex(list!.because, /log\.csv was selected by account\.$/);
	t.deepEqual([list!.leads, list!.unexplained], [[], undefined]);
});
