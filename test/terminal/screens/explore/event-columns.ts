import test from 'ava';
import type {EventRow} from '../../../../source/records/answer.ts';
import {cellText, eventColumns, placeColumns} from '../../../../source/terminal/screens/explore/event-columns.ts';

const event: EventRow = {
	id: 'ev1', row: 0, at: Date.UTC(2020, 9, 3, 14, 3, 11) * 1000, employee: 'E0042', activity: 'export', customers: [], customerScope: 'counted', recordCount: 5000,
	dataTypes: ['email'], dataTypeBasis: 'logged', outcome: 'success', source: 's1', record: 1,
};
const showing = {zone: 'UTC', masked: true, blinding: undefined};
const show = (id: string, change: Partial<EventRow> = {}): string => cellText(eventColumns.find(column => column.id === id)!, {...event, ...change}, showing);

test('columns never take more than there is, and more room brings more columns', t => {
	let before = 0;
	for (let width = 20; width < 260; width++) {
		const placed = placeColumns(width);
		const taken = placed.reduce((sum, column) => sum + column.width, 0) + placed.length - 1;
		t.true(taken <= width, `${width}`);
		t.true(placed.length >= before, `${width}`);
		before = placed.length;
	}
});

test('a wide screen shows resource, system, address and outcome', t => {
	const shown = placeColumns(130).map(({column}) => column.id);
	t.true(['resource', 'system', 'ip', 'outcome'].every(id => shown.includes(id)));
});

test('customers that a log does not name are never invented', t => {
	t.is(show('customer'), '5,000 unnamed');
	t.is(show('customer', {customerScope: 'unknown'}), 'unknown');
	t.is(show('customer', {customers: ['C1002', 'C1003']}), 'C1002 +4,999');
	t.is(show('customer', {customers: ['C1002', 'C1003'], recordCount: 2}), 'C1002 +1');
});

test('a denied access is marked where everyone looks', t => {
	t.is(show('activity', {activity: 'read', outcome: 'denied'}), 'read ✕');
});

test('what a log holds cannot reach the terminal as an escape', t => {
	t.is(show('resource', {resource: '\u001B]52;c;x\u0007'}), '␛]52;c;x␇');
	t.is(show('reason', {reason: 'a\u202Eb'}), 'a⟨U+202E⟩b');
});

test('an address of a person is masked in every column', t => {
	t.is(show('employee', {employee: 'jane@example.com'}), 'j•••@example.com');
});

test('a reason says by its sign what tickets say of it, and is filtered by as it stands', t => {
	t.deepEqual(['supported', 'contradicted', 'claimed', 'contradicted supported'].map(support => show('reason', {reason: 'T401', support})), ['✓ T401', '✗ T401', 'T401', 'T401']);
	t.is(show('reason'), '–');
	t.is(eventColumns.find(({id}) => id === 'reason')!.value?.({...event, reason: 'T401', support: 'supported'}), 'T401');
});

test('what a log calls its data takes the room of what is seen of it, and how much more there is stays', t => {
	const column = eventColumns.find(({id}) => id === 'data')!;
	t.is(cellText(column, {...event, dataTypes: ['custom:\u001B[2J\nline2', 'email']}, showing, 14), 'custom:␛[2… +1');
});

test('an address that is cut is masked before it is cut', t => {
	const column = eventColumns.find(({id}) => id === 'customer')!;
	t.is(cellText(column, {...event, customers: ['jane.doe.of.the.long.name@example.com', 'C1'], recordCount: 2}, showing, 12), 'j•••@exa… +1');
});

test('a column that no export fills leaves its room to the next', t => {
	const ids = (empty?: string): readonly string[] => placeColumns(100, empty).map(({column}) => column.id);
	t.true(ids().includes('system') && !ids().includes('ip'));
	t.true(!ids('system').includes('system') && ids('system').includes('ip'));
	t.is(placeColumns(100, 'system'), placeColumns(100, 'system'));
});
