/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import test from 'ava';
import {timePopup} from '../../../../source/terminal/components/time-prompt/view.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {driveApp} from '../../../helpers/app-driver.ts';

const typed = '\u001B]0;owned\u0007 \u202Eevil\u202C \u2066iso\u2069 \u009B31m ';

test('what is no time is quoted as what can be seen of it, while it is typed and when it is refused, and what can be typed stays in view', async t => {
	const app = driveApp();
	await app.answered();
	app.press('t');
	app.type(typed + 'x'.repeat(2000));
	const lines = () => {
		const layer = app.state().layers.at(-1);
		return layer?.kind === 'time' ? timePopup(app.state(), layer, {width: 70, height: 15}).map(line => lineText(line)) : [];
	};

	t.true(lines()[1]!.includes('not understood'));
	t.notRegex(lines().join(''), /[\u001B\u009B\u202E\u2066]/);
	app.press('enter');
	t.regex(lines().join(''), /✕ time not understood/);
	t.notRegex(lines().join(''), /[\u001B\u009B\u202E\u2066]/);
	t.true(lines().slice(0, 15).some(line => line.startsWith('Such as ')));
	app.end();
});
