import type {ChangedFile} from '../../investigation/investigation.ts';
import type {Instant} from '../../records/instant.ts';

/** An export that is gone or another since it was loaded, and when that was noticed first. */
export type NoticedFile = ChangedFile & {readonly since: Instant};

const isSame = (one: ChangedFile, other: ChangedFile): boolean => one.path === other.path && one.change === other.change;

/** Those that are changed now; each keeps the moment when it was noticed. The same list when there is nothing new. */
export const noticedNow = (known: readonly NoticedFile[], files: readonly ChangedFile[], at: Instant): readonly NoticedFile[] =>
	known.length === files.length && files.every((file, index) => isSame(file, known[index]!))
		? known
		: files.map(file => known.find(each => isSame(each, file)) ?? {...file, since: at});
