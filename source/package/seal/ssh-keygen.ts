import {execa} from 'execa';
import {CancelledError, ExpectedError} from '../../errors.ts';

export type KeygenResult = {readonly ok: boolean; readonly stdout: string; readonly stderr: string};

/** A key on a stick waits for a finger; nothing else takes as long. */
const patience = 60_000;

/**
Runs the machine's ssh-keygen with `input`. It asks nothing: whoever scripts an export does not sit there to answer. A passphrase is for the
agent, which is asked through the environment.
*/
export const runKeygen = async (args: readonly string[], {input, signal}: {readonly input: Uint8Array; readonly signal?: AbortSignal | undefined}): Promise<KeygenResult> => {
	const result = await execa('ssh-keygen', [...args], {
		input, reject: false, timeout: patience, ...(signal ? {cancelSignal: signal} : {}),
		env: {SSH_ASKPASS: 'false', SSH_ASKPASS_REQUIRE: 'force', LC_ALL: 'C'},
	});
	if (result.isCanceled) {
		throw new CancelledError();
	}

	if (result.code === 'ENOENT') {
		throw new ExpectedError('there is no ssh-keygen on this machine, which signs and checks signatures', {next: 'Install OpenSSH 8.1 or newer.', cause: result});
	}

	return {ok: !result.failed, stdout: result.stdout, stderr: result.timedOut ? 'it waited for a minute' : result.stderr};
};

/** True where ssh-keygen can be run at all. */
export const hasKeygen = async (): Promise<boolean> => {
	const {code} = await execa('ssh-keygen', ['-?'], {reject: false, stdin: 'ignore', timeout: patience});
	return code !== 'ENOENT';
};
