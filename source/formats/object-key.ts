import {extract, first, type FieldExpression} from '../records/field-expression.ts';
import {nothing, whereFilled} from './expressions.ts';
import {subjects} from './web-request.ts';

/** A year of this time, a month or a day of it, a version, or a part of many: what folders of exports are called. Other numbers are those of customers. */
const many = '^((?:20[1-3][0-9](?:[-_]?(?:0[1-9]|1[0-2])(?:[-_]?(?:0[1-9]|[12][0-9]|3[01]))?)?|[vV][0-9]+|0[0-9]|[A-Za-z_-]*(?:[Pp]art|[Pp]age|[Bb]atch|[Cc]hunk|[Ss]hard|[Ee]xport|[Dd]ump|[Bb]ackup|[Ff]ull|[Aa]ll)[a-z]*[-_]?[0-9][0-9_-]*)(?:[-_T].*)?)$';
/** Files that hold rows, whosever they are. */
const rows = String.raw`(\.(?:csv|tsv|parquet|avro|orc|ndjson|jsonl|xlsx?|sql|dump|bak|log|txt|zip|tar|tgz|7z|gz|bz2|zst)(?:\.[a-z0-9]+)?)$`;

/**
The customer that the key of an object names: the folder or the document behind `customers/`. A file of rows is of many, and so is a folder that
is called by a day: neither is a customer.
*/
export const customerOfKey = (key: FieldExpression): FieldExpression => {
	// A month and a day are two folders.
	const calendar = extract(key, `(?:^|/)(?:${subjects})[sn]?/([0-9]{1,2})/[0-9]{1,4}/`);
	const folder = extract(key, `(?:^|/)(?:${subjects})[sn]?/([A-Za-z_-]*[0-9][A-Za-z0-9_-]*)/`);
	const document = extract(key, `(?:^|/)(?:${subjects})[sn]?/([A-Za-z_-]*[0-9][A-Za-z0-9_-]*)(?:[.][A-Za-z0-9.]+)?$`);
	const one = (name: FieldExpression): FieldExpression => whereFilled(extract(name, many), nothing, name);
	return first(whereFilled(calendar, nothing, whereFilled(folder, one(folder))), whereFilled(extract(key, rows), nothing, one(document)));
};
