import {ExpectedError} from '../../errors.ts';
import type {ClockRule, JurisdictionRule, JurisdictionTable} from './rule.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Counsel's own table, as `--jurisdictions FILE` gives it. What is not understood is refused: a clock that is left out silently is a missed one. */
export const readJurisdictions = (text: string, where: string): JurisdictionTable => {
	const refuse = (message: string): ExpectedError => new ExpectedError(`the table of jurisdictions ${message}`, {
		where, next: 'Write {"date": "2026-01-31", "rules": [{"regulators": {"GB": "ICO"}, "regime": "UK GDPR", "initial": {"rule": "72 h from awareness", "hours": 72}, "final": {"rule": "…"}, "individuals": {"rule": "…"}, "trigger": "…", "elements": ["health"], "source": "…", "date": "2026-01-31"}]}.',
	});
	const parse = (): unknown => {
		try {
			return JSON.parse(text);
		} catch (error) {
			throw refuse(`is no valid JSON (${(error as Error).message})`);
		}
	};

	const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
	const said = (rule: Fields, name: string, number: number): string => {
		const value = rule[name];
		if (typeof value !== 'string' || value.trim() === '') {
			throw refuse(`lacks ${name} in rule ${number}`);
		}

		return value;
	};

	const clock = (rule: Fields, name: string, number: number): ClockRule => {
		const value = rule[name];
		if (!isFields(value) || typeof value['rule'] !== 'string') {
			throw refuse(`lacks ${name}.rule in rule ${number}`);
		}

		const {hours} = value;
		if (hours !== undefined && (typeof hours !== 'number' || !(hours > 0))) {
			throw refuse(`has ${name}.hours that are no number in rule ${number}`);
		}

		return {rule: value['rule'], ...(typeof hours === 'number' ? {hours} : {})};
	};

	const ruleOf = (rule: unknown, index: number): JurisdictionRule => {
		const number = index + 1;
		const {regulators, elements, date} = isFields(rule) ? rule : {};
		if (!isFields(rule) || !isFields(regulators) || Object.keys(regulators).length === 0 || !Object.values(regulators).every(name => typeof name === 'string')) {
			throw refuse(`lacks regulators (country or state → name) in rule ${number}`);
		}

		if (!Array.isArray(elements) || !elements.every(element => typeof element === 'string') || !isDate(date)) {
			throw refuse(`lacks elements (a list of data types) or date in rule ${number}`);
		}

		return {
			regulators: regulators as Readonly<Record<string, string>>, regime: said(rule, 'regime', number), initial: clock(rule, 'initial', number), final: clock(rule, 'final', number),
			individuals: clock(rule, 'individuals', number), trigger: said(rule, 'trigger', number), elements, source: said(rule, 'source', number), date,
		};
	};

	const table = parse();
	if (!isFields(table) || !isDate(table['date']) || !Array.isArray(table['rules'])) {
		throw refuse('lacks date or rules');
	}

	return {date: table['date'], origin: 'given with --jurisdictions', rules: table['rules'].map((rule, index) => ruleOf(rule, index))};
};
