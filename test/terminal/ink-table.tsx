import test from 'ava';
import {render} from 'ink-testing-library';
import {Table} from '../../source/terminal/ink-table.ts';

test('ink-table, which is CommonJS, renders beside Ink 6', t => {
	const {lastFrame} = render(<Table data={[{employee: 'E0042', events: 5558}]}/>);
	t.is(lastFrame(), [
		'┌──────────┬────────┐',
		'│ employee │ events │',
		'├──────────┼────────┤',
		'│ E0042    │ 5558   │',
		'└──────────┴────────┘',
	].join('\n'));
});
