import test from 'ava';
import type {State} from '../../../source/terminal/app/state.ts';
import {caseCommands} from '../../../source/terminal/keymap/case-commands.ts';

const refused = (status: State['load']['status'], caseFolder?: string): string | undefined =>
	caseCommands.find(({id}) => id === 'case-select')!.refuse!({opened: undefined, caseFolder, load: {status}} as unknown as State);

test('a case that is still being opened is not said to be none', t => {
	t.is(refused('complete', 'cases/leak'), 'The case is not open yet.');
	t.regex(refused('complete')!, /^No case is open\. whosaw case create/);
	t.is(refused('running', 'cases/leak'), 'Not everything is loaded yet.');
});
