import {readFile} from 'node:fs/promises';
import {signingError} from './sign.ts';
import {runKeygen} from './ssh-keygen.ts';

/** Not the one of case files: what is signed here must not pass for one. */
const namespace = 'whosaw-trial@v1';

/** The kinds of keys whose secret half never leaves a stick. */
const onStick = /sk-(?:ssh|ecdsa)-/;

/** The public part stands in clear in every key that ssh-keygen makes: in base64 where the file is the private one. */
const isOnStick = async (key: string): Promise<boolean> => {
	const text = await readFile(key, 'latin1');
	return onStick.test(text) || onStick.test(Buffer.from(text.replaceAll(/-----[^-]*-----|\s/g, ''), 'base64').toString('latin1'));
};

/** Signs a few words, so that a key that cannot sign is known before the long work and not after it. A stick is not asked: it would want a finger twice. */
export const tryKey = async (key: string, signal?: AbortSignal): Promise<void> => {
	if (await isOnStick(key)) {
		return;
	}

	const {ok, stderr} = await runKeygen(['-Y', 'sign', '-P', '', '-f', key, '-n', namespace], {input: Buffer.from('whosaw asks whether this key can sign\n'), signal});
	if (!ok) {
		throw signingError(key, stderr);
	}
};
