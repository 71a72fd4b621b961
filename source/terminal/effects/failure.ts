import {CancelledError, ExpectedError} from '../../errors.ts';
import type {Failure} from '../app/load-state.ts';
import {sentences} from '../text/sentences.ts';

/** Stopped by whoever asked: no failure. */
export const isCancelled = (error: unknown, signal?: AbortSignal): boolean =>
	signal?.aborted === true || error instanceof CancelledError || (error instanceof Error && error.name === 'AbortError');

/** An error in words. A fault of whosaw itself says so. */
export const failureOf = (error: unknown): Failure => {
	if (error instanceof ExpectedError) {
		return {message: error.message, exitCode: error.exitCode, ...(error.where === undefined ? {} : {where: error.where}), ...(error.next === undefined ? {} : {next: error.next})};
	}

	const message = error instanceof Error ? error.message : String(error);
	return {message: `This is a fault of whosaw: ${message}`, next: 'Please report it, without anything from the logs', exitCode: 1};
};

/** Failure in sentences for the footer. */
export const failureText = (error: unknown): string => {
	const {message, where, next} = failureOf(error);
	return sentences(where === undefined ? message : `${where}: ${message}`, next);
};
