import {BugError, CancelledError, ExpectedError} from '../errors.ts';
import type {SentError} from './message.ts';

const kindOf = (error: Error): SentError['kind'] => {
	if (error instanceof ExpectedError) {
		return 'expected';
	}

	return error instanceof CancelledError ? 'cancelled' : (error instanceof BugError ? 'bug' : 'other');
};

/** An error in a form that can be copied. A copy of the error itself would have lost what it is, where it was and what to do. */
export const sentError = (error: unknown): SentError => {
	if (!(error instanceof Error)) {
		return {kind: 'other', name: 'Error', message: String(error)};
	}

	const {code} = error as NodeJS.ErrnoException;
	return {
		kind: kindOf(error), name: error.name, message: error.message,
		...(error.stack === undefined ? {} : {stack: error.stack}),
		...(typeof code === 'string' ? {code} : {}),
		...(error instanceof ExpectedError ? {exitCode: error.exitCode, ...(error.where === undefined ? {} : {where: error.where}), ...(error.next === undefined ? {} : {next: error.next})} : {}),
		...(error.cause instanceof Error ? {cause: sentError(error.cause)} : {}),
	};
};

const made = ({kind, message, where, next, exitCode}: SentError, cause: Error | undefined): Error => {
	switch (kind) {
		case 'expected': {
			return new ExpectedError(message, {cause, ...(where === undefined ? {} : {where}), ...(next === undefined ? {} : {next}), ...(exitCode === undefined ? {} : {exitCode})});
		}

		case 'cancelled': {
			return new CancelledError(message);
		}

		case 'bug': {
			return new BugError(message, cause);
		}

		case 'other': {
			return new Error(message, {cause});
		}
	}
};

/** The error that was sent, of the same kind, with the places where it arose. */
export const receivedError = (sent: SentError): Error => {
	const error = made(sent, sent.cause && receivedError(sent.cause));
	error.name = sent.name;
	if (sent.stack !== undefined) {
		error.stack = sent.stack;
	}

	return sent.code === undefined ? error : Object.assign(error, {code: sent.code});
};
