import {count, day, instant, list, object, text, texts, type Schema} from './schema.ts';
import {failedSource, sourceFields, sourceTimes} from './source-schema.ts';

const span = {firstAt: instant, lastAt: instant};

/** JSON Schema of `whosaw report --format json`. */
export const reportSchema: Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'whosaw.report/1',
	title: 'The answer to one filter over access logs',
	...object({
		schema: {type: 'string', const: 'whosaw.report/1'},
		tool: object({name: {type: 'string', const: 'whosaw'}, version: text}),
		filter: object({text, displayTimezone: text}, {from: instant, to: instant}),
		sources: list({oneOf: [object(sourceFields, sourceTimes), failedSource]}),
		totals: object({events: count, denied: count, employees: count, customers: count, countedOnly: object({events: count, records: count})}, {inferred: {...count, description: 'customers who are known only from lists that were supplied for bulk exports; absent where none was'}}),
		affected: {...object({atLeast: count, unknownEvents: count}, {atMost: count}), description: 'atMost is absent when there is no upper bound'},
		byDataType: list(object({dataType: text, customers: count, events: count})),
		byEmployee: list(object({employee: text, customers: count, events: count, ...span})),
		byCountry: list(object({country: text, customers: count})),
		byDay: list(object({day, customers: count, events: count})),
		customers: list(object({customer: text, dataTypes: {...texts, minItems: 1}, events: count, employees: texts, ...span}, {email: text, country: text, inferred: {...count, description: 'so many of the events do not name the customer, and a list that was supplied for the event does; absent where there are none'}})),
		limitations: texts,
	}),
};
