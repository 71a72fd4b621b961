import test from 'ava';
import type {Decide, Decision, Doubt} from '../../source/investigation/doubt.ts';
import {asRequested} from '../../source/investigation/doubt.ts';
import type {Progress} from '../../source/investigation/investigation.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {csv} from '../helpers/loading.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const clean = csv('timestamp,user_id,customer_id', '2020-10-03T14:00:00Z,E0042,C1002');
const odd = csv('moment,w,x', '2020-10-03T14:00:00Z,E0042,C1002');

const deciding = (answers: readonly Decision[]): {readonly decide: Decide; readonly doubts: Doubt[]} => {
	const doubts: Doubt[] = [];
	return {doubts, async decide(doubt) {
		doubts.push(doubt);
		return answers[doubts.length - 1]!;
	}};
};

test('clear exports with offsets are not asked about', async t => {
	const {decide, doubts} = deciding([]);
	const investigation = await openInvestigation({paths: temporaryFiles(t, {'a.csv': clean})}, {decide});
	t.deepEqual(doubts, []);
	await investigation.close();
});

test('one answer holds for all files with the same columns, and is told as the request would say it', async t => {
	const paths = temporaryFiles(t, {'a.csv': odd, 'b.csv': odd, 'c.csv': clean});
	const {decide, doubts} = deciding([{kind: 'mapping', mapping: {time: 'moment', employee: 'w', customer: 'x'}}]);
	const told: Progress[] = [];
	const investigation = await openInvestigation({paths}, {decide, onProgress: progress => told.push(progress)});
	t.deepEqual(doubts.map(({kind, paths: about}) => [kind, about]), [['mapping', paths.slice(0, 2)]]);
	t.is(investigation.loaded.events, 3);
	const decided = told.flatMap(progress => progress.kind === 'decided' ? [progress.decided] : []);
	t.deepEqual(decided[0]?.maps?.filter(({value}) => value.role === 'employee'), paths.slice(0, 2).map(files => ({files, value: {role: 'employee', column: 'w'}})));
	await investigation.close();
	const again = await openInvestigation({paths, maps: decided[0]!.maps!});
	t.is(again.loaded.events, 3);
	await again.close();
});

test('an answer that is not enough is asked for again, and says why', async t => {
	const {decide, doubts} = deciding([
		{kind: 'mapping', mapping: {time: 'w', employee: 'moment', customer: 'x'}}, {kind: 'mapping', mapping: {time: 'moment', employee: 'w', customer: 'x'}},
	]);
	const investigation = await openInvestigation({paths: temporaryFiles(t, {'a.csv': odd})}, {decide});
	t.regex((doubts[1] as {problem?: string}).problem ?? '', /the times in "w" are not understood/);
	await investigation.close();
});

test('one order cannot hold for files that are certain of another', async t => {
	const header = 'timestamp,user_id,customer_id';
	const {decide} = deciding([{kind: 'date-order', order: 'mdy'}]);
	const paths = temporaryFiles(t, {'open.csv': csv(header, '03/04/2020 10:15,E0042,C1002'), 'sure.csv': csv(`${header},action`, '25/04/2020 10:15,E0042,C1002,read')});
	await t.throwsAsync(openInvestigation({paths, timezones: [{value: 'UTC'}]}, {decide}), {message: /day first by their own values/});
});

test('a path with signs of a glob is meant literally', t => {
	t.deepEqual(asRequested({paths: ['a[1].csv']}, {kind: 'zone', zone: 'Europe/Dublin'}, false), {timezones: [{files: 'a[[]1].csv', value: 'Europe/Dublin'}]});
	t.deepEqual(asRequested({paths: ['a.csv']}, {kind: 'zone', zone: undefined}, true), {});
});
