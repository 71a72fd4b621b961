import {createHash} from 'node:crypto';
import {usageError} from '../../errors.ts';
import {compareLists, freezeNamed, selectionsOf} from '../../investigation/case/leaked-lists.ts';
import {surfacedIn} from '../../investigation/case/last-leads.ts';
import {openCase} from '../../investigation/case/open-case.ts';
import type {Investigation} from '../../investigation/investigation.ts';
import type {Leads, LeadsAsk, ListAnswer} from '../../investigation/leads/leads.ts';
import {checkTimezone} from '../../options/read-options.ts';
import {formatInstant} from '../../records/instant.ts';
import {pseudonymsFor} from '../blinding.ts';
import type {Call} from '../call.ts';
import {checkTarget, emit} from '../emit.ts';
import {leadsJson} from '../leads-json.ts';
import {leadsText} from '../leads-text.ts';
import {withInvestigation} from '../load.ts';
import {closeWith, warn} from '../notices.ts';
import type {Pseudonyms} from '../pseudonyms.ts';
import {surfacedOf} from '../surfaced.ts';
import {workerOf} from './case/worker.ts';

type Options = Pick<LeadsAsk, 'surfaced' | 'surfacedAct' | 'displayTimezone'>;

const optionsOf = (call: Call): Options => {
	const format = call.flags.one('format') ?? 'text';
	if (format !== 'text' && format !== 'json') {
		throw usageError(`whosaw leads has no --format ${format}`, 'Say one of: text, json.');
	}

	const displayTimezone = checkTimezone(call.flags.one('display-timezone') ?? 'UTC', '--display-timezone');
	return {displayTimezone, ...surfacedOf(call.flags, displayTimezone)};
};

/** An account without its name, or with a pseudonym for it. */
const withoutNames = <Named extends {readonly name?: string}>({name, ...each}: Named, by: Pseudonyms): Omit<Named, 'name'> & {readonly name?: string} => {
	const called = name === undefined ? undefined : by.accountName(name);
	return called === undefined ? each : {...each, name: called};
};

const maskedList = (list: ListAnswer, by: Pseudonyms): ListAnswer => ({
	...list, because: by.text(list.because), lists: list.lists.map(each => ({...each, path: by.text(each.path), unknown: each.unknown.map(entry => by.id(by.text(entry))), ...(each.column === undefined ? {} : {column: by.text(each.column)}), ...(each.again ? {again: each.again.map(path => by.text(path))} : {})})), leads: list.leads.map(lead => withoutNames({...lead, ...(lead.inseparableFrom === undefined ? {} : {inseparableFrom: by.text(lead.inseparableFrom)}), why: lead.why.map(text => by.text(text))}, by)),
	groups: list.groups.map(each => ({...each, group: by.text(each.group)})),
	...(list.leaveOneOut ? {leaveOneOut: list.leaveOneOut.map(each => withoutNames({...each, list: by.text(each.list), why: by.text(each.why)}, by))} : {}),
});

const masked = (leads: Leads, by: Pseudonyms): Leads => ({
	...leads,
	...(leads.list ? {list: maskedList(leads.list, by)} : {}),
	behaviour: leads.behaviour.map(each => withoutNames(each, by)),
	...(leads.presence ? {presence: leads.presence.map(each => withoutNames(each, by))} : {}),
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

type Asking = {readonly call: Call; readonly options: Options; readonly pseudonyms: ReturnType<typeof pseudonymsFor>; readonly investigation: Investigation; readonly onProgress: NonNullable<LeadsAsk['onProgress']>};

const ask = async ({call, options, pseudonyms, investigation, onProgress}: Asking, selections?: LeadsAsk['selections']): Promise<Leads> => {
	const investigator = call.flags.one('investigator');
	const by = await pseudonyms?.(investigation);
	const leads = await investigation.leads({...options, ...(by && call.flags.on('blind') ? {called: (account: string) => by.account(account)} : {}), signal: call.signal, onProgress, ...(selections ? {selections} : {}), ...(investigator === undefined ? {} : {investigator})});
	return by ? masked(leads, by) : leads;
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
		const options = {...asking.options, ...surfacedIn(opened.lines, asking.options)};
		const leads = await ask({...asking, options}, selectionsOf(opened.state));
		const text = await printed(call, leads);
		if (opened.readOnly === undefined) {
			opened.append({act: 'leads-computed', payload: {sha256: createHash('sha256').update(text).digest('hex'), verdict: leads.list?.verdict ?? 'behaviour', ...keptOptions(options)}});
		}

		return text;
	} finally {
		await opened.close();
	}
};

/** `whosaw leads PATH…|CASE`: which accounts are consistent with a list of leaked customers; without a list, whose days are unusual. */
export const leads = async (call: Call): Promise<number> => {
	const options = optionsOf(call);
	const pseudonyms = pseudonymsFor(call);
	await checkTarget(call);
	return withInvestigation(call, call.request, async (investigation, progress) => {
		if (investigation.sources.length === 0 && investigation.failed.length > 0) {
			return closeWith(call, investigation);
		}

		const asking: Asking = {call, options, pseudonyms, investigation, onProgress({text, done}) {
			progress.say(`${text}  ${Math.round(done * 100)} %`);
		}};
		const text = call.opened ? await askCase(asking, call.opened) : await printed(call, await ask(asking));
		progress.clear();
		await emit(call, [text], investigation.sources);
		return closeWith(call, investigation, (await pseudonyms?.(investigation))?.shown);
	});
};
