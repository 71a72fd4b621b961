import {isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap} from 'yaml';
import {createHash} from 'node:crypto';
import {ExpectedError} from '../errors.ts';
import {dataTypes, unknownDataType} from '../records/data-type.ts';
import {nearestName} from '../records/nearest-name.ts';
import {productPattern, rulePattern} from './pattern.ts';
import {readCatalog} from './read-catalog.ts';
import {allColumns, ruleFields, type Condition, type Rule, type RuleField, type Rules, type Table} from './rule.ts';
import {keyText, texts, type Refuse} from './yaml-nodes.ts';

/** Other words for what a rule looks at: the store keeps one text for the object, the page, the path or the query. */
const aliases: Readonly<Record<string, RuleField>> = {object: 'resource', path: 'resource', query: 'resource'};

const typeNames = [...dataTypes.map(({id}) => id), unknownDataType];

/** What a file may say beside its rules. */
const sections = ['version', 'rules', 'catalog'];

/** Reads one file of rules, and refuses what it does not understand: a rule that is passed over would look like data that was not reached. */
export const readRules = (text: string, path: string): Rules => {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, uniqueKeys: true});
	const refuse = (message: string, node?: unknown): ExpectedError => {
		const range = (node as {readonly range?: readonly number[] | null} | undefined)?.range;
		return new ExpectedError(message, {exitCode: 2, where: range ? `${path}, line ${lines.linePos(range[0]!).line}` : path, next: 'Its shape: version: 1, rules: [{id: NAME, when: {action: PATTERN}, types: [email]}].'});
	};

	const [error] = document.errors;
	if (error) {
		throw new ExpectedError(`it is not YAML: ${error.message.split('\n')[0]!.replace(/ at line.*$/s, '')}`, {exitCode: 2, where: `${path}, line ${lines.linePos(error.pos[0]).line}`});
	}

	const {contents} = document;
	if (!isMap(contents) || (contents.get('version') as unknown) !== 1) {
		throw refuse('it does not say version: 1', contents);
	}

	const strange = contents.items.find(({key}) => !sections.includes(keyText(key)));
	if (strange) {
		const near = nearestName(keyText(strange.key), sections);
		throw refuse(`it says "${keyText(strange.key)}", which this version does not understand${near === undefined ? '' : `; did you mean ${near}?`}`, strange.key);
	}

	const list = contents.get('rules');
	if (!isSeq(list)) {
		throw refuse('it has no list of rules', contents);
	}

	const catalog = readCatalog(contents.get('catalog', true), refuse, contents);
	const ids = new Set<string>();
	const rules = list.items.map(item => {
		if (!isMap(item)) {
			throw refuse('a rule is not a map', item);
		}

		const rule = readRule(item, catalog, refuse);
		if (ids.has(rule.id)) {
			throw refuse(`two rules are called "${rule.id}"`, item);
		}

		ids.add(rule.id);
		return rule;
	});
	return {path, rules, sha256: createHash('sha256').update(text).digest('hex')};
};

const readRule = (item: YAMLMap, catalog: readonly Table[] | undefined, refuse: Refuse): Rule => {
	const id = item.get('id');
	if (typeof id !== 'string' || !/^[\w.:-]+$/.test(id)) {
		throw refuse('a rule has no id of letters, digits and . _ : -', item);
	}

	for (const {key} of item.items) {
		const name = keyText(key);
		if (!['id', 'when', 'types', 'subject', 'scope'].includes(name)) {
			throw refuse(`rule "${id}" says "${name}", which this version does not understand`, key);
		}
	}

	const when = readConditions(id, item, refuse);
	const types = readTypes(id, item, refuse);
	return {id, when, types, ...readSubject(id, item, when, refuse), ...readScope(id, item, when, refuse), ...ofCatalog(id, {item, when, types, catalog}, refuse)};
};

const looksAtColumn = (conditions: readonly Condition[]): boolean => conditions.some(({field}) => field === 'column');

/** `counted` says that a file or a call holds many customers. Nothing else is to be said: whom an event names, the log says. */
const readScope = (id: string, item: YAMLMap, conditions: readonly Condition[], refuse: Refuse): Pick<Rule, 'scope'> => {
	const node = item.get('scope', true);
	if (node === undefined) {
		return {};
	}

	if (!isScalar(node) || node.value !== 'counted') {
		throw refuse(`rule "${id}": scope is "counted" (it holds many customers) or left out`, node ?? item);
	}

	if (looksAtColumn(conditions)) {
		throw refuse(`rule "${id}" looks at a column, which does not tell whom an event reached: scope goes with action, resource, system or activity`, node);
	}

	return {scope: node.value};
};

