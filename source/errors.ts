/**
An error that a person can act on: what happened, where, and what to do next. Never shown with a stack trace.
*/
export class ExpectedError extends Error {
	/** The place: a path, with record and byte where they are known. */
	readonly where: string | undefined;
	/** What the person can do about it: one sentence, or the command that settles it. */
	readonly next: string | undefined;
	/** 1: it could not be done. 2: wrong usage. */
	readonly exitCode: 1 | 2;

	constructor(message: string, detail: {readonly where?: string; readonly next?: string; readonly exitCode?: 1 | 2; readonly cause?: unknown} = {}) {
		super(message, {cause: detail.cause});
		this.name = 'ExpectedError';
		this.where = detail.where;
		this.next = detail.next;
		this.exitCode = detail.exitCode ?? 1;
	}
}

/** Wrong usage: an unknown command, option, column or field. Exit code 2. */
export const usageError = (message: string, next?: string): ExpectedError =>
	new ExpectedError(message, {exitCode: 2, ...(next === undefined ? {} : {next})});

/** A fault of whosaw itself: it says so, and asks to be reported. */
export class BugError extends Error {
	constructor(message: string, cause?: unknown) {
		super(message, {cause});
		this.name = 'BugError';
	}
}

/** The work was stopped by the person (Ctrl-C, Esc, or a newer question). */
export class CancelledError extends Error {
	constructor(message = 'interrupted') {
		super(message);
		this.name = 'CancelledError';
	}
}
