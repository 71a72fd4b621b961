import test from 'ava';
import {lineText, lineWidth} from '../../../../source/terminal/drawing/line.ts';
import {headerLine} from '../../../../source/terminal/screens/explore/header-line.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

test('what may be wrong with the numbers is the last to leave a header that grows narrower', async t => {
	const app = driveApp({columns: 40});
	await app.answered();
	const changed = [{path: 'crm.csv', change: 'gone', isReadable: false, since: 0}] as const;
	const shown = (columns: number): string => {
		const line = headerLine({...app.state(), changed, size: {columns, rows: 40}});
		t.is(lineWidth(line), columns);
		return lineText(line).replace(/ ─*┐$/, '');
	};

	t.is(shown(120), '┌ whosaw  crm.csv   J. Rivera   UTC   1 file · 4,000 events · 3 rejected · 1 gone');
	t.is(shown(74), '┌ whosaw  crm.csv   UTC   1 file · 4,000 events · 3 rejected · 1 gone');
	t.is(shown(66), '┌ whosaw  crm.csv   1 file · 4,000 events · 3 rejected · 1 gone');
	t.is(shown(60), '┌ whosaw  crm.csv   4,000 events · 3 rejected · 1 gone');
	t.is(shown(45), '┌ whosaw  crm.csv   3 rejected · 1 gone');
	t.is(shown(40), '┌ whosaw  crm.csv   1 gone');
	app.end();
});
