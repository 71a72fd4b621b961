import test from 'ava';
import {columnsOfStatement, copyOfStatement, customersOfStatement, rowsUnlessNamed, tableOfStatement} from '../../source/formats/statement-words.ts';
import {evaluate} from '../../source/records/evaluate-expression.ts';
import {field, type FieldExpression} from '../../source/records/field-expression.ts';

const [statement, values, rows] = [field('statement'), field('values'), field('rows')];
const read = (expression: FieldExpression, text: string, given = '', number = ''): string | undefined => evaluate(expression, ([key]) => key === 'statement' ? text : (key === 'values' ? given : (key === 'rows' ? number : undefined)));
const named = (text: string, given?: string): string | undefined => read(customersOfStatement(statement, values), text, given);

test('a condition names customers by a number, a text, a list, or an e-mail address', t => {
	t.is(named('select 1 from orders where customer_id = \'C1\''), 'C1');
	t.is(named('select 1 from orders o where a = 2 and (o."customer_no" = 7)'), '7');
	t.is(named('select 1 from orders where client_id in (\'C1\', \'C2\')'), 'C1; C2');
	t.is(named('SELECT 1 FROM crm.public."customers" c WHERE c.id = \'C3\''), 'C3');
	t.is(named('select 1\nfrom customers\nwhere email = \'jo@example.com\''), 'jo@example.com');
	t.is(named('update customers set email = \'new@example.com\', customer_email = \'n@example.com\' where id = \'C4\''), 'C4');
});

test('customers that are named one by one are all named', t => {
	t.is(named('select 1 from orders where customer_id = \'C1\' or customer_id = \'C2\''), '["C1","C2"]');
	t.is(named('select 1 from orders o where tenant = 4 and (o.customer_id = 7 OR o.customer_id=8\n or o.customer_no = \'9\') order by a'), '["7","8","9"]');
	t.is(named('select 1 from customers where (id = 7 or id = 8)'), '["7","8"]');
	t.is(named(`select 1 from orders where ${Array.from({length: 30}, (_, at) => `customer_id = ${at}`).join(' or ')}`), JSON.stringify(Array.from({length: 30}, (_, at) => String(at))));
	// What stands behind another column is no customer.
	t.is(named('select 1 from orders where customer_id = 7 or id = 8'), '7');
	t.is(named('select 1 from orders where id = 8 or customer_id = 7'), '7');
});

test('a value that was given with the statement is the one that its number says', t => {
	t.is(named('select 1 from orders where customer_id = $1', 'C1'), 'C1');
	t.is(named('select 1 from orders where tenant = $1 and customer_id = $2', '"7, 8",C2'), 'C2');
	t.is(named('update customers set email = $1 where id = $2', 'a@example.com,"C ""9"""'), 'C "9"');
	t.is(named('select 1 from orders where customer_id = $1', '<not logged>'), undefined);
	t.is(named('select 1 from orders where customer_id = $3', 'C1'), undefined);
});

test('what a statement writes, excludes or compares names nobody', t => {
	for (const text of ['insert into customers (customer_id) values (\'C1\')', 'select 1 from a where not customer_id = \'C1\'', 'select 1 from a where customer_id <> 4', 'select 1 from a where customer_id >= 4', 'select 1 from a join b on a.customer_id = b.customer_id', 'select 1 from settings where id = 4']) {
		t.is(named(text), undefined, text);
	}
});

test('columns and tables, in quotes or not', t => {
	t.is(read(columnsOfStatement(statement), 'select c."Email", phone from x'), 'c.Email; phone');
	t.is(read(columnsOfStatement(statement), 'select count(*) from x'), undefined);
	t.is(read(tableOfStatement(statement), 'COPY crm.customers TO STDOUT'), 'crm.customers');
	t.is(read(tableOfStatement(statement), 'copy (select * from "Customers") to stdout'), '"Customers"');
});

test('a copy out of the database is an export, and one into it is none', t => {
	t.is(read(copyOfStatement(statement), 'COPY customers TO stdout'), 'export');
	t.is(read(copyOfStatement(statement), 'copy (select a from b) to \'/tmp/x\''), 'export');
	t.is(read(copyOfStatement(statement), 'copy customers from stdin'), 'create');
	t.is(read(copyOfStatement(statement), 'select 1'), undefined);
});

test('rows are counted where nobody is named, or not all of them', t => {
	const counted = (text: string): string | undefined => read(rowsUnlessNamed(rows, statement, customersOfStatement(statement)), text, '', '20');
	t.is(counted('select * from customers'), '20');
	t.is(counted('select * from orders where customer_id = 7'), undefined);
	t.is(counted('select * from orders where customer_id = 7 or total > 5'), '20');
});
