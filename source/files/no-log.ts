import {ExpectedError} from '../errors.ts';

/** What a file is said to be that is no log, as far as can be told: below a folder it is passed over, and listed. A log that cannot be read is another matter. */
export class NoLogError extends ExpectedError {}
