import type {Session} from '../store/database.ts';
import {rowPlaces} from '../store/questions/row-places.ts';
import type {Context} from './context.ts';
import {eventId} from './event-rows.ts';
import {recordNumber} from './source-summary.ts';

/** Event ids by row, for answers that name many events. */
export const eventIds = async ({loaded}: Pick<Context, 'loaded'>, session: Session): Promise<(row: number) => string> => {
	const place = await rowPlaces(session);
	return row => {
		const {source, n} = place(row);
		const {source: {sha256}, scan} = loaded.sources[source]!;
		return eventId(sha256, recordNumber(scan, n));
	};
};
