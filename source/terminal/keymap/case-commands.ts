import type {CaseActLayer} from '../app/layer.ts';
import type {State} from '../app/state.ts';
import {askActor} from '../components/actor-form/ask-actor.ts';
import {caseDraft} from '../components/case-act/keys.ts';
import {allStated, openAllFacts} from '../components/facts-form/open-facts.ts';
import {editorOf} from '../components/line-editor/state.ts';
import type {Command} from './command.ts';

/** Why nothing can be done to a case now. */
const noCase = ({opened, load, caseFolder}: State): string | undefined => {
	if (load.status !== 'complete') {
		return 'Not everything is loaded yet.';
	}

	if (!opened && caseFolder !== undefined) {
		return 'The case is not open yet.';
	}

	return opened ? (opened.readOnly === undefined ? undefined : `The case is open to be read only: ${opened.readOnly}.`) : 'No case is open. whosaw case create DIR PATH… makes one, whosaw DIR opens it.';
};

const form = (act: CaseActLayer['act']): Command['run'] => state => askActor(state, `case-${act}`) ?? [
	{type: 'open', layer: {kind: 'case-act', act, reason: editorOf(state.drafts[caseDraft(act)] ?? ''), status: {is: 'asking'}}},
];

/** What is done to the case that is open. Taking accesses out is too weighty for one key: it is in the palette. */
export const caseCommands: readonly Command[] = [
	{id: 'case-select', title: 'Add what the filter matches to the case', short: 'add to case', keys: ['a'], group: 'Evidence', refuse: noCase, run: form('select')},
	{id: 'case-exclude', title: 'Exclude what the filter matches from the case', keys: [], group: 'Evidence', refuse: noCase, run: form('exclude')},
	{id: 'case-restore', title: 'Restore what was excluded from the case', keys: [], group: 'Evidence', refuse: state => noCase(state) ?? (state.opened!.state.exclusions.length === 0 ? 'Nothing was excluded from this case.' : undefined), run: form('restore')},
	{id: 'case-note', title: 'Write a note in the journal of the case', keys: [], group: 'Evidence', refuse: noCase, run: form('note')},
	{id: 'case-facts', title: 'State facts of the incident that the case does not have', keys: [], group: 'Evidence', refuse: state => noCase(state) ?? allStated(state), run: state => askActor(state, 'case-facts') ?? openAllFacts(state)},
];
