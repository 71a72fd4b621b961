import type {Filter, FilterField, Test} from '../../source/filter/filter.ts';
import type {EventRow} from '../../source/records/answer.ts';

/** One access: an event and one of its customers, or none. */
export type FakeAccess = {readonly event: EventRow; readonly customer: string | undefined; readonly country: string | undefined};

const some = (...values: ReadonlyArray<string | undefined>): readonly string[] => values.filter(value => value !== undefined);

/** Only the field that is asked for is looked at: a world is matched for every pane of every key. */
const readers: Partial<Record<FilterField, (access: FakeAccess) => readonly string[]>> = {
	employee: ({event}) => some(event.employee, event.employeeName),
	customer: ({customer}) => some(customer),
	country: ({country}) => some(country),
	data: ({event}) => event.dataTypes,
	activity: ({event}) => [event.activity],
	action: ({event}) => some(event.action),
	system: ({event}) => some(event.system),
	resource: ({event}) => some(event.resource),
	reason: ({event}) => some(event.reason),
	outcome: ({event}) => [event.outcome],
	ip: ({event}) => some(event.ip),
	source: ({event}) => [event.source],
	text: ({event}) => [JSON.stringify(event)],
};

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
			return matchesTest(filter.test, readers[filter.field]?.(access) ?? [], access.event.at);
		}
	}
};
