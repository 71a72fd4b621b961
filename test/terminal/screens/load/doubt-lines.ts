import test from 'ava';
import {askedOf} from '../../../../source/terminal/app/asked.ts';
import {lineText} from '../../../../source/terminal/drawing/line.ts';
import {doubtLines} from '../../../../source/terminal/screens/load/doubt-lines.ts';
import {beginningState} from '../../../helpers/app-driver.ts';

test('the question for a zone is said whole on a narrow screen, and what the example means there too', t => {
	const asked = askedOf({kind: 'zone', paths: ['crm.csv'], example: '2020-10-03 14:00:00', style: {kind: 'iso'}});
	for (const width of [56, 76, 116]) {
		const shown = doubtLines(asked, beginningState(), {width, height: 18}).map(line => lineText(line).trimEnd());
		t.regex(shown.join(' '), /carry no offset: 2020-10-03 14:00:00\. Not known: UTC, and results say “assumed”\./);
		t.regex(shown.join('\n'), /▸ UTC, assumed += 2020-10-03 14:00:00 UTC\n/);
	}
});
