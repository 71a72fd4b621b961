import type {FieldMap} from '../records/field-expression.ts';
import {timeStyleOf} from '../records/parse-time.ts';
import {oneOf} from './expressions.ts';
import type {Sample} from './format.ts';
import {recordsOf, textAt} from './signature.ts';

/** The portal of Log Analytics and Sentinel writes the zone of a time into the name of its column, where its user looks at times in UTC. */
export const utcColumn = (name: string): string => `${name} [UTC]`;

/**
The fields of a table that the portal exported as CSV: times stand below the names that the portal gives them, and as its host writes them. Anything else is read as it is.
*/
export const asExported = (fields: FieldMap, times: readonly string[], sample: Sample): FieldMap => {
	const names = times.map(name => utcColumn(name));
	const texts = recordsOf(sample).flatMap(record => names.map(name => textAt(record, name)).find(text => text !== '') ?? []);
	return texts.length === 0 ? fields : {...fields, time: oneOf(...names), timeStyle: timeStyleOf(texts)?.style ?? fields.timeStyle};
};
