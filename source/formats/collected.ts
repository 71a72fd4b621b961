import {parseObject} from '../files/sample-records.ts';
import {confident} from './confident.ts';
import type {Sample} from './format.ts';
import {recordsOf, textAt} from './signature.ts';

/** Where log collectors put the record that they took in, as text: Cribl and Splunk, and CloudWatch Logs in each of its `logEvents`. */
const places: ReadonlyArray<readonly string[]> = [['_raw'], ['result', '_raw'], ['message']];

/** The records inside of records, where nearly all of them hold one. */
export const unwrapped = (sample: Sample): ReadonlyArray<{readonly sample: Sample; readonly envelope: readonly string[]}> =>
	sample.kind !== 'json' ? [] : places.flatMap(envelope => {
		const rows = recordsOf(sample).flatMap(record => {
			const inner = parseObject(textAt(record, ...envelope));
			return inner ? [inner] : [];
		});
		return rows.length > 0 && rows.length >= sample.rows.length * confident ? [{sample: {kind: 'json' as const, rows}, envelope}] : [];
	});
