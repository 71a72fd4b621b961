import {formatBytes, formatCount, formatNumber} from '../../../document/format-number.ts';
import {eventPresenceWords} from '../../../document/presence-words.ts';
import type {RecordDetail} from '../../../investigation/investigation.ts';
import {formatInstant} from '../../../records/instant.ts';
import type {EventPresence, RecordBeside} from '../../../records/presence.ts';
import type {Fact} from '../../drawing/facts.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';

const given = (name: string, text: string | undefined): readonly Fact[] => text === undefined || text === '' ? [] : [{name, text, verbatim: true}];

const besideFact = ({kind, since, until, site, holds}: RecordBeside, zone: string): Fact =>
	({name: `  ${kind === 'vpn' ? 'VPN' : kind}`, text: `${zonedTime(since, zone)} to ${until === undefined ? 'no end' : zonedTime(until, zone)}${site === undefined ? '' : `, ${site}`}${holds ? '' : '   (of that day, not then)'}`});

/** Where the owner of the account was then by the records of presence, and what follows; nothing without such records. */
const presenceFacts = (presence: EventPresence | undefined, zone: string): readonly Fact[] =>
	presence ? [{name: 'presence', text: eventPresenceWords(presence)}, ...presence.beside.map(each => besideFact(each, zone))] : [];

/** Whom the record names, and whom only a list behind it does. */
const customerFacts = ({customers, customerScope, inferredCustomers = []}: RecordDetail['event']): readonly Fact[] => {
	const inferred = new Set(inferredCustomers);
	const named = customers.filter(customer => !inferred.has(customer));
	return [
		{name: 'customers', text: named.length > 0 ? named.join('  ') : (inferred.size > 0 ? 'none named by the record' : `none listed (${customerScope})`)},
		...(inferred.size > 0 ? [{name: '  inferred', text: `${inferredCustomers.join('  ')}   (${formatCount(inferred.size, 'customer')} of a list supplied later: the record does not name ${inferred.size === 1 ? 'it' : 'them'})`}] : []),
	];
};

/** What the store understood of the record. */
export const understood = ({event, atOriginal, presence}: RecordDetail, zone: string): readonly Fact[] => [
	{name: 'time', text: `${zonedTime(event.at, zone)} ${zone}${zone === 'UTC' ? '' : `   (${formatInstant(event.at)})`}`},
	...given('as exported', atOriginal),
	...given('employee', event.employee),
	...given('employee name', event.employeeName),
	...given('employee e-mail', event.employeeEmail),
	...given('kind of account', event.accountKind),
	...given('on behalf of', event.onBehalfOf),
	{name: 'activity', text: event.activity + (event.action === undefined ? '' : `   (${event.action})`)},
	...customerFacts(event),
	...(event.recordCount === undefined ? [] : [{name: 'records it says', text: formatNumber(event.recordCount)}]),
	{name: 'data', text: `${event.dataTypes.join('  ')}   (${event.dataTypeBasis})`},
	...given('system', event.system),
	...given('resource', event.resource),
	...given('ip', event.ip),
	...given('device', event.device),
	...given('session', event.session),
	{name: 'reason', text: event.reason === undefined ? '–' : `${event.reason}   (${event.support ?? 'claimed'})`},
	{name: 'outcome', text: event.outcome === 'success' || event.outcome === 'unknown' ? event.outcome : `${event.outcome}: it reached nobody`},
	...presenceFacts(presence, zone),
];

/** Where anyone finds it again, and whether two readers read the same. */
export const citation = ({event, citation: cited, agrees, disagreement, unread}: RecordDetail): readonly Fact[] => [
	{name: 'file', text: cited.path, verbatim: true},
	{name: 'record', text: formatNumber(cited.record)},
	...(cited.offset === undefined ? [] : [{name: 'byte', text: formatNumber(cited.offset)}]),
	...(cited.length === undefined ? [] : [{name: 'length', text: cited.length < 1000 ? formatBytes(cited.length) : `${formatNumber(cited.length)} bytes`}]),
	...given('pointer', cited.pointer),
	{name: 'event', text: event.id, verbatim: true},
	{name: 'sha256', text: cited.sha256, verbatim: true},
	...(unread === undefined ? [checkedFact({agrees, disagreement})] : []),
];

const checkedFact = ({agrees, disagreement}: {readonly agrees: boolean; readonly disagreement: string | undefined}): Fact => agrees
	? {name: 'checked', text: '✓ a second reader agrees with the store', tone: 'good'}
	: {name: 'checked', text: `✕ a second reader disagrees: ${disagreement ?? 'it reads this record otherwise'}`, tone: 'bad'};

/** Why neither the fields nor the text of a record stand here, and what brings them back. */
export const unreadText = (unread: string): string => `This record cannot be read again: ${unread}. Put the loaded file back and it stands here; or load the exports again (R on 5 Sources). What was understood when it was loaded:`;

/** For a note or a letter: the verbatim record, unless its export is not there to be read, and where anyone finds it again. */
export const citedText = ({raw, unread, citation: {path, sha256, record, offset, length, pointer}}: RecordDetail): string => {
	const place = [`record ${record}`, ...(offset === undefined ? [] : [`byte ${offset}`]), ...(length === undefined ? [] : [`length ${length}`]), ...(pointer === undefined ? [] : [pointer])];
	return `${unread === undefined ? `${raw}\n` : ''}[${path}, ${place.join(', ')}, sha256 ${sha256}${unread === undefined ? '' : `; its text cannot be read again: ${unread}`}]\n`;
};
