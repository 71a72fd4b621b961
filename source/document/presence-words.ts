import {presenceKinds, type EventPresence, type FoundPresence, type Presence, type PresenceFinding, type PresenceKind} from '../records/presence.ts';
import {formatCount} from './format-number.ts';

/** Stands wherever it is said of an account that it was used beside the records of presence. */
export const presenceMeaning = 'points as often to stolen credentials as to guilt';

const findingNames: Readonly<Record<PresenceFinding, string>> = {'leave': 'used during recorded leave', 'two-sites': 'two sites at once', 'outside-shift': 'outside own shift'};

const kindNames: Readonly<Record<PresenceKind, (count: number) => string>> = {
	'shift': count => formatCount(count, 'shift'), 'leave': count => `${formatCount(count, 'record')} of leave`, 'badge': count => formatCount(count, 'badge'),
	'vpn': count => formatCount(count, 'VPN session'), 'device owner': count => formatCount(count, 'device'),
};

/** `used during recorded leave: 12 events, 9 customers`. */
export const presenceWords = ({finding, events, customers, overlaps}: FoundPresence): string =>
	`${findingNames[finding]}: ${formatCount(events, 'event')}, ${formatCount(customers, 'customer')}${overlaps === undefined ? '' : ` (badges were in at two sites ${overlaps === 1 ? 'once' : formatCount(overlaps, 'time')})`}`;

/** `20 shifts, 3 records of leave`. */
export const presenceRecordWords = ({records}: Pick<Presence, 'records'>): string => presenceKinds.flatMap(kind => records[kind] === undefined ? [] : [kindNames[kind](records[kind])]).join(', ');

/** All that is said of an account, what it means last; nothing where nothing was found. */
export const presenceSentences = ({findings}: Pick<Presence, 'findings'>): readonly string[] => findings.length === 0 ? [] : [...findings.map(found => presenceWords(found)), presenceMeaning];

/** What the records say of the account at the moment of one event. */
export const eventPresenceWords = ({findings, beside, records}: EventPresence): string => {
	if (findings.length > 0) {
		return `${findings.map(finding => findingNames[finding]).join('; ')} (${presenceMeaning})`;
	}

	return records === 0 ? 'no record of this account' : (beside.some(({holds}) => holds) ? 'nothing against it at this moment' : 'no record of this account holds at this moment');
};
