import path from 'node:path';
import type {Action} from '../../app/actions.ts';
import type {Audience, ExportLayer, ExportPart} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {missingFacts} from '../facts-form/missing-facts.ts';
import {editorOf} from '../line-editor/state.ts';

/** Whom a case file can be for, in the order in which the form offers them. */
export const audiences: readonly Audience[] = ['law-enforcement', 'internal', 'regulator', 'hr', 'customers'];

/** Where a case file goes unless another place is typed: beside nothing that is there already, and named for whom it is. */
export const placeFor = ({caseFolder}: State, {of, audience}: Pick<ExportLayer, 'of' | 'audience'>): string =>
	`.${path.sep}${of === 'case' && caseFolder !== undefined ? `${path.basename(path.resolve(caseFolder))}-${audience}` : 'whosaw-export'}`;

/** The rows that can be reached, from the top. */
export const partsOf = ({opened}: State, {of, audience}: ExportLayer): readonly ExportPart[] => [
	'audience',
	...(of === 'case' && opened && missingFacts(opened.state.facts, audience).length > 0 ? ['facts' as const] : []),
	'directory', 'pack', 'key', 'recipients', ...(of === 'filter' ? ['reason' as const] : []), 'start',
];

/** The form with its cursor on a row that is there: the one of facts goes once they are stated. */
export const onRow = (state: State, layer: ExportLayer): ExportLayer => partsOf(state, layer).includes(layer.part) ? layer : {...layer, part: 'directory'};

const isAudience = (text: string | undefined): text is Audience => audiences.some(audience => audience === text);

/** The form, with what was typed when it was left. */
export const openExport = (state: State): readonly Action[] => {
	const {drafts, opened} = state;
	const kept = drafts['export-audience'];
	const of = opened ? 'case' : 'filter';
	const audience = isAudience(kept) ? kept : 'law-enforcement';
	return [{
		type: 'open',
		layer: {
			kind: 'export', of, audience, part: of === 'case' ? 'audience' : 'reason', zip: drafts['export-pack'] === 'zip', status: {is: 'asking'},
			directory: editorOf(drafts['export-directory'] ?? placeFor(state, {of, audience})), reason: editorOf(drafts['export-reason'] ?? ''),
			key: editorOf(drafts['export-key'] ?? ''), recipients: editorOf(drafts['export-recipients'] ?? ''),
		},
	}];
};

/** What was typed is there again when the form is opened next; of a case file that was written, neither its place nor its reason. */
export const leaveExport = (state: State, layer: ExportLayer): readonly Action[] => {
	const done = layer.status.is === 'done';
	return [
		{type: 'keep', drafts: {
			'export-audience': layer.audience, 'export-pack': layer.zip ? 'zip' : 'folder', 'export-key': layer.key.text, 'export-recipients': layer.recipients.text,
			'export-directory': done ? placeFor(state, layer) : layer.directory.text, 'export-reason': done ? '' : layer.reason.text,
		}},
		{type: 'close'},
	];
};
