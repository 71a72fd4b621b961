import type {Sealing} from '../package/seal/check-sealing.ts';
import {sealPackage, type SealedPackage} from '../package/seal/seal-package.ts';

export type {Sealing} from '../package/seal/check-sealing.ts';

/** Adds seals to a finished case file: an authority's answer, a further signature, an archive. */
export const sealCaseFile = async (directory: string, sealing: Sealing, signal?: AbortSignal): Promise<SealedPackage> => sealPackage(directory, sealing, signal);
