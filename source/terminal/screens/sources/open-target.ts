import path from 'node:path';
import type {Action} from '../../app/actions.ts';
import {valueShown} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {editorOf} from '../../components/line-editor/state.ts';
import {ruleAbout} from '../../components/rule-form/keys.ts';
import type {Target} from './sources-lines.ts';

/** The investigator's own file of rules; without one, a new one beside the exports. */
const rulesPath = ({request}: State, source: string): string =>
	request.rules?.[0] ?? path.join(source === '-' ? '.' : path.dirname(source.split(/!(?!\/)/)[0]!), 'whosaw-rules.yaml');

const ruleForm = (state: State, {path: source, field, value, records}: Extract<Target, {kind: 'value'}>): Action => {
	const {drafts} = state;
	const kept = drafts['rule-about'] === ruleAbout({field, value}) ? drafts : {};
	return {
		type: 'open',
		layer: {
			kind: 'rule', about: {field, value, records}, pattern: editorOf(kept['rule-pattern'] ?? value), types: editorOf(kept['rule-types'] ?? ''),
			path: editorOf(kept['rule-path'] ?? rulesPath(state, source)), part: 'types', status: {is: 'asking'},
		},
	};
};

/** The pattern of a rule is the value itself: while accounts are hidden no rule is written for a value that names one. */
export const namingValue = (state: State, target: Target): string | undefined => target.kind === 'value' && valueShown(target.value, {...state, masked: state.blind}) !== target.value
	? 'Blind: this value may name an account; b ends it.'
	: undefined;

/** Rejected records are shown as they stand; for a value a rule is written. */
export const openTarget = (state: State, target: Target): readonly Action[] => [
	target.kind === 'value' ? ruleForm(state, target) : {type: 'open', layer: {kind: 'rejects', path: target.path, reason: target.reason, records: target.records, top: 0}},
];
