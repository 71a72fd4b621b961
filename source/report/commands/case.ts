import {usageError} from '../../errors.ts';
import {nearestName} from '../../records/nearest-name.ts';
import type {Call} from '../call.ts';
import {facts, note, sources, undo} from './case/acts.ts';
import {create} from './case/create.ts';
import {dispose} from './case/dispose.ts';
import {join} from './case/join.ts';
import {review} from './case/review.ts';
import {exclude, restore, select} from './case/selections.ts';
import {log, show} from './case/show.ts';

const actions: Readonly<Record<string, (call: Call) => Promise<number>>> = {create, select, exclude, restore, facts, note, show, log, undo, review, sources, join, dispose};

/** Actions that a list behind a bulk export can be given to. */
const joining: ReadonlySet<string> = new Set(['create', 'join', 'sources add']);

/** `whosaw case ACTION DIR …` */
export const caseCommand = async (call: Call): Promise<number> => {
	const [action] = call.operands;
	const work = action !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined;
	if (!work) {
		const nearest = action === undefined ? undefined : nearestName(action, Object.keys(actions));
		throw usageError(action === undefined ? 'whosaw case what?' : `no action "${action}" of whosaw case`, nearest === undefined ? `Actions: ${Object.keys(actions).join(', ')}.` : `Did you mean ${nearest}?`);
	}

	if (call.flags.many('list-of').length > 0 && !joining.has(action === 'sources' ? `sources ${call.operands[1] ?? ''}` : action!)) {
		throw usageError(`whosaw case ${action!} takes no list`, 'A case keeps its lists: whosaw case join DIR --list-of EVENT=FILE.');
	}

	return work(call);
};