type OfCatalog = Pick<Rule, 'when' | 'types' | 'catalog'> & {readonly item: YAMLMap};

const ofCatalog = (id: string, {item, when, types, catalog}: OfCatalog, refuse: Refuse): Pick<Rule, 'catalog'> => {
	if (!types.includes(allColumns)) {
		return {};
	}

	if (looksAtColumn(when)) {
		throw refuse(`rule "${id}" looks at a column, which has no columns of its own`, item.get('types'));
	}

	if (!catalog) {
		throw refuse(`rule "${id}": ${allColumns} needs a catalog beside the rules, such as catalog: {public.customers: [id, email]}`, item.get('types'));
	}

	return {catalog};
};

/** `{from: path, regex: "/customers/([^/]+)"}`; `type` may say what kind of customer it is, for who reads the rule. */
const readSubject = (id: string, item: YAMLMap, conditions: readonly Condition[], refuse: Refuse): Pick<Rule, 'subject'> => {
	const node = item.get('subject');
	if (node === undefined) {
		return {};
	}

	if (looksAtColumn(conditions)) {
		throw refuse(`rule "${id}" looks at a column, which names no customer`, item);
	}

	if (!isMap(node)) {
		throw refuse(`rule "${id}": subject is not a map such as {from: path, regex: "/customers/([^/]+)"}`, item);
	}

	const said = new Map(node.items.map(({key, value}) => [keyText(key), isScalar(value) ? value.value : undefined]));
	const strange = [...said.keys()].find(name => !['from', 'regex', 'type'].includes(name));
	if (strange !== undefined) {
		throw refuse(`rule "${id}": subject says "${strange}", which this version does not understand`, node);
	}

	const from = said.get('from');
	const field = typeof from === 'string' ? aliases[from] ?? from : undefined;
	if (field !== 'resource' && field !== 'action') {
		throw refuse(`rule "${id}": subject is read from resource, object, path, query or action`, node);
	}

	const pattern = said.get('regex');
	if (typeof pattern !== 'string' || !/(?<!\\)\((?!\?)/.test(pattern)) {
		throw refuse(`rule "${id}": the regex of subject has no group for the customer, such as "/customers/([^/]+)"`, node);
	}

	return {subject: {field, pattern}};
};

const readConditions = (id: string, item: YAMLMap, refuse: Refuse): readonly Condition[] => {
	const when = item.get('when');
	if (!isMap(when)) {
		throw refuse(`rule "${id}" does not say when it holds`, item);
	}

	const conditions = when.items.map(({key, value}): Condition => {
		const name = keyText(key);
		const field = ruleFields.find(known => known === name) ?? aliases[name];
		if (!field) {
			const near = nearestName(name, [...ruleFields, ...Object.keys(aliases)]);
			throw refuse(`rule "${id}" looks at "${name}", which this version does not understand${near === undefined ? '' : `; did you mean ${near}?`}`, key);
		}

		const patterns = texts(value);
		if (!patterns) {
			throw refuse(`rule "${id}": ${name} is neither a text nor a list of texts`, key);
		}

		return {field, patterns: patterns.map(pattern => field === 'product' ? productPattern(pattern) : rulePattern(pattern))};
	});
	const fields = conditions.map(({field}) => field);
	if (fields.includes('column') && fields.some(field => field !== 'column' && field !== 'product')) {
		throw refuse(`rule "${id}" looks at a column and at something else: a column goes with a product only`, when);
	}

	if (new Set(fields).size < fields.length) {
		throw refuse(`rule "${id}" looks at the same thing twice: resource, object, path and query are one`, when);
	}

	return conditions;
};

const readTypes = (id: string, item: YAMLMap, refuse: Refuse): readonly string[] => {
	const node = item.get('types');
	const types = isSeq(node) ? texts(node) : undefined;
	if (!types) {
		throw refuse(`rule "${id}" names no types`, item);
	}

	for (const type of types) {
		if (type !== allColumns && type.startsWith('@')) {
			throw refuse(`rule "${id}": there is no "${type}"; the only one is ${allColumns}`, node);
		}

		if (type !== allColumns && !typeNames.includes(type) && !/^custom:\S/.test(type)) {
			const near = nearestName(type, typeNames);
			throw refuse(`rule "${id}": there is no data type "${type}"${near === undefined ? '' : `; did you mean ${near}?`}`, node);
		}
	}

	return [...new Set(types)];
};
