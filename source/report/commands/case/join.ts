import {visibleText} from '../../../document/visible-text.ts';
import {usageError} from '../../../errors.ts';
import {joinEventLists} from '../../../investigation/case/event-lists.ts';
import type {Case} from '../../../investigation/case/open-case.ts';
import {notesOfList} from '../../../investigation/event-lists/list-notes.ts';
import type {LoadOptions} from '../../../investigation/investigation.ts';
import {readListOf} from '../../../options/read-options.ts';
import type {Call} from '../../call.ts';
import {writeToStream} from '../../output.ts';
import {changing, folderOf} from './worker.ts';

/** Joins the lists that the command line names, and says what came of them. */
export const joinNamed = async (call: Call, opened: Case, options: LoadOptions = {}): Promise<readonly string[]> => {
	const lists = call.flags.many('list-of').map(text => readListOf(text));
	return lists.length === 0 ? [] : (await joinEventLists(opened, lists, options)).flatMap(list => notesOfList(list));
};

/** `whosaw case join DIR --list-of EVENT=FILE` */
export const join = async (call: Call): Promise<number> => {
	const folder = folderOf(call, 'join');
	if (call.flags.many('list-of').length === 0) {
		throw usageError('whosaw case join needs a list', `Name the event and its list: whosaw case join ${folder} --list-of EVENT=FILE.`);
	}

	return changing(call, 'join', async (opened, options, calling) => {
		const said = await joinNamed(call, opened, options);
		const by = await calling();
		await writeToStream(call.stdout, [...said.map(line => `${visibleText(by?.quoting(line) ?? line)}\n`), 'whosaw case show tells what it changes.\n']);
		return 0;
	});
};
