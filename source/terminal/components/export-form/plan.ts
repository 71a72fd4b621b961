import type {PlannedExport} from '../../../investigation/check-export.ts';
import {expandHome} from '../../../investigation/path-completions.ts';
import type {CaseView} from '../../../investigation/case/case-view.ts';
import type {ExportLayer, ExportPart} from '../../app/layer.ts';
import {factWords} from '../facts-form/fact-name.ts';
import {neededFacts} from '../facts-form/missing-facts.ts';

/** What was typed, as the command line would take it: no shell is there to find the home folder. */
export const planOf = ({directory, key, recipients, zip}: ExportLayer): PlannedExport => {
	const file = key.text.trim();
	return {
		directory: expandHome(directory.text.trim()), keys: file === '' ? [] : [expandHome(file)], zip,
		recipients: recipients.text.split(/[\s,;]+/).filter(Boolean),
	};
};

export type Problem = {readonly part: ExportPart; readonly problem: string};

const recipientProblem = (recipient: string): string | undefined => {
	if (/^AGE-SECRET-KEY-/i.test(recipient)) {
		return 'This is the secret half of a key. Give what stands behind “public key:” in the file of age-keygen.';
	}

	if (/^(?:ssh-|ecdsa-|sk-)/.test(recipient)) {
		return 'This is an SSH key; only age recipients (age1…) can be given. Ask the receiver for one, or encrypt the zip with age -R.';
	}

	return recipient.startsWith('age1') ? undefined : 'A recipient begins with age1.';
};

/** What of the form cannot be right, before anything is asked of the disk. */
export const problemIn = (layer: ExportLayer, opened: CaseView | undefined): Problem | undefined => {
	const {directory, recipients} = planOf(layer);
	if (directory === '') {
		return {part: 'directory', problem: 'Name a folder for the case file: it must be absent or empty.'};
	}

	const wrong = recipients.map(recipient => recipientProblem(recipient)).find(problem => problem !== undefined);
	if (wrong !== undefined) {
		return {part: 'recipients', problem: wrong};
	}

	if (layer.of === 'filter') {
		if (layer.audience === 'customers') {
			return {part: 'audience', problem: 'Letters to customers need the facts of the incident, which only a case holds: whosaw case create DIR PATH… makes one.'};
		}

		return layer.reason.text.trim() === '' ? {part: 'reason', problem: 'Say why this is exported: the reason is written into the case file.'} : undefined;
	}

	const facts = opened ? neededFacts(opened.state.facts, layer.audience) : [];
	return facts.length === 0 ? undefined : {part: 'facts', problem: `The letters need ${facts.map(name => factWords[name].words).join(', ')}. Enter states them.`};
};
