import {createHash, randomBytes} from 'node:crypto';
import {accountPseudonyms} from '../../document/account-pseudonyms.ts';
import {usageError} from '../../errors.ts';
import {timeBounds} from '../../filter/conjuncts.ts';
import {filterFromFlags} from '../../filter/from-flags.ts';
import {compareLists, freezeNamed, selectionsOf} from '../../investigation/case/leaked-lists.ts';
import {openCase} from '../../investigation/case/open-case.ts';
import type {Investigation} from '../../investigation/investigation.ts';
import type {Leads, LeadsAsk, ListAnswer} from '../../investigation/leads/leads.ts';
import {checkTimezone} from '../../options/read-options.ts';
import {formatInstant} from '../../records/instant.ts';
import type {Call} from '../call.ts';
import {checkTarget, emit} from '../emit.ts';
import {leadsJson} from '../leads-json.ts';
import {leadsText} from '../leads-text.ts';
import {withInvestigation} from '../load.ts';
import {maskingOf} from '../masking.ts';
import {closeWith, warn} from '../notices.ts';
import type {Pseudonyms} from '../pseudonyms.ts';
import {workerOf} from './case/worker.ts';

type Options = Pick<LeadsAsk, 'surfaced' | 'displayTimezone' | 'called'>;

/** Pseudonyms for accounts, by the key of WHOSAW_MASK_KEY or by a random one. */
const calledBy = ({flags, environment}: Call): Pick<Options, 'called'> => {
	if (!flags.on('blind')) {
		return {};
	}

	const key = environment['WHOSAW_MASK_KEY'];
	return {called: accountPseudonyms(key === undefined || key === '' ? randomBytes(32) : key).of};
};

const optionsOf = (call: Call): Options => {
	const format = call.flags.one('format') ?? 'text';
	if (format !== 'text' && format !== 'json') {
		throw usageError(`whosaw leads has no --format ${format}`, 'Say one of: text, json.');
	}

	const displayTimezone = checkTimezone(call.flags.one('display-timezone') ?? 'UTC', '--display-timezone');
	const text = call.flags.one('surfaced');
	const surfaced = text === undefined ? undefined : timeBounds(filterFromFlags({from: text}, {displayTimezone})).from;
	return {displayTimezone, ...(surfaced === undefined ? {} : {surfaced}), ...calledBy(call)};
};

const maskedList = (list: ListAnswer, by: Pseudonyms): ListAnswer => ({
	...list, because: by.text(list.because), lists: list.lists.map(each => ({...each, path: by.text(each.path), unknown: each.unknown.map(entry => by.id(entry)), ...(each.again ? {again: each.again.map(path => by.text(path))} : {})})), leads: list.leads.map(({name, ...lead}) => name === undefined ? lead : {...lead, name: by.name(name)}),
	...(list.leaveOneOut ? {leaveOneOut: list.leaveOneOut.map(({name, ...each}) => ({...each, list: by.text(each.list), why: by.text(each.why), ...(name === undefined ? {} : {name: by.name(name)})}))} : {}),
});

const masked = (leads: Leads, by: Pseudonyms): Leads => ({
	...leads,
	...(leads.list ? {list: maskedList(leads.list, by)} : {}),
	behaviour: leads.behaviour.map(({name, ...each}) => name === undefined ? each : {...each, name: by.name(name)}),
	...(leads.presence ? {presence: leads.presence.map(({name, ...each}) => name === undefined ? each : {...each, name: by.name(name)})} : {}),
	...(leads.presenceUnknown ? {presenceUnknown: leads.presenceUnknown.map(each => each.includes(' ') ? by.name(each) : by.text(each))} : {}),
	caveats: leads.caveats.map(caveat => by.text(caveat)),
});

/** The bytes of the answer, once: they are printed, and their hash stands in the journal. */
const printed = async (call: Call, leads: Leads): Promise<string> => {
	if (call.flags.one('format') !== 'json') {
		return leadsText(leads);
	}

	let text = '';
	for await (const piece of leadsJson(leads)) {
		text += piece;
	}

	return text;
};

/** What decides the answer beside the exports and the lists: a case file asks the same again. */
const keptOptions = ({surfaced, displayTimezone = 'UTC'}: Options): {readonly surfaced?: string; readonly displayTimezone?: string} =>
	({...(surfaced === undefined ? {} : {surfaced: formatInstant(surfaced)}), ...(displayTimezone === 'UTC' ? {} : {displayTimezone})});

type Asking = {readonly call: Call; readonly options: Options; readonly investigation: Investigation; readonly onProgress: NonNullable<LeadsAsk['onProgress']>};

const ask = async ({call, options, investigation, onProgress}: Asking, selections?: LeadsAsk['selections']): Promise<Leads> => {
	const investigator = call.flags.one('investigator');
	const leads = await investigation.leads({...options, signal: call.signal, onProgress, ...(selections ? {selections} : {}), ...(investigator === undefined ? {} : {investigator})});
	const masking = maskingOf(call);
	return masking ? masked(leads, masking) : leads;
};

/** In a case the lists are frozen before anything is ranked, and what came of it is hashed: whoever only reads it may ask, but adds no list. */
const askCase = async (asking: Asking, {folder}: NonNullable<Call['opened']>): Promise<string> => {
	const {call, investigation} = asking;
	const opened = openCase(folder, workerOf(call));
	try {
		freezeNamed(opened, investigation);
		if (opened.readOnly !== undefined) {
			warn(call, `not kept in the journal: ${opened.readOnly}`);
		}

		compareLists(opened.state, investigation);
		const leads = await ask(asking, selectionsOf(opened.state));
		const text = await printed(call, leads);
		if (opened.readOnly === undefined) {
			opened.append({act: 'leads-computed', payload: {sha256: createHash('sha256').update(text).digest('hex'), verdict: leads.list?.verdict ?? 'behaviour', ...keptOptions(asking.options)}});
		}

		return text;
	} finally {
		await opened.close();
	}
};

/** `whosaw leads PATH…|CASE`: which accounts are consistent with a list of leaked customers; without a list, whose days are unusual. */
export const leads = async (call: Call): Promise<number> => {
	const options = optionsOf(call);
	await checkTarget(call);
	return withInvestigation(call, call.request, async (investigation, progress) => {
		if (investigation.sources.length === 0 && investigation.failed.length > 0) {
			return closeWith(call, investigation);
		}

		const asking: Asking = {call, options, investigation, onProgress({text, done}) {
			progress.say(`${text}  ${Math.round(done * 100)} %`);
		}};
		const text = call.opened ? await askCase(asking, call.opened) : await printed(call, await ask(asking));
		progress.clear();
		await emit(call, [text], investigation.sources);
		return closeWith(call, investigation);
	});
};
