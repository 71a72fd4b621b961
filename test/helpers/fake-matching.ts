import type {Filter, FilterField, Test} from '../../source/filter/filter.ts';
import type {EventRow} from '../../source/records/answer.ts';

/** One access: an event and one of its customers, or none. */
export type FakeAccess = {readonly event: EventRow; readonly customer: string | undefined; readonly country: string | undefined};

const texts = ({event, customer, country}: FakeAccess): Partial<Record<FilterField, readonly string[]>> => ({
	employee: [event.employee ?? '', event.employeeName ?? ''].filter(Boolean),
	customer: customer === undefined ? [] : [customer],
	country: country === undefined ? [] : [country],
	data: event.dataTypes,
	activity: [event.activity],
	action: event.action === undefined ? [] : [event.action],
	system: event.system === undefined ? [] : [event.system],
	resource: event.resource === undefined ? [] : [event.resource],
	reason: event.reason === undefined ? [] : [event.reason],
	outcome: [event.outcome],
	ip: event.ip === undefined ? [] : [event.ip],
	source: [event.source],
	text: [JSON.stringify(event)],
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const matchesTest = (test: Test, values: readonly string[], at: number): boolean => {
	switch (test.kind) {
		case 'present': {
			return values.length > 0;
		}

		case 'is': {
			return values.includes(test.text);
		}

		case 'like': {
			const body = test.pieces.map(piece => 'literal' in piece ? escaped(piece.literal) : (piece.wildcard === '*' ? '.*' : '.')).join('');
			return values.some(value => new RegExp(`^${body}$`, 's').test(value));
		}

		case 'within': {
			return (test.from === undefined || at >= test.from) && (test.to === undefined || at < test.to);
		}

		case 'contains': {
			return values.some(value => value.toLowerCase().includes(test.text.toLowerCase()));
		}

		default: {
			return false;
		}
	}
};

/** A naive reading of a filter over one access; only what the screen tests use. */
export const fakeMatches = (filter: Filter, access: FakeAccess): boolean => {
	switch (filter.kind) {
		case 'all': {
			return true;
		}

		case 'not': {
			return !fakeMatches(filter.part, access);
		}

		case 'and': {
			return filter.parts.every(part => fakeMatches(part, access));
		}

		case 'or': {
			return filter.parts.some(part => fakeMatches(part, access));
		}

		case 'match': {
			return matchesTest(filter.test, texts(access)[filter.field] ?? [], access.event.at);
		}
	}
};
