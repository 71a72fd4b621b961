import {extract, first, type FieldExpression} from '../records/field-expression.ts';
import {nothing, whereFilled} from './expressions.ts';
import {subjects} from './web-request.ts';

/** A day, a year or a month, a version, or a part of many: what folders of exports are called. */
const many = '^((?:(?:19|20)[0-9]{2}(?:[-_]?[0-9]{2}){0,2}|[vV][0-9]+|[0-9]{1,2}|[A-Za-z_-]*(?:[Pp]art|[Pp]age|[Bb]atch|[Cc]hunk|[Ss]hard|[Ee]xport|[Dd]ump|[Bb]ackup|[Ff]ull|[Aa]ll)[a-z]*[-_]?[0-9][0-9_-]*)(?:[-_T].*)?)$';
/** Files that hold rows, whosever they are. */
const rows = String.raw`(\.(?:csv|tsv|parquet|avro|orc|ndjson|jsonl|xlsx?|sql|dump|bak|log|txt|zip|tar|tgz|7z|gz|bz2|zst)(?:\.[a-z0-9]+)?)$`;

/**
The customer that the key of an object names: the folder or the document behind `customers/`. A file of rows is of many, and so is a folder that
is called by a day: neither is a customer.
*/
export const customerOfKey = (key: FieldExpression): FieldExpression => {
	const folder = extract(key, `(?:^|/)(?:${subjects})[sn]?/([A-Za-z_-]*[0-9][A-Za-z0-9_-]*)/`);
	const document = extract(key, `(?:^|/)(?:${subjects})[sn]?/([A-Za-z_-]*[0-9][A-Za-z0-9_-]*)(?:[.][A-Za-z0-9.]+)?$`);
	const one = (name: FieldExpression): FieldExpression => whereFilled(extract(name, many), nothing, name);
	return first(whereFilled(folder, one(folder)), whereFilled(extract(key, rows), nothing, one(document)));
};
