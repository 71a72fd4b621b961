import type {Identity, Resolution} from '../records/identity.ts';
import type {Rejection} from '../records/source.ts';
import {jsonDocument} from './json-document.ts';
import {listJson} from './list-lines.ts';
import {failedJson, sourceDetailJson} from './source-json.ts';
import type {SourcesReport} from './sources-text.ts';

async function * rejectedRows(rejected: AsyncIterable<{readonly path: string; readonly rejection: Rejection}>): AsyncGenerator<unknown> {
	for await (const {path, rejection: {record, byte, reason, raw}} of rejected) {
		yield {path, record, byte, reason, raw};
	}
}

const identityJson = ({id, asLogged, how}: Identity): Readonly<Record<string, unknown>> => ({id, asLogged, how});

const resolutionJson = ({unresolved, merged}: Resolution): Readonly<Record<string, unknown>> => ({
	...(unresolved ? {unresolved: {ids: unresolved.first, more: unresolved.more}} : {}), merged: {rows: merged.first.map(row => identityJson(row)), more: merged.more},
});

/** `whosaw.sources/1`; with every rejected record at the end when asked for. */
export const sourcesJson = ({sources, failed, skipped, resolutions, lists, rejected}: SourcesReport): AsyncGenerator<string> => jsonDocument([
	{key: 'schema', value: 'whosaw.sources/1'},
	{key: 'sources', rows: [...sources.map(source => sourceDetailJson(source)), ...failed.map(source => failedJson(source))]},
	{key: 'skipped', rows: skipped.map(({path, reason}) => ({path, reason}))},
	...(resolutions ? [{key: 'directories', value: {customers: resolutionJson(resolutions.customers), employees: resolutionJson(resolutions.employees)}}] : []),
	...(lists.length > 0 ? [{key: 'lists', rows: lists.map(list => listJson(list))}] : []),
	...(rejected ? [{key: 'rejected', rows: rejectedRows(rejected)}] : []),
]);
