import {completeAt, type Completion} from '../../filter/complete.ts';
import {knownValues} from '../../filter/fields.ts';
import {filterFields, type FilterField} from '../../filter/filter.ts';
import {valueText} from '../../filter/print.ts';
import type {FacetField} from '../../investigation/investigation.ts';
import {accountShown, blindingOf} from '../app/blinding.ts';
import {maskText} from '../drawing/masking.ts';
import type {FilterLayer} from '../app/layer.ts';
import type {Editor} from '../components/line-editor/state.ts';
import type {Effect, EffectContext} from './context.ts';

const most = 50;

const suggested: ReadonlySet<string> = new Set<FacetField>(['employee', 'data', 'team', 'country', 'activity', 'system', 'customer']);
const isSuggested = (field: string): field is FacetField => suggested.has(field);

const times = ['"last 7 days"', '"last 24 hours"'];

/** Values that are known without asking. */
const known = (field: string): readonly string[] => field === 'time' ? times : knownValues.get(field as FilterField) ?? [];

const fields = filterFields.filter(field => field !== 'text').map(field => `${field}:`);

const begins = (values: readonly string[], prefix: string): readonly string[] => values.filter(value => value.toLowerCase().startsWith(prefix.toLowerCase()));

const itemsFor = async ({held, store}: EffectContext, completion: Completion): Promise<readonly string[]> => {
	if (completion.kind === 'field') {
		return begins(fields, completion.prefix);
	}

	const {field, prefix} = completion;
	const blinding = blindingOf(store.state());
	if (field === 'employee' && blinding) {
		return (store.state().answers.employees?.value.rows ?? []).map(({value}) => accountShown(value, blinding)).filter(name => name.toLowerCase().includes(prefix.toLowerCase())).slice(0, most);
	}

	if (isSuggested(field) && held.investigation) {
		const values = await held.investigation.suggest(field, prefix, most);
		// A customer who is known by an address alone cannot be offered while addresses are hidden for good.
		return values.filter(value => !blinding || maskText(value) === value).map(value => valueText(value));
	}

	return begins(known(field), prefix);
};

/** Offers values for where the cursor of the filter line stands; what comes late for another text is not shown. */
export const completionEffect = (context: EffectContext): Effect => {
	let asked: Editor | undefined;
	const complete = async (editor: Editor): Promise<void> => {
		const completion = completeAt(editor.text, editor.at);
		const found = await itemsFor(context, completion).catch(() => []);
		const whole = editor.text.slice(completion.from, editor.at);
		const items = found.length === 1 && found[0] === whole ? [] : found;
		const change = (layer: FilterLayer): FilterLayer => layer.editor === editor ? {...layer, completions: {items, cursor: 0, from: completion.from, to: editor.at, of: editor}} : layer;
		context.store.dispatch({type: 'late', kind: 'filter', change: layer => layer.kind === 'filter' ? change(layer) : layer});
	};

	return {
		look({layers}) {
			const layer = layers.at(-1);
			if (layer?.kind === 'filter' && layer.editor !== asked) {
				asked = layer.editor;
				void complete(layer.editor);
			}
		},
		end() {/* suggestions are small */},
	};
};
