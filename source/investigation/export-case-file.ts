import {openBytes} from '../files/byte-source.ts';
import {wholePath} from '../files/file-part.ts';
import {filterSentence} from '../filter/sentence.ts';
import {printFilter} from '../filter/print.ts';
import type {CaseFileContents, PackagedCustomer} from '../package/contents.ts';
import {writePackage} from '../package/write-package.ts';
import type {Accesses} from '../store/accesses.ts';
import {askCountries, askDataTypes, askDays} from '../store/questions/breakdowns.ts';
import {askLanguages} from '../store/questions/case-accesses.ts';
import {streamCustomers} from '../store/questions/customers.ts';
import {askTotals} from '../store/questions/totals.ts';
import type {Source} from '../records/source.ts';
import {caseFilter} from './case/case-filter.ts';
import {levelOf} from './case/level.ts';
import {notifiedCustomers} from './case/notified.ts';
import type {Context} from './context.ts';
import {again, flat} from './flat.ts';
import type {ExportRequest, ExportResult} from './investigation.ts';
import {limitationsOf} from './limitations.ts';
import {evidenceRecords, exposureRows} from './packaged/evidence.ts';
import {examinationOf, type Examination} from './packaged/examination.ts';
import {identifiersIn} from './packaged/identifiers.ts';
import type {OtherDataRule} from './packaged/other-data.ts';
import {packagedCaseOf} from './packaged/packaged-case-of.ts';
import {selectedBy, type Selected} from './packaged/selected.ts';
import {rejectionsOf} from './rejections.ts';
import {countUnlisted} from './unlisted.ts';
import {toolVersion} from './tool-version.ts';

/** Writes the case file of a case, or of one filter as a case of one selection: whole, or not at all. */
export const exportCaseFile = async (context: Context, request: ExportRequest): Promise<ExportResult> => {
	const examination = await examinationOf(context, request);
	return context.question({filter: caseFilter(examination.state), ...(request.signal ? {signal: request.signal} : {})}, async accesses => {
		const contents = await contentsOf(context, request, {accesses, examination});
		const result = await writePackage({...contents, identifiers: await identifiersIn(contents, accesses)}, request.directory, {
			...(request.signal ? {signal: request.signal} : {}), ...(request.onProgress ? {onProgress: request.onProgress} : {}), ...(request.seal ? {seal: request.seal} : {}),
		});
		const {directory, files, bytes, records, sha256} = result;
		return {directory, files, bytes, customers: contents.totals.customers, records, sha256, ...(result.archive === undefined ? {} : {archive: result.archive})};
	});
};

type Asked = {readonly accesses: Accesses; readonly examination: Examination};

const contentsOf = async (context: Context, request: ExportRequest, {accesses, examination}: Asked): Promise<Omit<CaseFileContents, 'identifiers'>> => {
	const {facts, loaded, notes} = context;
	const {state, onTheWay, lines} = examination;
	const filter = caseFilter(state);
	const {totals, affected, namelessEvents} = await askTotals(accesses, facts);
	const selected = await selectedBy(context, state, request.signal);
	const languages = await askLanguages(accesses);
	const customers = (rule: OtherDataRule): AsyncIterable<PackagedCustomer> => again(() => customerRows(context, accesses, {examination, selected, languages, rule}));
	const {packaged, rule} = await packagedCaseOf(context, request, {accesses, examination, totals, affected, customers});
	const acquisitions = new Map(state.sources.map(({sha256, acquisition}) => [sha256, acquisition]));
	const title = state.facts['title'] ?? state.created?.title;
	const investigator = onTheWay ? request.investigator : state.created?.by.name;
	return {
		audience: request.audience ?? 'law-enforcement', tool: {name: 'whosaw', version: toolVersion}, now: onTheWay ? request.now : new Date(lines.at(-1)!.at),
		...(typeof title === 'string' ? {title} : {}), reason: onTheWay ? request.reason : state.selections.map(({reason}) => reason).join('; '),
		...(investigator === undefined ? {} : {investigator}), ...(state.review ? {reviewedBy: state.review.by.name} : {}), ...(packaged.previous ? {supersedes: packaged.previous.sha256} : {}),
		filter: {text: printFilter(filter), tree: filter, sentence: filterSentence(filter)},
		displayTimezone: request.displayTimezone ?? 'UTC', totals, affected, byDataType: await askDataTypes(accesses), byCountry: await askCountries(accesses), byDay: await askDays(accesses, request.displayTimezone ?? 'UTC'),
		case: packaged, ...(request.documents ? {documents: request.documents} : {}), ...(request.examination?.heads ? {heads: request.examination.heads} : {}),
		limitations: limitationsOf({...loaded, notes, totals, affected, namelessEvents, unlisted: await countUnlisted(context, {filter}), filter}),
		sources: loaded.sources.map(({source}) => ({...source, acquisition: acquisitions.get(source.sha256) ?? {}})), failed: loaded.failed, skipped: loaded.skipped,
		hashAgain: async source => hashAgain(context, source),
		customers: customers(rule), exposures: again(() => exposureRows(context, accesses)), evidence: again(() => evidenceRecords(context, accesses, selected)),
		rejections: again(() => rejectionsOf(context)),
	};
};

type Known = {readonly examination: Examination; readonly selected: Selected; readonly languages: ReadonlyMap<string, string>; readonly rule: OtherDataRule};

const customerRows = async function * ({lookups}: Context, accesses: Accesses, {examination, selected, languages, rule}: Known): AsyncGenerator<PackagedCustomer> {
	const notified = notifiedCustomers(examination.state);
	for await (const row of flat(streamCustomers(accesses, lookups))) {
		const [told, language] = [notified.get(row.customer), languages.get(row.customer)];
		yield {
			...row, level: levelOf(row, examination.corroborated), selections: selected.ofCustomer(row.customer), otherData: rule.of(row.customer),
			...(told === undefined ? {} : {notified: told}), ...(language === undefined ? {} : {language}),
		};
	}
};

/** The hash of a source once more, after its records were read; unknown for standard input, which has no second reading. */
const hashAgain = async ({loaded}: Context, source: Source): Promise<string | undefined> => {
	const found = loaded.sources.find(each => each.source.path === source.path);
	if (!found || wholePath(found.file) === '-') {
		return undefined;
	}

	const bytes = openBytes(found.file.location, 'plain');
	for await (const chunk of bytes.chunks) {
		void chunk;
	}

	return bytes.sha256();
};
